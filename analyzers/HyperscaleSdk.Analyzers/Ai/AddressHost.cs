using System;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>Takes the host out of an address, which may go on with a placeholder.</summary>
internal static class AddressHost
{
    private static readonly string[] Schemes = ["https://", "http://", "wss://", "ws://"];

    /// <summary>Says whether the text is an address of the web.</summary>
    public static bool IsWeb(string text) => Array.Exists(Schemes, scheme => text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));

    /// <summary>The host from a place on, without user, port and the brackets of IPv6; null when there is none. Nothing is checked or cut: a dot at the end may be where a placeholder follows.</summary>
    /// <param name="text">The address.</param>
    /// <param name="start">Where the part between scheme and path begins.</param>
    public static string? At(string text, int start)
    {
        var end = text.IndexOfAny(['/', '?', '#', '\\'], start);
        end = end < 0 ? text.Length : end;
        if (end <= start)
        {
            return null;
        }

        var user = text.LastIndexOf('@', end - 1, end - start);
        start = user < 0 ? start : user + 1;
        if (start < end && text[start] == '[')
        {
            var close = text.IndexOf(']', start, end - start);
            return close > start + 1 ? text.Substring(start + 1, close - start - 1) : null;
        }

        var colon = text.IndexOf(':', start, end - start);
        var host = text.Substring(start, (colon < 0 ? end : colon) - start);
        return host.Length > 0 ? host : null;
    }
}
