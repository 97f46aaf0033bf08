using System;
using HyperscaleSdk.Analyzers.Ai;

namespace HyperscaleSdk.Analyzers.Credentials;

/// <summary>Reads addresses out of text that may go on with a placeholder.</summary>
internal static class WebAddress
{
    /// <summary>The host of an http, https, ws or wss address; null for anything else.</summary>
    public static string? Host(string text, out bool isEncrypted)
    {
        isEncrypted = text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("wss://", StringComparison.OrdinalIgnoreCase);
        return AddressHost.IsWeb(text) ? AddressHost.At(text, text.IndexOf("://", StringComparison.Ordinal) + 3) : null;
    }

    /// <summary>The address of an AI supplier has a key among its query parameters.</summary>
    public static bool HasKeyInQuery(string text)
    {
        var question = text.IndexOf('?');
        if (question < 0 || Host(text, out _) is not { } host || !ProviderHosts.Contains(host))
        {
            return false;
        }

        foreach (var pair in text.Substring(question + 1).Split('&'))
        {
            var equals = pair.IndexOf('=');
            if (equals > 0 && KeyNames.IsQuery(pair.Substring(0, equals)) && KeyText.CanBeKey(pair.Substring(equals + 1)))
            {
                return true;
            }
        }

        return false;
    }
}
