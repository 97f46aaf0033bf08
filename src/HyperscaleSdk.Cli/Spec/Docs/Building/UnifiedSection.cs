using System.Text.RegularExpressions;
using HyperscaleSdk.Cli.Spec.Docs.Content;
using HyperscaleSdk.Generators;
using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Cli.Spec.Docs.Building;

/// <summary>The clients of the unified interface: programs to begin with, and which route serves which model.</summary>
internal sealed partial class UnifiedSection(SpecPlan plan, DocsTexts texts)
{
    private bool HasChat => plan.ChatRoutes.Count > 0;

    private bool HasEmbeddings => plan.EmbeddingRoutes.Count > 0;

    // A comment holds nothing but the name of a variable: whatever else the document says could end it.
    private string KeyComment => plan.Provider.KeyVariable is { } variable && VariableName().IsMatch(variable) ? $"// {Numbers.Fill(texts.KeyComment, variable)}\n" : "";

    public DocsSection? Section() => !HasChat && !HasEmbeddings ? null : new DocsSection(SectionKind.Part, "unified", texts.Unified) { Blocks = [.. Blocks()] };

    private IEnumerable<Block> Blocks()
    {
        yield return new Paragraph([new TextRun(texts.UnifiedIntroduction)]);
        if (HasChat)
        {
            yield return new Caption(texts.Chat);
            yield return new Snippet(Chat());
        }

        if (HasEmbeddings)
        {
            yield return new Caption(texts.Embeddings);
            yield return new Snippet(Embeddings());
        }

        yield return new Caption(texts.Injection);
        yield return new Snippet(Injection());
        yield return new Caption(texts.Routes);
        yield return new DataTable([new(texts.Operations, ColumnKind.Name), new(texts.ServedModels, ColumnKind.Name), new(texts.IgnoredOptions, ColumnKind.Name)], [.. Rows(plan.ChatRoutes), .. Rows(plan.EmbeddingRoutes)]).WithoutEmptyColumns();
    }

    private string Chat() => $"""
        using {plan.Client.Namespace};
        using Microsoft.Extensions.AI;

        {KeyComment}using IChatClient chat = new {plan.Client.Name}ChatClient({CallSnippet.Options(plan)});

        var answer = await chat.GetResponseAsync("환불 규정을 두 문장으로 설명해 주세요.");
        Console.WriteLine(answer.Text);

        await foreach (var update in chat.GetStreamingResponseAsync("같은 내용을 한 문장으로 줄여 주세요."))
            Console.Write(update.Text);
        """;

    private string Embeddings() => $"""
        using {plan.Client.Namespace};
        using Microsoft.Extensions.AI;

        {KeyComment}using IEmbeddingGenerator<string, Embedding<float>> embeddings = new {plan.Client.Name}EmbeddingGenerator({CallSnippet.Options(plan)});

        var vectors = await embeddings.GenerateAsync(["서울의 날씨", "주식 시장"]);
        Console.WriteLine(vectors[0].Vector.Length);
        """;

    private string Injection()
    {
        var service = HasChat ? "IChatClient" : "IEmbeddingGenerator<string, Embedding<float>>";
        var usings = new[] { "HyperscaleSdk", plan.Client.Namespace, "Microsoft.Extensions.AI", "Microsoft.Extensions.DependencyInjection" };
        return $"""
            {string.Join('\n', usings.Distinct(StringComparer.Ordinal).Select(name => $"using {name};"))}

            var services = new ServiceCollection();
            services.AddHyperscale().Add{plan.Client.Name}();

            await using var provider = services.BuildServiceProvider();
            var client = provider.GetRequiredKeyedService<{service}>({plan.Client.Name}Provider.Id);
            """;
    }

    private IEnumerable<IReadOnlyList<Inline>[]> Rows(IReadOnlyList<RoutePlan> routes) => routes.Select(IReadOnlyList<Inline>[] (route) =>
    [
        [plan.Operations.Any(operation => string.Equals(operation.MethodName, route.Name, StringComparison.Ordinal)) ? new SectionLink(route.Name, OperationSections.Anchor(route.Name)) : new CodeRun(route.Name)],
        route.Models.Count == 0 ? [new TextRun(routes.Count == 1 ? texts.AllModels : texts.AllOtherModels)] : ProviderSections.Codes(route.Models),
        ProviderSections.Codes(route.Ignored),
    ]);

    [GeneratedRegex("^[A-Za-z0-9_]{1,100}$", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex VariableName();
}
