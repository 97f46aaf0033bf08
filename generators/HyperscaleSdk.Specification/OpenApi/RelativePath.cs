using System;
using System.Collections.Generic;

namespace HyperscaleSdk.Specification.OpenApi;

/// <summary>Paths as text: forward slashes, without dots. Nothing here looks at a disk.</summary>
public static class RelativePath
{
    /// <summary>A path with forward slashes and without <c>.</c> and <c>..</c> where they can be resolved.</summary>
    public static string Normalise(string path)
    {
        var text = (path ?? throw new ArgumentNullException(nameof(path))).Replace('\\', '/');
        var rooted = text.StartsWith("/", StringComparison.Ordinal);
        var parts = new List<string>();
        foreach (var part in text.Split('/'))
        {
            if (part == ".." && parts.Count > 0 && parts[parts.Count - 1] != "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part.Length > 0 && part != "." && !(rooted && part == ".."))
            {
                parts.Add(part);
            }
        }

        return (rooted ? "/" : "") + string.Join("/", parts);
    }

    /// <summary>The path that a reference means, seen from the file that it stands in.</summary>
    public static string Combine(string from, string relative)
    {
        var file = Normalise(from);
        var slash = file.LastIndexOf('/');
        return Normalise((slash < 0 ? "" : file.Substring(0, slash + 1)) + relative);
    }

    /// <summary>Whether a reference is a path below or beside its file: no scheme, no root, no drive.</summary>
    public static bool IsRelative(string reference)
        => !string.IsNullOrEmpty(reference) && reference[0] is not ('/' or '\\') && reference.IndexOf(':') < 0;
}
