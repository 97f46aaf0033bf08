using System;
using System.Linq;
using HyperscaleSdk.Specification.OpenApi;

namespace HyperscaleSdk.Specification.Lint;

/// <summary>Chat and embeddings become <c>IChatClient</c> and <c>IEmbeddingGenerator</c> only where a binding says which operation is which.</summary>
internal sealed class BindingAbsentRule : ILintRule
{
    public void Check(LintContext context)
    {
        if (context.HasBinding)
        {
            return;
        }

        var posts = context.Document.Operations.FindAll(operation => operation.Method == "POST");
        var chat = posts.Find(operation => IsChat(context, operation));
        var embeddings = posts.Find(IsEmbeddings);
        if ((chat ?? embeddings) is not { } first)
        {
            return;
        }

        var found = new[] { chat, embeddings }.Where(operation => operation is not null).Select(operation => $"'{LintText.Name(operation!.Id)}'");
        var routes = new[] { (Key: "chat", Operation: chat), (Key: "embeddings", Operation: embeddings) }
            .Where(route => route.Operation is not null)
            .Select(route => $"{route.Key}: [{{ operation: {LintText.Name(route.Operation!.Id)}, dialect: openai }}]");
        context.Report(
            LintIds.BindingAbsent,
            first.NameSpan,
            $"{string.Join(" and ", found)} {(chat is not null && embeddings is not null ? "look" : "looks")} like chat or embeddings, but no binding says so: the SDK has no IChatClient or IEmbeddingGenerator.",
            $"{string.Join(", ", found)} 작업이 채팅이나 임베딩으로 보이지만 바인딩이 없습니다. IChatClient나 IEmbeddingGenerator가 만들어지지 않습니다.",
            $"Write a binding (docs/spec-binding.md), for an API in OpenAI's form `x-hyperscale: {{ version: 1, provider: {{ id: … }}, {string.Join(", ", routes)} }}`, and pass it with `--binding`.",
            $"바인딩(docs/spec-binding.md)을 작성하십시오. OpenAI 형식의 API라면 `x-hyperscale: {{ version: 1, provider: {{ id: … }}, {string.Join(", ", routes)} }}`이고, `--binding`으로 넘깁니다.");
    }

    private static bool IsChat(LintContext context, ApiOperation operation)
        => operation.Body.Find(content => content.IsJson)?.Schema is { } body
            && context.Facts.Member(SchemaFacts.Unwrap(body), "messages") is { } messages
            && (SchemaFacts.Unwrap(messages.Schema).Types & ApiTypes.Array) != ApiTypes.None
            && (operation.Path.IndexOf("chat", StringComparison.OrdinalIgnoreCase) >= 0 || operation.Path.IndexOf("completion", StringComparison.OrdinalIgnoreCase) >= 0);

    // The last fixed word of the path: '/v1/embeddings' is one, '/embeddings/jobs' is not.
    private static bool IsEmbeddings(ApiOperation operation)
        => operation.Body.Exists(content => content.IsJson)
            && operation.Path.Split('/').LastOrDefault(segment => segment.Length > 0 && segment[0] != '{') is { } last
            && last.ToLowerInvariant() is "embedding" or "embeddings" or "embed";
}
