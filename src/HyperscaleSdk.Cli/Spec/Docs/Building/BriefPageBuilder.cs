using HyperscaleSdk.Cli.Spec.Docs.Content;
using HyperscaleSdk.Generators;

namespace HyperscaleSdk.Cli.Spec.Docs.Building;

/// <summary>Puts the short page of a provider together: what it is, takes, costs and does with data, and how to begin. What is not known is said there.</summary>
internal static class BriefPageBuilder
{
    // A part of a text that is written in Korean has spaces, names and code in it as well.
    private const double LeastKorean = 0.3;

    /// <summary>Builds the page.</summary>
    /// <param name="plan">The plan; of a profile it says that it is one.</param>
    /// <param name="document">The document.</param>
    /// <param name="texts">The words.</param>
    public static DocsPage Build(SpecPlan plan, DocumentFacts document, DocsTexts texts)
    {
        var isUnified = plan.ChatRoutes.Count + plan.EmbeddingRoutes.Count > 0;
        var full = DocsPageBuilder.Build(plan, document, texts);
        var provider = new ProviderSections(plan.Provider, texts);
        return full with
        {
            Subtitle = [.. full.Subtitle.Take(1)],
            Introduction = plan.IsProfile ? [] : [.. full.Introduction.Where(paragraph => IsKorean(paragraph) == texts.IsKorean).Take(1)],
            Sections =
            [
                .. full.Sections.Where(section => section.Anchor is "overview"),
                new DocsSection(SectionKind.Part, "start", texts.Start) { Blocks = [new Snippet(new StartSnippet(plan).Text())] },
                provider.Models() ?? Nothing("models", texts.AiModels, isUnified ? texts.NoModels : texts.NoModelNeeded),
                provider.Prices() ?? Nothing("prices", texts.Prices, texts.NoPrices),
                provider.Limits() ?? Nothing("limits", texts.Limits, texts.NoLimits),
                provider.Data(),
                .. full.Sections.Where(section => section.Anchor is "errors"),
                .. plan.IsProfile || plan.Operations.Count == 0 ? Array.Empty<DocsSection>() : [Operations(plan, texts)],
            ],
            Types = new Dictionary<string, string>(StringComparer.Ordinal),
            IsBrief = true,
        };
    }

    private static DocsSection Nothing(string anchor, string title, string words) => new(SectionKind.Part, anchor, title) { Blocks = [new Paragraph(Prose.Inlines(words))] };

    private static DocsSection Operations(SpecPlan plan, DocsTexts texts) => new(SectionKind.Part, "operations", texts.TypedOperations)
    {
        Blocks =
        [
            new DataTable(
                [new(texts.Call, ColumnKind.Name), new(texts.SentAs, ColumnKind.Name), new(texts.Description)],
                [.. plan.Operations.Select(IReadOnlyList<Inline>[] (operation) =>
                [
                    [.. ProviderSections.Codes(EmittedMethod.Of(plan.Client, operation).Select(method => method.Name))],
                    [new CodeRun($"{operation.HttpMethod} {operation.Path}")],
                    [new TextRun(Prose.Plain(operation.Summary))],
                ])]).WithoutEmptyColumns(),
        ],
    };

    private static bool IsKorean(Paragraph paragraph)
    {
        var text = string.Concat(paragraph.Text.OfType<TextRun>().Select(run => run.Text));
        return text.Count(character => character is >= '가' and <= '힣') > text.Length * LeastKorean;
    }
}
