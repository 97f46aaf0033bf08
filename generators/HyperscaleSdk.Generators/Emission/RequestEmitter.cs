using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Generators.Emission;

/// <summary>Emits the statements that make the request of an operation.</summary>
internal static class RequestEmitter
{
    public static void Emit(CodeWriter writer, OperationPlan plan, bool streaming)
    {
        foreach (var name in NotNull(plan))
        {
            writer.Line($"ArgumentNullException.ThrowIfNull({name});");
        }

        if (plan.Body is { Kind: BodyKind.Multipart } multipart)
        {
            MultipartEmitter.Emit(writer, multipart);
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

        writer.Line("OnRequest(request);");
    }

    /// <summary>The path with its parameters put in, escaped.</summary>
    public static string PathExpression(string path, System.Func<string, string> parameterText)
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

    private static IEnumerable<string> NotNull(OperationPlan plan)
    {
        var parameters = plan.Parameters.Where(parameter => parameter.Required && !parameter.Type.IsValueType).Select(parameter => parameter.Name);
        var body = plan.Body switch
        {
            { Kind: BodyKind.Multipart } parts => parts.Fields.Where(field => field.Required && !field.IsValueType).Select(field => field.Name),
            { Required: true } single when single.Type?.IsValueType != true => new[] { single.Name },
            _ => Enumerable.Empty<string>(),
        };
        return parameters.Concat(body);
    }

    private static IEnumerable<string> Initializers(OperationPlan plan, bool streaming)
    {
        yield return $"Operation = {CSharp.Literal(plan.Id)}";
        if (plan.Server is { } server)
        {
            yield return $"Server = {CSharp.Literal(server)}";
        }

        foreach (var initializer in plan.Body is { } body ? Body(body) : Enumerable.Empty<string>())
        {
            yield return initializer;
        }

        if (streaming && plan.Stream == StreamKind.Events)
        {
            yield return "Streaming = true";
        }
        else if (streaming || plan.Answer is AnswerKind.Text or AnswerKind.Binary)
        {
            yield return streaming ? "Accept = \"application/x-ndjson, application/jsonl, application/json\"" : "Accept = \"*/*\"";
        }
    }

    private static IEnumerable<string> Body(BodyPlan body)
    {
        switch (body.Kind)
        {
            case BodyKind.Content:
                yield return $"Content = {body.Name}";
                break;
            case BodyKind.Multipart:
                yield return "Content = formParts.OrNothing";
                break;
            case BodyKind.Text or BodyKind.Bytes:
                var type = CSharp.Literal(body.MediaType);
                yield return $"Content = ApiContent.{body.Kind}({body.Name}, {(body.ChoiceName is { } choice ? $"{choice} ?? {type}" : type)})";
                break;
            default:
                yield return Value(body);
                break;
        }

        if (body.Kind == BodyKind.Form)
        {
            yield return $"FormStyle = ApiParameterStyle.{body.Style}";
            if (body.Fields.Count > 0)
            {
                yield return $"FormStyles = [{string.Join(", ", body.Fields.Select(field => $"({CSharp.Literal(field.JsonName)}, ApiParameterStyle.{field.Style})"))}]";
            }
        }
    }

    private static string Value(BodyPlan body) => body.Type switch
    {
        { Kind: TypeKind.Model or TypeKind.Union } => $"Body = {body.Name}",
        { IsValueType: true } when !body.Required => $"BodyWriter = {body.Name} is {{ }} bodyValue ? writer => {body.Type!.Write("writer", "bodyValue")} : null",
        _ when !body.Required => $"BodyWriter = {body.Name} is null ? null : writer => {body.Type!.Write("writer", body.Name)}",
        _ => $"BodyWriter = writer => {body.Type!.Write("writer", body.Name)}",
    };

    private static string Method(string method) => method switch
    {
        "GET" or "POST" or "PUT" or "DELETE" or "PATCH" or "HEAD" or "OPTIONS" or "TRACE" => $"HttpMethod.{method[0]}{method.Substring(1).ToLowerInvariant()}",
        _ => $"new HttpMethod({CSharp.Literal(method)})",
    };

    private static string PathExpression(OperationPlan plan) => PathExpression(plan.Path, name =>
    {
        var parameter = plan.Parameters.First(candidate => candidate.Location == "path" && candidate.JsonName == name);
        return parameter.IsPlain
            ? $"ApiPath.Escape({Text(parameter.Type, parameter.Name)})"
            : $"ApiPath.Escape({CSharp.Literal(parameter.JsonName)}, {Styled(parameter, parameter.Name)})";
    });

    private static string Text(TypePlan type, string value) => type.Kind switch
    {
        TypeKind.String => value,
        TypeKind.Enum => value + ".Value",
        _ => $"ApiPath.Text({value})",
    };

    private static string Styled(ParameterPlan parameter, string value) => $"ApiParameterStyle.{parameter.Style}, writer => {parameter.Type.Write("writer", value)}";

    private static void EmitParameter(CodeWriter writer, ParameterPlan parameter, string given)
    {
        var add = parameter.Location switch
        {
            "header" => "AddHeader",
            "cookie" => "AddCookie",
            _ => "AddQuery",
        };
        var value = parameter.Required ? parameter.Name : given;
        var reserved = parameter is { AllowReserved: true, Location: "query" } ? ", allowReserved: true" : "";
        var call = $"request.{add}({CSharp.Literal(parameter.JsonName)}, {(parameter.IsPlain ? Text(parameter.Type, value) : Styled(parameter, value) + reserved)});";
        writer.Line(parameter.Required ? call : $"if ({parameter.Name} is {{ }} {value}) {{ {call} }}");
    }
}
