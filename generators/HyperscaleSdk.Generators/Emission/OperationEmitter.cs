using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Generators.Emission;

/// <summary>Emits the method of one operation as a part of the typed client.</summary>
internal static class OperationEmitter
{
    public static string Emit(ClientPlan client, OperationPlan plan)
    {
        var writer = SourceFile.Start(
            client.Namespace,
            client.WithModelNamespace("System", "System.Collections.Generic", "System.IO", "System.Net.Http", "System.Text.Json", "System.Threading", "System.Threading.Tasks", "HyperscaleSdk.Runtime"));
        using (writer.Block($"public sealed partial class {client.Name}Client"))
        {
            if (plan.Answer != AnswerKind.None || !plan.Streams)
            {
                EmitCall(writer, plan);
            }

            if (plan.Streams)
            {
                if (plan.Answer != AnswerKind.None)
                {
                    writer.Line();
                }

                EmitStream(writer, plan);
            }
        }

        return writer.ToString();
    }

    private static void EmitCall(CodeWriter writer, OperationPlan plan)
    {
        var answer = plan.AnswerType?.Code;
        var (result, send) = plan.Answer switch
        {
            AnswerKind.Json when plan.AnswerType!.Kind == TypeKind.Model => ($"Task<{answer}>", $"SendAsync<{answer}>(request, cancellationToken)"),
            AnswerKind.Json => ($"Task<{answer}>", $"SendAsync<{answer}>(request, {plan.AnswerType!.Reader}, cancellationToken)"),
            AnswerKind.Text => ("Task<string>", "SendForTextAsync(request, cancellationToken)"),
            AnswerKind.Binary => ("Task<Stream>", "SendForStreamAsync(request, cancellationToken)"),
            _ => ("Task", "SendAsync(request, cancellationToken)"),
        };
        EmitDocs(writer, plan, "The answer.");
        using (writer.Block($"public {result} {plan.MethodName}Async({Signature(plan)})"))
        {
            EmitRequest(writer, plan, streaming: false);
            writer.Line($"return Transport.{send};");
        }
    }

    private static void EmitStream(CodeWriter writer, OperationPlan plan)
    {
        var type = plan.EventType!;
        EmitDocs(writer, plan, "The events of the answer as they arrive. A stream that breaks off ends with a HyperscaleException.");
        using (writer.Block($"public IAsyncEnumerable<StreamEvent<{type.Code}>> {plan.MethodName}StreamingAsync({Signature(plan)})"))
        {
            EmitRequest(writer, plan, streaming: true);
            var reader = type.Kind == TypeKind.Model ? "" : type.Reader + ", ";
            writer.Line($"return Transport.StreamAsync<{type.Code}>(request, {reader}cancellationToken);");
        }
    }

    private static void EmitDocs(CodeWriter writer, OperationPlan plan, string returns)
    {
        writer.Summary(plan.Summary, $"<c>{plan.HttpMethod} {CSharp.Doc(plan.Path)}</c>");
        writer.Doc("remarks", plan.Remarks);
        foreach (var parameter in plan.Parameters)
        {
            writer.Doc("param", parameter.Doc.Length > 0 ? parameter.Doc : $"The {parameter.Location} parameter <c>{CSharp.Doc(parameter.JsonName)}</c>.", $" name=\"{parameter.Name.TrimStart('@')}\"");
        }

        if (plan.Body is { } body)
        {
            writer.Doc("param", body.Doc.Length > 0 ? body.Doc : $"The body ({CSharp.Doc(body.MediaType)}).", $" name=\"{body.Name}\"");
        }

        writer.Line("/// <param name=\"cancellationToken\">Cancels the call.</param>");
        writer.Line($"/// <returns>{returns}</returns>");
        writer.Line("/// <exception cref=\"global::HyperscaleSdk.HyperscaleException\">The provider refused the call, could not be reached, or answered what cannot be read.</exception>");
        SourceFile.Obsolete(writer, plan.Deprecated);
    }

    private static string Signature(OperationPlan plan)
    {
        var required = plan.Parameters.Where(parameter => parameter.Required).Select(parameter => $"{parameter.Type.Code} {parameter.Name}").ToList();
        var optional = plan.Parameters.Where(parameter => !parameter.Required).Select(parameter => $"{parameter.Type.Code}? {parameter.Name} = null");
        if (plan.Body is { } body)
        {
            var type = body.Type?.Code ?? "HttpContent";
            if (body.Required)
            {
                required.Add($"{type} {body.Name}");
            }
            else
            {
                optional = new[] { $"{type}? {body.Name} = null" }.Concat(optional);
            }
        }

        return string.Join(", ", required.Concat(optional).Concat(new[] { "CancellationToken cancellationToken = default" }));
    }

    private static void EmitRequest(CodeWriter writer, OperationPlan plan, bool streaming)
    {
        foreach (var parameter in plan.Parameters.Where(parameter => parameter.Required && !parameter.Type.IsValueType))
        {
            writer.Line($"ArgumentNullException.ThrowIfNull({parameter.Name});");
        }

        if (plan.Body is { Required: true } and not { Type.IsValueType: true })
        {
            writer.Line($"ArgumentNullException.ThrowIfNull({plan.Body.Name});");
        }

        writer.Line($"var request = new ApiRequest({Method(plan.HttpMethod)}, {PathExpression(plan)})");
        writer.Line("{");
        foreach (var initializer in Initializers(plan, streaming))
        {
            writer.Line("    " + initializer + ",");
        }

        writer.Line("};");
        for (var i = 0; i < plan.Parameters.Count; i++)
        {
            if (plan.Parameters[i].Location != "path")
            {
                EmitParameter(writer, plan.Parameters[i], ParameterPlan.Given(i));
            }
        }
    }

    private static IEnumerable<string> Initializers(OperationPlan plan, bool streaming)
    {
        yield return $"Operation = {CSharp.Literal(plan.Id)}";
        if (plan.Body is { } body)
        {
            yield return body.Type switch
            {
                null => $"Content = {body.Name}",
                { Kind: TypeKind.Model or TypeKind.Union } => $"Body = {body.Name}",
                { IsValueType: true } when !body.Required => $"BodyWriter = {body.Name} is {{ }} bodyValue ? writer => {body.Type.Write("writer", "bodyValue")} : null",
                _ when !body.Required => $"BodyWriter = {body.Name} is null ? null : writer => {body.Type.Write("writer", body.Name)}",
                _ => $"BodyWriter = writer => {body.Type.Write("writer", body.Name)}",
            };
        }

        if (streaming)
        {
            yield return "Streaming = true";
        }
        else if (plan.Answer is AnswerKind.Text or AnswerKind.Binary)
        {
            yield return "Accept = \"*/*\"";
        }
    }

    private static string Method(string method) => method switch
    {
        "GET" => "HttpMethod.Get",
        "POST" => "HttpMethod.Post",
        "PUT" => "HttpMethod.Put",
        "DELETE" => "HttpMethod.Delete",
        "PATCH" => "HttpMethod.Patch",
        "HEAD" => "HttpMethod.Head",
        "OPTIONS" => "HttpMethod.Options",
        "TRACE" => "HttpMethod.Trace",
        _ => $"new HttpMethod({CSharp.Literal(method)})",
    };

    /// <summary>The path with its parameters put in, escaped.</summary>
    internal static string PathExpression(string path, System.Func<string, string> parameterText)
    {
        var parts = new List<string>();
        var at = 0;
        while (at < path.Length)
        {
            var open = path.IndexOf('{', at);
            var close = open < 0 ? -1 : path.IndexOf('}', open);
            if (open < 0 || close < 0)
            {
                parts.Add(CSharp.Literal(path.Substring(at)));
                break;
            }

            if (open > at)
            {
                parts.Add(CSharp.Literal(path.Substring(at, open - at)));
            }

            parts.Add(parameterText(path.Substring(open + 1, close - open - 1)));
            at = close + 1;
        }

        return parts.Count == 0 ? "\"\"" : string.Join(" + ", parts);
    }

    private static string PathExpression(OperationPlan plan) => PathExpression(plan.Path, name =>
    {
        var parameter = plan.Parameters.First(candidate => candidate.Location == "path" && candidate.JsonName == name);
        return parameter.Type.Kind == TypeKind.List
            ? $"ApiPath.Escape({Joined(parameter)})"
            : $"ApiPath.Escape({Text(parameter.Type, parameter.Name)})";
    });

    private static string Text(TypePlan type, string value) => type.Kind switch
    {
        TypeKind.String => value,
        TypeKind.Enum => value + ".Value",
        _ => $"ApiPath.Text({value})",
    };

    private static string Joined(ParameterPlan parameter)
        => $"string.Join(\",\", System.Linq.Enumerable.Select({parameter.Name}, static item => {Text(parameter.Type.Element!, "item")}))";

    private static void EmitParameter(CodeWriter writer, ParameterPlan parameter, string given)
    {
        var name = CSharp.Literal(parameter.JsonName);
        var add = parameter.Location switch
        {
            "header" => "AddHeader",
            "cookie" => "AddCookie",
            _ => "AddQuery",
        };

        var value = parameter.Name;
        if (!parameter.Required)
        {
            value = given;
            writer.Line($"if ({parameter.Name} is {{ }} {value})");
            writer.Line("{");
        }

        var indent = parameter.Required ? "" : "    ";
        if (parameter.Type.Kind == TypeKind.List && parameter.Location == "query")
        {
            writer.Line($"{indent}foreach (var item in {value})");
            writer.Line(indent + "{");
            writer.Line($"{indent}    request.{add}({name}, {Text(parameter.Type.Element!, "item")});");
            writer.Line(indent + "}");
        }
        else
        {
            var text = parameter.Type.Kind == TypeKind.List ? Joined(parameter with { Name = value }) : Text(parameter.Type, value);
            writer.Line($"{indent}request.{add}({name}, {text});");
        }

        if (!parameter.Required)
        {
            writer.Line("}");
        }
    }
}
