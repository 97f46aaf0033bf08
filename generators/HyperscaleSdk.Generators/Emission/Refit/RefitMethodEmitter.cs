using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Generators.Emission.Refit;

/// <summary>Emits the methods of an operation: one for the whole answer, one for the answer as it arrives.</summary>
internal static class RefitMethodEmitter
{
    public static bool HasCall(RefitOperation operation) => operation.Plan.Answer != AnswerKind.None || operation.Plan.Stream == StreamKind.None;

    public static string CallName(OperationPlan plan) => plan.MethodName + "Async";

    public static string StreamName(OperationPlan plan) => plan.MethodName + "StreamingAsync";

    public static void EmitCall(CodeWriter writer, RefitVocabulary words, RefitOperation operation)
    {
        var plan = operation.Plan;
        var returns = plan.Answer switch
        {
            AnswerKind.None => "A task that ends when the provider has answered.",
            AnswerKind.Binary => "The body of the answer, which the caller disposes.",
            _ => plan.AnswerOptional ? "The answer; its default value when the provider sends no body (older versions of Refit throw then)." : "The answer.",
        };
        EmitDocs(writer, words, operation, returns);
        EmitMethod(writer, words, operation, Result(plan), CallName(plan), plan.Answer is AnswerKind.Text or AnswerKind.Binary ? "*/*" : null);
    }

    public static void EmitStream(CodeWriter writer, RefitVocabulary words, RefitOperation operation, string name)
    {
        var plan = operation.Plan;
        var isLines = plan.Stream == StreamKind.Lines;
        var what = isLines ? "lines of JSON" : "server-sent events";
        var type = CSharp.Doc(plan.EventType!.Code);
        var how = isLines ? "<c>JsonSerializer.DeserializeAsyncEnumerable</c> with <c>topLevelValues</c>" : "<c>System.Net.ServerSentEvents.SseParser</c>";
        EmitDocs(writer, words, operation, $"The {what} as they arrive, each with a <c>{type}</c>: read them with {how}. The caller disposes the stream.");
        EmitMethod(writer, words, operation, "Task<Stream>", name, isLines ? "application/x-ndjson, application/jsonl, application/json" : "text/event-stream");
    }

    private static string Result(OperationPlan plan) => plan.Answer switch
    {
        // Refit hands a string over as it came, with JSON's quotes.
        AnswerKind.Json when plan.AnswerType!.Kind == TypeKind.String => "Task<JsonElement>",
        AnswerKind.Json => $"Task<{plan.AnswerType!.Code}{(plan.AnswerOptional && !plan.AnswerType.IsValueType ? "?" : "")}>",
        AnswerKind.Text => "Task<string>",
        AnswerKind.Binary => "Task<Stream>",
        _ => "Task",
    };

    private static void EmitDocs(CodeWriter writer, RefitVocabulary words, RefitOperation operation, string returns)
    {
        OperationDocs.Start(writer, operation.Plan);
        foreach (var parameter in operation.Parameters)
        {
            OperationDocs.Parameter(writer, parameter.Name, parameter.Doc);
        }

        OperationDocs.End(writer, operation.Plan, returns, words.Name("ApiException"), "The provider refused the call, or answered what cannot be read.");
    }

    private static void EmitMethod(CodeWriter writer, RefitVocabulary words, RefitOperation operation, string result, string name, string? accept)
    {
        writer.Line($"[{words.Name(operation.Verb)}({CSharp.Literal(operation.Path)})]");
        if (operation.IsMultipart)
        {
            writer.Line($"[{words.Name("Multipart")}]");
        }

        if (string.Join(", ", Headers(operation, accept)) is { Length: > 0 } headers)
        {
            writer.Line($"[{words.Name("Headers")}({headers})]");
        }

        var parameters = operation.Parameters.Select(parameter => parameter.Code).Concat(new[] { "CancellationToken cancellationToken = default" });
        writer.Line($"{result} {name}({string.Join(", ", parameters)});");
    }

    private static IEnumerable<string> Headers(RefitOperation operation, string? accept)
    {
        if (accept is not null)
        {
            yield return CSharp.Literal("Accept: " + accept);
        }

        if (operation.ContentType is { } contentType)
        {
            yield return CSharp.Literal("Content-Type: " + contentType);
        }
    }
}
