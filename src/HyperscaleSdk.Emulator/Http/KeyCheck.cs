using Microsoft.AspNetCore.Http;

namespace HyperscaleSdk.Emulator.Http;

/// <summary>The key rule of the emulator: any non-empty key is good except <c>invalid</c>.</summary>
internal static class KeyCheck
{
    public static KeyState Check(HttpRequest request, KeyScheme scheme)
    {
        if (scheme.Header is null)
            return KeyState.Good;
        var value = request.Headers[scheme.Header].ToString();
        if (value.Length == 0)
            return scheme.IsOptional ? KeyState.Good : KeyState.Missing;
        if (!value.StartsWith(scheme.Prefix, StringComparison.OrdinalIgnoreCase))
            return KeyState.OtherScheme;
        var key = value[scheme.Prefix.Length..].Trim();
        // A key that stands alone has no scheme before it.
        if (scheme.Prefix.Length == 0 && key.Contains(' ', StringComparison.Ordinal))
            return KeyState.OtherScheme;
        return key is "" or "invalid" ? KeyState.Invalid : KeyState.Good;
    }
}
