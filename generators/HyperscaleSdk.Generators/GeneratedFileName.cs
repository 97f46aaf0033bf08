using System;
using System.Globalization;
using System.Text;

namespace HyperscaleSdk.Generators;

/// <summary>The names of generated files, for a compilation and on disk.</summary>
internal static class GeneratedFileName
{
    // File systems take 255 bytes; tools put something before and behind.
    private const int LongestName = 180;

    /// <summary>The name of a client's file, with its extension.</summary>
    public static string Of(string client, string name)
    {
        var whole = client + "." + name;
        if (Encoding.UTF8.GetByteCount(whole) > LongestName)
        {
            whole = Cut(whole) + "_" + Hash(whole).ToString("x8", CultureInfo.InvariantCulture);
        }

        return whole + ".g.cs";
    }

    private static string Cut(string text)
    {
        var length = 0;
        var bytes = 9;
        while (length < text.Length && (bytes += text[length] < 0x80 ? 1 : 3) <= LongestName)
        {
            length++;
        }

        return text.Substring(0, length);
    }

    // Stable across processes, unlike string.GetHashCode (FNV-1a).
    private static uint Hash(string text)
    {
        var hash = 2166136261;
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            hash = unchecked((hash ^ b) * 16777619);
        }

        return hash;
    }
}
