using System;
using HyperscaleSdk.Recognition;

namespace HyperscaleSdk.Analyzers.Credentials;

/// <summary>Names of members, parameters, headers and settings that hold keys.</summary>
internal static class KeyNames
{
    /// <summary>Says "key of an API" wherever it stands: <c>ApiKey</c>, <c>UPSTAGE_API_KEY</c>, <c>clientSecret</c>.</summary>
    public static bool IsKey(string name)
    {
        var folded = Fold(name);
        return Ends(folded, "apikey") || Ends(folded, "apisecret") || Ends(folded, "secretkey") || Ends(folded, "subscriptionkey")
            || Ends(folded, "clientsecret") || Ends(folded, "accesskey") || Ends(folded, "apitoken");
    }

    /// <summary>Says so only at a type of an AI SDK: <c>new ApiKeyCredential(key)</c>.</summary>
    public static bool IsKeyOfSdk(string name) => IsKey(name) || Fold(name) is "key" or "credential" or "token" or "accesstoken" or "bearertoken" or "secret";

    public static bool IsHeader(string name)
    {
        var lower = name.Trim().ToLowerInvariant();
        return lower is "authorization" or "x-api-key" or "api-key" or "apikey" or "appkey" or "x-goog-api-key" or "ocp-apim-subscription-key"
            or "x-openapi-token" or "x-fabrix-client" || lower.StartsWith("x-ncp-", StringComparison.Ordinal) && lower.EndsWith("-key", StringComparison.Ordinal)
            || lower is "x-ncp-apigw-api-key-id" or "x-ncp-apigw-api-key" or "x-ncp-clovastudio-api-key" or "x-ncp-iam-access-key";
    }

    /// <summary>The last part of <c>Hyperscale:upstage:ApiKey</c> or <c>Hyperscale__upstage__ApiKey</c>.</summary>
    public static bool IsSetting(string path)
    {
        var underscores = path.LastIndexOf("__", StringComparison.Ordinal);
        var end = Math.Max(path.LastIndexOf(':'), underscores < 0 ? -1 : underscores + 1);
        return IsKey(path.Substring(end + 1));
    }

    public static bool IsQuery(string name) => name.ToLowerInvariant() is "key" or "api_key" or "apikey" or "api-key" or "access_token" or "subscription-key" or "token";

    /// <summary>The name as an environment variable has it: <c>solarApiKey</c> is <c>SOLAR_API_KEY</c>.</summary>
    public static string Variable(string name) => string.Join("_", IdentifierTokens.Split(name)).ToUpperInvariant();

    private static string Fold(string name) => name.Replace("_", string.Empty).Replace("-", string.Empty).ToLowerInvariant();

    private static bool Ends(string name, string word) => name.EndsWith(word, StringComparison.Ordinal);
}
