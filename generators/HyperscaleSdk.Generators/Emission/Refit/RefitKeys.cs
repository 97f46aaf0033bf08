using System.Linq;
using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Generators.Emission.Refit;

/// <summary>Where the key goes, in Refit's words.</summary>
internal static class RefitKeys
{
    /// <summary>The scheme for which Refit asks <c>AuthorizationHeaderValueGetter</c>; null when the key goes elsewhere.</summary>
    public static string? Scheme(KeyPlan key)
    {
        var scheme = key.Prefix.Trim();
        return key.Header == "Authorization" && scheme.Length > 0 && scheme.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-') ? scheme : null;
    }

    /// <summary>What a user has to do, for a comment; null when no key is needed.</summary>
    public static string? Describe(KeyPlan key)
    {
        if (Scheme(key) is { } scheme)
        {
            var value = key.IsBasic ? "user and password in base64 (<c>user:password</c>)" : "the key";
            return $"Refit sends <c>Authorization: {scheme}</c> with what <c>RefitSettings.AuthorizationHeaderValueGetter</c> returns: {value}. Without that it sends no key.";
        }

        const string How = "set it in <c>HttpClient.DefaultRequestHeaders</c>, or in a <c>DelegatingHandler</c>";
        return key switch
        {
            { Header: { } header } => $"The key goes into the header <c>{CSharp.Doc(header)}</c> as <c>{CSharp.Doc(key.Prefix)}…</c>: {How}.",
            { Query: { } query } => $"The key goes into the query as <c>{CSharp.Doc(query)}</c>: add it in a <c>DelegatingHandler</c>.",
            _ => null,
        };
    }
}
