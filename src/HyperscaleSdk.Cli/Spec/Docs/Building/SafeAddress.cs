namespace HyperscaleSdk.Cli.Spec.Docs.Building;

/// <summary>Which addresses of a document become links.</summary>
internal static class SafeAddress
{
    private const int Longest = 2000;

    /// <summary>Accepts absolute http and https addresses that do not hide their host behind a user name; null for everything else.</summary>
    public static Uri? Find(string? text)
        => text is { Length: > 0 and <= Longest } && Uri.TryCreate(text, UriKind.Absolute, out var address) && IsWeb(address) ? address : null;

    private static bool IsWeb(Uri address)
        => (string.Equals(address.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal) || string.Equals(address.Scheme, Uri.UriSchemeHttp, StringComparison.Ordinal))
            && address.UserInfo.Length == 0
            && address.Host.Length > 0;
}
