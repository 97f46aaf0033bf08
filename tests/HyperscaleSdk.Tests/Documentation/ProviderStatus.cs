using System.Globalization;

namespace HyperscaleSdk.Tests.Documentation;

/// <summary>What a reader has to know before a provider is chosen.</summary>
internal static class ProviderStatus
{
    public static IEnumerable<string> Of(ProviderDescriptor provider, Language language)
    {
        if (provider.IsDeprecated)
        {
            yield return language.Of("deprecated", "종료");
        }

        if (provider.IsExperimental)
        {
            yield return language.Of("experimental", "실험적");
        }

        if (provider.AllowsInsecureHttp)
        {
            yield return language.Of("insecure (plain HTTP)", "암호화 없음(HTTP)");
        }

        if (provider.NoPublicApiAsOf is { } day)
        {
            var date = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            yield return language.Of($"no public API ({date})", $"공개 API 없음({date})");
        }
    }
}
