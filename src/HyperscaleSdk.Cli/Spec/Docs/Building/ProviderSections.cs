using HyperscaleSdk.Cli.Spec.Docs.Content;
using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Cli.Spec.Docs.Building;

/// <summary>What the plan knows of the provider as sections. What is not known is said to be unknown.</summary>
internal sealed class ProviderSections(ProviderPlan provider, DocsTexts texts)
{
    // Where a binding gives no date or source, the plan holds these.
    private const string NoDate = "2000-01-01";
    private const string NoSource = "not stated";

    private IReadOnlyList<Inline> Unknown { get; } = [new MutedRun(texts.Unknown)];

    public DocsSection? Models() => provider.Models.Count == 0 ? null : new DocsSection(SectionKind.Part, "models", texts.AiModels)
    {
        Blocks =
        [
            new DataTable(
                [
                    new(texts.Model, ColumnKind.Name), new(texts.Kind, ColumnKind.Short), new(texts.Context, ColumnKind.Number), new(texts.MaxOutput, ColumnKind.Number), new(texts.Dimensions, ColumnKind.Number),
                    new(texts.Capabilities, ColumnKind.Name), new(texts.EndOfService, ColumnKind.Short),
                ],
                [.. provider.Models.Select(Row)]).WithoutEmptyColumns(),
        ],
    };

    public DocsSection? Prices()
    {
        if (provider.Models.All(model => model.Prices.Count == 0))
        {
            return null;
        }

        // One currency is said once, above the table.
        var prices = provider.Models.SelectMany(model => model.Prices).ToList();
        var currency = prices.TrueForAll(price => string.Equals(price.Currency, prices[0].Currency, StringComparison.Ordinal)) ? prices[0].Currency : null;
        var table = new DataTable(
            [
                new(texts.Model, ColumnKind.Name), new(texts.From, ColumnKind.Short), new(texts.Unit, ColumnKind.Name), new(texts.Input, ColumnKind.Number), new(texts.Output, ColumnKind.Number), new(texts.CachedInput, ColumnKind.Number),
                new(texts.Source), new(texts.Confidence, ColumnKind.Short),
            ],
            [.. provider.Models.SelectMany(model => model.Prices.Select(price => Row(model, price, isUnitKnown: currency is not null)))]).WithoutEmptyColumns();
        var bars = Bars();
        Block[] blocks =
        [
            .. bars.Count < 2 ? Array.Empty<Block>() : [new PriceChart(bars)],
            new Paragraph([new TextRun($"{(currency is null ? "" : Numbers.Fill(texts.PerMillionTokens, currency) + ", ")}{texts.WithoutTax}")]),
            table,
            .. Without(texts.PriceUnknown, model => model.Prices.Count == 0),
        ];
        return new DocsSection(SectionKind.Part, "prices", texts.Prices) { Blocks = blocks };
    }

    public DocsSection? Limits() => provider.Models.All(model => model.Limits is null) ? null : new DocsSection(SectionKind.Part, "limits", texts.Limits)
    {
        Blocks =
        [
            new DataTable(
                [
                    new(texts.Model, ColumnKind.Name), new(texts.RequestsPerMinute, ColumnKind.Number), new(texts.TokensPerMinute, ColumnKind.Number), new(texts.Source), new(texts.AsOf, ColumnKind.Short),
                    new(texts.Confidence, ColumnKind.Short),
                ],
                [.. provider.Models.Where(model => model.Limits is not null).Select(IReadOnlyList<Inline>[] (model) =>
                    [
                        [new CodeRun(model.Id)], Number(model.Limits!.RequestsPerMinute), Number(model.Limits.TokensPerMinute), Source(model.Limits.Source), Date(model.Limits.AsOf), Confidence(model.Limits.Confidence),
                    ])]),
            .. Without(texts.LimitUnknown, model => model.Limits is null),
        ],
    };

    public DocsSection Data()
    {
        var data = provider.Data;
        return new DocsSection(SectionKind.Part, "data", texts.Data)
        {
            Blocks =
            [
                new FactList(
                [
                    new(texts.Countries, data.Countries.Count == 0 ? Unknown : Codes(data.Countries)),
                    new(texts.TrainsOnInput, data.TrainsOnInput is { } trains ? [new TextRun(trains ? texts.Yes : texts.No)] : Unknown),
                    new(texts.Retention, data.RetentionDays is { } days ? [new TextRun(Numbers.Fill(texts.Days, Numbers.Text(days)))] : Unknown),
                    new(texts.PersonalData, data.RefusesPersonalData ? [new StrongRun(texts.PersonalDataRefused)] : [new TextRun(texts.PersonalDataByPolicy)]),
                    new(texts.Source, Source(data.Source)),
                    new(texts.AsOf, Date(data.AsOf)),
                    new(texts.Confidence, Confidence(data.Confidence)),
                ]),
            ],
        };
    }

    public DocsSection? Errors()
    {
        var errors = provider.Errors;
        var advice = errors.Advice.ToLookup(item => item.Code, item => item.Text, StringComparer.Ordinal);
        var codes = errors.Advice.Select(item => item.Code).Concat(errors.Transient).Concat(errors.Permanent).Distinct(StringComparer.Ordinal).ToList();
        return codes.Count == 0 ? null : new DocsSection(SectionKind.Part, "errors", texts.Errors)
        {
            Blocks =
            [
                new DataTable(
                    [new(texts.ErrorCode, ColumnKind.Name), new(texts.Retried, ColumnKind.Short), new(texts.Advice)],
                    [.. codes.Select(IReadOnlyList<Inline>[] (code) =>
                    [
                        [new CodeRun(code)],
                        errors.Transient.Contains(code, StringComparer.Ordinal) ? [new TextRun(texts.Yes)] : errors.Permanent.Contains(code, StringComparer.Ordinal) ? [new TextRun(texts.No)] : [],
                        Prose.Inlines(string.Join(' ', advice[code])),
                    ])]).WithoutEmptyColumns(),
            ],
        };
    }

    /// <summary>Names in code, with commas in between.</summary>
    public static IReadOnlyList<Inline> Codes(IEnumerable<string> names)
    {
        var inlines = new List<Inline>();
        foreach (var name in names)
        {
            if (inlines.Count > 0)
            {
                inlines.Add(new TextRun(", "));
            }

            inlines.Add(new CodeRun(name));
        }

        return inlines;
    }

    private IReadOnlyList<Inline>[] Row(AiModelPlan model) =>
    [
        model.Aliases.Count == 0 ? [new CodeRun(model.Id)] : [new CodeRun(model.Id), new MutedRun(" = "), .. Codes(model.Aliases)],
        [new TextRun(IsEmbedding(model) ? texts.EmbeddingModel : texts.ChatModel)],
        Number(model.ContextTokens),
        IsEmbedding(model) ? [] : Number(model.MaxOutputTokens),
        IsEmbedding(model) ? Number(model.Dimensions) : [],
        model.Capabilities.Count == 0 ? IsEmbedding(model) ? [] : [new MutedRun(texts.NoneKnown)] : [new TextRun(string.Join(", ", model.Capabilities.Select(ability => DocsTexts.Word(texts.Abilities, ability))))],
        model.EndOfService is { } end ? [new TextRun(end)] : [],
    ];

    // A vector has no price of its own: it is the input that is paid for. Without a price of its own, cached input costs as much as other.
    private IReadOnlyList<Inline>[] Row(AiModelPlan model, PricePlan price, bool isUnitKnown) =>
    [
        [new CodeRun(model.Id)],
        Date(price.From),
        isUnitKnown ? [] : [new TextRun(Numbers.Fill(texts.PerMillionTokens, price.Currency))],
        Money(price.Input),
        IsEmbedding(model) && price.Output is null ? [] : Money(price.Output),
        price.CachedInput is null ? [] : Money(price.CachedInput),
        Source(price.Source),
        Confidence(price.Confidence),
    ];

    private IEnumerable<Block> Without(string words, Func<AiModelPlan, bool> isUnknown)
    {
        var names = provider.Models.Where(isUnknown).Select(model => model.Id).ToList();
        return names.Count == 0 ? [] : [new Paragraph([new TextRun(words), .. Codes(names)])];
    }

    private List<PriceBar> Bars()
    {
        var bars = new List<PriceBar>();
        foreach (var model in provider.Models)
        {
            // Prices stand with the newest first.
            if (model.Prices.FirstOrDefault(price => string.Equals(price.Currency, "KRW", StringComparison.Ordinal)) is { } price
                && new PriceBar(model.Id, Numbers.Amount(price.Input), Numbers.Amount(price.Output)) is var bar
                && (bar.Input ?? bar.Output) is not null)
            {
                bars.Add(bar);
            }
        }

        return bars;
    }

    private static bool IsEmbedding(AiModelPlan model) => string.Equals(model.Kind, "embedding", StringComparison.Ordinal);

    private IReadOnlyList<Inline> Number(int? number) => number is { } known ? [new TextRun(Numbers.Text(known))] : Unknown;

    private IReadOnlyList<Inline> Money(string? amount) => Numbers.Amount(amount) is { } known ? [new TextRun(Numbers.Text(known))] : Unknown;

    private IReadOnlyList<Inline> Confidence(string? confidence)
        => confidence is null or "unknown" ? Unknown : [new TextRun(DocsTexts.Word(texts.Confidences, confidence))];

    private IReadOnlyList<Inline> Date(string date) => string.Equals(date, NoDate, StringComparison.Ordinal) ? Unknown : [new TextRun(date)];

    private IReadOnlyList<Inline> Source(string source) => string.Equals(source, NoSource, StringComparison.Ordinal) ? Unknown : Prose.Inlines(source);
}
