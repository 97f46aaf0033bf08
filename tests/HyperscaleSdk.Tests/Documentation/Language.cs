namespace HyperscaleSdk.Tests.Documentation;

/// <summary>The language of a page.</summary>
internal sealed class Language
{
    public static readonly Language English = new(isKorean: false);

    public static readonly Language Korean = new(isKorean: true);

    private readonly bool _isKorean;

    private Language(bool isKorean) => _isKorean = isKorean;

    public string Unknown => Of("unknown", "미확인");

    public string Of(string english, string korean) => _isKorean ? korean : english;

    /// <summary>The file name of a provider's page.</summary>
    public string Page(ProviderDescriptor provider) => $"{provider.Id}{Of(string.Empty, ".ko")}.md";

    public string NamedLink(ProviderDescriptor provider, string folder = "") => $"[{MarkdownTable.Escape(Of(provider.EnglishName, provider.KoreanName))}]({folder}{Page(provider)})";

    public string Link(ProviderDescriptor provider) => $"[{provider.Id}]({Page(provider)})";
}
