using System;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.OpenApi;

/// <summary>Reads where an API is served.</summary>
internal static class ServerReader
{
    /// <summary>The first server with its variables replaced by their defaults; null when there is none or its address is relative.</summary>
    public static string? Read(SpecNode? servers)
    {
        if (servers is not { Kind: SpecNodeKind.Sequence, Items.Count: > 0 } || servers.Items[0] is not { } server || server["url"]?.AsString() is not { } url)
        {
            return null;
        }

        foreach (var variable in server["variables"]?.Members ?? Array.Empty<SpecMember>())
        {
            url = url.Replace("{" + variable.Name + "}", variable.Value["default"]?.Scalar ?? "");
        }

        return Uri.TryCreate(url, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https" && url.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            ? url
            : null;
    }
}
