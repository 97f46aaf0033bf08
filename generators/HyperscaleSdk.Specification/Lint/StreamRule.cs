using System;
using HyperscaleSdk.Specification.OpenApi;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Lint;

/// <summary>A streaming method is made of the answer <c>text/event-stream</c> and typed by its schema.</summary>
internal sealed class StreamRule : ILintRule
{
    public void Check(LintContext context)
    {
        foreach (var operation in context.Document.Operations)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (AsksForStream(context, operation) && !operation.Success.Exists(IsStream))
            {
                var name = LintText.Name(operation.Id);
                context.Report(
                    LintIds.StreamNotDescribed,
                    operation.NameSpan,
                    $"'{name}' takes the member 'stream' but describes no stream: it gets no streaming method.",
                    $"'{name}' 작업은 'stream' 멤버를 받지만 스트림 응답이 기술되지 않았습니다. 스트리밍 메서드가 만들어지지 않습니다.",
                    context.IsSwagger
                        ? "Describe it in OpenAPI 3: beside `application/json` write `text/event-stream: { schema: { $ref: '#/components/schemas/…' } }`, the data of one event."
                        : "Write beside `application/json`: `text/event-stream: { schema: { $ref: '#/components/schemas/…' } }`, the data of one event.",
                    context.IsSwagger
                        ? "OpenAPI 3으로 기술하십시오. `application/json` 옆에 `text/event-stream: { schema: { $ref: '#/components/schemas/…' } }`를 적고, 스키마는 이벤트 하나의 데이터로 합니다."
                        : "`application/json` 옆에 `text/event-stream: { schema: { $ref: '#/components/schemas/…' } }`를 적으십시오. 스키마는 이벤트 하나의 데이터입니다.");
            }

            CheckEventSchema(context, operation);
        }
    }

    private static void CheckEventSchema(LintContext context, ApiOperation operation)
    {
        foreach (var answer in context.Answers(operation))
        {
            if (!answer.Name.StartsWith("2", StringComparison.Ordinal))
            {
                continue;
            }

            foreach (var member in answer.Value["content"]?.Members ?? Array.Empty<SpecMember>())
            {
                if (!new ApiContent(member.Name, schema: null).IsEventStream || (member.Value["schema"] ?? member.Value["itemSchema"]) is { Members.Count: > 0 })
                {
                    continue;
                }

                var name = LintText.Name(operation.Id);
                context.Report(
                    LintIds.StreamNotDescribed,
                    member.NameSpan,
                    $"The events of '{name}' have no schema: its stream yields raw JSON.",
                    $"'{name}' 작업의 이벤트에 스키마가 없습니다. 스트림이 원시 JSON을 돌려줍니다.",
                    "Describe the data of one event: `schema: { $ref: '#/components/schemas/…' }`.",
                    "이벤트 하나의 데이터를 `schema: { $ref: '#/components/schemas/…' }`로 기술하십시오.");
            }
        }
    }

    private static bool AsksForStream(LintContext context, ApiOperation operation)
        => operation.Body.Find(content => content.IsJson)?.Schema is { } body
            && context.Facts.Member(SchemaFacts.Unwrap(body), "stream") is { } stream
            && SchemaFacts.Unwrap(stream.Schema).Types == ApiTypes.Boolean
            && !IsNeverTrue(SchemaFacts.Unwrap(stream.Schema).Node);

    // Where streaming has an operation of its own, this one says 'stream: false'.
    private static bool IsNeverTrue(SpecNode schema)
        => IsFalse(schema["const"]) || (schema["enum"] is { Items.Count: 1 } values && IsFalse(values.Items[0]));

    private static bool IsFalse(SpecNode? node) => node is not null && node.TryGetBoolean(out var value) && !value;

    private static bool IsStream(ApiContent content)
        => content.IsEventStream || content.MediaType.IndexOf("ndjson", StringComparison.OrdinalIgnoreCase) >= 0
            || content.MediaType.IndexOf("jsonl", StringComparison.OrdinalIgnoreCase) >= 0 || content.MediaType.IndexOf("stream", StringComparison.OrdinalIgnoreCase) >= 0;
}
