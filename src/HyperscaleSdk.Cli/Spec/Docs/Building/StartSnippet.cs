using HyperscaleSdk.Generators;
using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Cli.Spec.Docs.Building;

/// <summary>The shortest program that gets an answer of the provider.</summary>
internal sealed class StartSnippet(SpecPlan plan)
{
    private const string Address = "BaseAddress = new Uri(\"https://api.example.com/v1\")";

    public string Text() => plan switch
    {
        { ChatRoutes.Count: > 0 } => $$"""
            using {{plan.Client.Namespace}};
            using Microsoft.Extensions.AI;

            using IChatClient chat = new {{plan.Client.Name}}ChatClient({{Options("Model", "chat")}});
            var answer = await chat.GetResponseAsync("환불 규정을 두 문장으로 설명해 주세요.");
            Console.WriteLine(answer.Text);
            """,
        { EmbeddingRoutes.Count: > 0 } => $$"""
            using {{plan.Client.Namespace}};
            using Microsoft.Extensions.AI;

            using IEmbeddingGenerator<string, Embedding<float>> embeddings = new {{plan.Client.Name}}EmbeddingGenerator({{Options("EmbeddingModel", "embedding")}});
            var vectors = await embeddings.GenerateAsync(["서울의 날씨", "주식 시장"]);
            Console.WriteLine(vectors[0].Vector.Length);
            """,
        { Operations.Count: > 0 } => new CallSnippet(plan).Of(EmittedMethod.Of(plan.Client, plan.Operations[0])[0], modelId: null),
        _ => "// No operation is described.",
    };

    private string Options(string property, string kind)
    {
        string[] members =
        [
            .. plan.Provider.BaseAddress is null ? [Address] : Array.Empty<string>(),
            .. plan.Provider.Models.Any(model => string.Equals(model.Kind, kind, StringComparison.Ordinal)) ? Array.Empty<string>() : [$"{property} = \"my-model\""],
        ];
        return $"new {plan.Client.Name}Options{(members.Length == 0 ? "()" : $" {{ {string.Join(", ", members)} }}")}";
    }
}
