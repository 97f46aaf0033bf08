using HyperscaleSdk.Cli.Spec.Docs.Content;
using HyperscaleSdk.Generators;
using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Cli.Spec.Docs.Building;

/// <summary>Address, key and names of the client.</summary>
internal sealed class OverviewSection(SpecPlan plan, DocumentFacts document, IReadOnlyList<string> leftOut, DocsTexts texts)
{
    private const int MostLeftOut = 20;

    public DocsSection Section() => new(SectionKind.Part, "overview", texts.Overview) { Blocks = [new FactList([.. Facts()])] };

    private IEnumerable<Fact> Facts()
    {
        var provider = plan.Provider;
        yield return new(texts.ProviderId, [new CodeRun(provider.Id)]);
        var status = Status(provider).ToList();
        if (status.Count > 0)
        {
            yield return new(texts.Status, [new StrongRun(string.Join("; ", status))]);
        }

        yield return new(texts.BaseAddress, provider.BaseAddress is { } address ? [new CodeRun(address)] : [new TextRun(texts.AddressMustBeSet)]);
        var hint = (texts.IsKorean ? provider.KoreanAddressHint : null) ?? provider.AddressHint;
        if (hint is not null)
        {
            yield return new(texts.WhereToFindIt, Prose.Inlines(hint));
        }

        if (provider.Hosts.Count > 0)
        {
            yield return new(texts.Hosts, ProviderSections.Codes(provider.Hosts));
        }

        yield return new(texts.Key, Key(provider));
        yield return new(texts.Clients, ProviderSections.Codes(Clients()));
        yield return new(texts.Namespace, ProviderSections.Codes(new[] { plan.Client.Namespace, plan.Client.ModelNamespace }.Distinct(StringComparer.Ordinal)));
        if (SafeAddress.Find(document.FurtherReading) is { } further)
        {
            yield return new(texts.FurtherReading, [new WebLink(document.FurtherReading!, further)]);
        }

        if (leftOut.Count > 0)
        {
            IEnumerable<Inline> more = leftOut.Count > MostLeftOut ? [new MutedRun(" " + Numbers.Fill(texts.More, Numbers.Text(leftOut.Count - MostLeftOut)))] : [];
            yield return new(texts.LeftOut, [.. ProviderSections.Codes(leftOut.Take(MostLeftOut)), .. more]);
        }
    }

    private IEnumerable<string> Clients()
    {
        if (plan.ChatRoutes.Count > 0)
        {
            yield return plan.Client.Name + "ChatClient";
        }

        if (plan.EmbeddingRoutes.Count > 0)
        {
            yield return plan.Client.Name + "EmbeddingGenerator";
        }

        // A profile shares the typed client of the document that it extends.
        if (!plan.IsProfile)
        {
            yield return plan.Client.Name + "Client";
        }
    }

    private IEnumerable<string> Status(ProviderPlan provider)
    {
        if (provider.IsDeprecated)
        {
            yield return texts.Ended;
        }

        if (provider.IsExperimental)
        {
            yield return texts.Experimental;
        }

        if (provider.AllowsInsecureHttp)
        {
            yield return texts.Insecure;
        }

        if (provider.NoPublicApiAsOf is { } day)
        {
            yield return Numbers.Fill(texts.NoPublicApi, day);
        }
    }

    private IReadOnlyList<Inline> Key(ProviderPlan provider)
    {
        if (!provider.Key.IsUsed || provider.KeyVariable is null)
        {
            return [new TextRun(texts.NoKey)];
        }

        var inlines = new List<Inline>();
        foreach (var variable in ApiKeyVariables.NamesOf(provider.Id, provider.KeyVariable))
        {
            inlines.AddRange(inlines.Count > 0 ? [new TextRun($" {texts.Or} "), new CodeRun(variable)] : [new CodeRun(variable)]);
        }

        inlines.AddRange([new MutedRun($" · {texts.KeyHeader} "), new CodeRun(provider.Key.Query is { } query ? $"?{query}=…" : $"{provider.Key.Header}: {provider.Key.Prefix}…")]);
        if (!provider.KeyRequired)
        {
            inlines.Add(new MutedRun($" · {texts.OptionalKey}"));
        }

        return inlines;
    }
}
