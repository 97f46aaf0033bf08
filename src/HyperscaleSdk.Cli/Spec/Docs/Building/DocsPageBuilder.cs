using HyperscaleSdk.Cli.Spec.Docs.Content;
using HyperscaleSdk.Generators;
using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Cli.Spec.Docs.Building;

/// <summary>Puts the page of a provider together.</summary>
internal static class DocsPageBuilder
{
    private const int LongestName = 200;

    public static DocsPage Build(SpecPlan plan, DocumentFacts document, DocsTexts texts)
    {
        var provider = new ProviderSections(plan.Provider, texts);
        var operations = new OperationSections(plan, document, texts);
        var types = new TypeSections(texts);
        DocsSection?[] sections =
        [
            new OverviewSection(plan, document, operations.LeftOut(), texts).Section(),
            new UnifiedSection(plan, texts).Section(),
            provider.Models(),
            provider.Prices(),
            provider.Limits(),
            provider.Data(),
            provider.Errors(),
            plan.Operations.Count == 0 ? null : new DocsSection(SectionKind.Part, "operations", texts.Operations) { Children = operations.Groups() },
            plan.Models.Count == 0 ? null : new DocsSection(SectionKind.Part, "types", texts.Types) { Children = [.. plan.Models.Select(types.Section)] },
        ];
        var (first, second) = Names(plan.Provider, texts);
        return new DocsPage(
            first,
            Subtitle(plan, document, first, second),
            Prose.Paragraphs(document.Description),
            [.. sections.OfType<DocsSection>()],
            plan.Models.ToDictionary(model => model.Name, model => TypeSections.Anchor(model.Name), StringComparer.Ordinal),
            texts);
    }

    private static (string First, string Second) Names(ProviderPlan provider, DocsTexts texts)
    {
        var (english, korean) = (Name(provider.EnglishName, provider.Id), Name(provider.KoreanName, provider.Id));
        return texts.IsKorean ? (korean, english) : (english, korean);
    }

    // Each name once: a document without a binding has one for everything.
    private static IReadOnlyList<string> Subtitle(SpecPlan plan, DocumentFacts document, string first, string second)
        => [.. new[] { second, SafeText.OneLine(Prose.Unescape(plan.Client.Title), LongestName), document.Version }
            .Where(part => part.Length > 0 && !string.Equals(part, first, StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)];

    private static string Name(string name, string otherwise) => SafeText.OneLine(name, LongestName) is { Length: > 0 } text ? text : otherwise;
}
