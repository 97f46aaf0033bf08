using Microsoft.AspNetCore.Http;

namespace HyperscaleSdk.Emulator.Http;

/// <summary>The key rule of the emulator: any non-empty bearer key is good except <c>invalid</c>.</summary>
internal static class Bearer
{
    public static BearerState Check(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.Length == 0)
            return BearerState.Missing;
        const string Scheme = "Bearer ";
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return BearerState.OtherScheme;
        return header[Scheme.Length..].Trim() is "" or "invalid" ? BearerState.Invalid : BearerState.Good;
    }
}
