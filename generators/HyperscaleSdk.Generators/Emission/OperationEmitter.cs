using System.Linq;
using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Generators.Emission;

/// <summary>Emits the methods of one operation as a part of the typed client.</summary>
internal static class OperationEmitter
{
    public static string Emit(ClientPlan client, OperationPlan plan)
    {
        var writer = SourceFile.Start(
            client.Namespace,
            client.WithModelNamespace("System", "System.Collections.Generic", "System.IO", "System.Net.Http", "System.Text.Json", "System.Threading", "System.Threading.Tasks", "HyperscaleSdk", "HyperscaleSdk.Runtime"));
        using (writer.Block($"public sealed partial class {client.Name}Client"))
        {
            if (plan.Answer != AnswerKind.None || plan.Stream == StreamKind.None)
            {
                EmitCall(writer, plan);
            }

            if (plan.Stream != StreamKind.None)
            {
                EmitStream(writer, plan);
            }

            if (plan.Paging is { } paging)
            {
                EmitPages(writer, plan, paging);
            }
        }

        return writer.ToString();
    }

    /// <summary>The declaration of the method that calls the operation, without its modifiers.</summary>
    public static string Declaration(OperationPlan plan) => $"{Result(plan)} {plan.MethodName}Async({OperationSignature.Of(plan)})";

    private static string Result(OperationPlan plan) => plan.Answer switch
    {
        AnswerKind.Json => $"Task<{plan.AnswerType!.Code}{(plan.AnswerOptional && !plan.AnswerType.IsValueType ? "?" : "")}>",
        AnswerKind.Text => "Task<string>",
        AnswerKind.Binary => "Task<Stream>",
        _ => "Task",
    };

    private static void EmitCall(CodeWriter writer, OperationPlan plan)
    {
        var answer = plan.AnswerType?.Code;
        var send = plan.Answer switch
        {
            AnswerKind.Json when plan.AnswerOptional => $"SendOptionalAsync<{answer}>(request, {plan.AnswerType!.Reader}, cancellationToken)",
            AnswerKind.Json when plan.AnswerType!.Kind == TypeKind.Model => $"SendAsync<{answer}>(request, cancellationToken)",
            AnswerKind.Json => $"SendAsync<{answer}>(request, {plan.AnswerType!.Reader}, cancellationToken)",
            AnswerKind.Text => "SendForTextAsync(request, cancellationToken)",
            AnswerKind.Binary => "SendForStreamAsync(request, cancellationToken)",
            _ => "SendAsync(request, cancellationToken)",
        };
        OperationDocs.Emit(writer, plan, plan.AnswerOptional ? "The answer; its default value when the provider sends no body." : "The answer.");
        using (writer.Block("public " + Declaration(plan)))
        {
            RequestEmitter.Emit(writer, plan, streaming: false);
            writer.Line($"return Transport.{send};");
        }
    }

    private static void EmitStream(CodeWriter writer, OperationPlan plan)
    {
        var type = plan.EventType!;
        var isLines = plan.Stream == StreamKind.Lines;
        var (result, send) = isLines ? (type.Code, "StreamLinesAsync") : ($"StreamEvent<{type.Code}>", "StreamAsync");
        var what = isLines ? "values" : "events";
        OperationDocs.Emit(writer, plan, $"The {what} of the answer as they arrive. A stream that breaks off ends with a HyperscaleException.");
        using (writer.Block($"public IAsyncEnumerable<{result}> {plan.MethodName}StreamingAsync({OperationSignature.Of(plan)})"))
        {
            RequestEmitter.Emit(writer, plan, streaming: true);
            var reader = type.Kind == TypeKind.Model && !isLines ? "" : type.Reader + ", ";
            writer.Line($"return Transport.{send}<{type.Code}>(request, {reader}cancellationToken);");
        }
    }

    private static void EmitPages(CodeWriter writer, OperationPlan plan, PagingPlan paging)
    {
        var rest = plan with { Parameters = new(plan.Parameters.Where(parameter => parameter.Name != paging.Token)) };
        var arguments = rest.Parameters.Select(parameter => parameter.Name).Concat(new[] { paging.Token })
            .Select(name => $"{name}: {(name == paging.Token ? "givenPage" : name)}");
        OperationDocs.Emit(writer, rest, "The items of all pages, each page asked for when its first item is needed.");
        writer.Line($"public IAsyncEnumerable<{paging.Item.Code}> {paging.MethodName}Async({OperationSignature.Of(rest)})");
        writer.Line($"    => ApiPages.ItemsAsync<{plan.AnswerType!.Code}, {paging.Item.Code}>(");
        writer.Line($"        (givenPage, givenCancellation) => {plan.MethodName}Async({string.Join(", ", arguments)}, cancellationToken: givenCancellation),");
        writer.Line($"        static page => {paging.Items},");
        writer.Line($"        static page => {paging.Next},");
        writer.Line("        cancellationToken);");
    }
}
