using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Generators.Emission;
using HyperscaleSdk.Generators.Planning;
using HyperscaleSdk.Specification.Diagnostics;
using HyperscaleSdk.Specification.OpenApi;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Generators.Binding;

/// <summary>What chat and embedding routes have in common: the operation, the model's place, constants, conditions, option slots.</summary>
internal sealed class RouteCompiler
{
    public RouteCompiler(BindingContext context, PathCompiler paths, ApiDocument document, IReadOnlyDictionary<ApiOperation, OperationPlan> operations)
    {
        Context = context;
        Paths = paths;
        Document = document;
        Operations = operations;
    }

    public BindingContext Context { get; }

    public PathCompiler Paths { get; }

    public ApiDocument Document { get; }

    public IReadOnlyDictionary<ApiOperation, OperationPlan> Operations { get; }

    /// <summary>The operation that a route names; null with a diagnostic when the document has none of that id.</summary>
    public OperationPlan? Operation(SpecNode route, string what)
    {
        if (Context.Text(route, "operation", what, required: true) is not { } id)
        {
            return null;
        }

        foreach (var entry in Operations)
        {
            if (entry.Key.Id == id)
            {
                return entry.Value;
            }
        }

        Context.Report(
            SpecIds.BindingName,
            route["operation"]!,
            $"The document has no operation '{id}'. It has {string.Join(", ", Operations.Keys.Take(12).Select(operation => operation.Id))}.",
            $"문서에 '{id}' 작업이 없습니다. 문서에 있는 작업: {string.Join(", ", Operations.Keys.Take(12).Select(operation => operation.Id))}.");
        return null;
    }

    /// <summary>An expression that is true when the call's model is one of a list; null when the list is absent.</summary>
    public static string? ModelCondition(SpecNode node)
    {
        var models = BindingContext.Texts(node["models"]);
        return models.Count == 0 ? null : $"call.IsModel({string.Join(", ", models.Select(CSharp.Literal))})";
    }

    /// <summary>The method that makes the HTTP request.</summary>
    public void EmitApiRequest(CodeWriter writer, OperationPlan operation, SpecNode route, string callType, string wireOperation)
    {
        var requestType = operation.JsonBody!.Name!;
        var pathParameter = Context.Text(route["model"] ?? route, "path", "model");
        if (route["model"] is { } place)
        {
            Context.AllowOnly(place, "model", "path", "at", "header", "prefix");
        }

        foreach (var parameter in operation.Parameters.Where(parameter => parameter.Location == "path" && parameter.JsonName != pathParameter))
        {
            Context.Report(
                SpecIds.BindingName,
                route["operation"]!,
                $"The path parameter '{parameter.JsonName}' of '{operation.Id}' gets no value. Name it under 'model.path'.",
                $"'{operation.Id}' 작업의 경로 매개변수 '{parameter.JsonName}'에 들어갈 값이 없습니다. 'model.path'에 그 이름을 적으십시오.");
        }

        if (pathParameter is not null && !operation.Parameters.Any(parameter => parameter.Location == "path" && parameter.JsonName == pathParameter))
        {
            Context.Report(
                SpecIds.BindingName,
                route["model"]!["path"]!,
                $"'{operation.Id}' has no path parameter '{pathParameter}'.",
                $"'{operation.Id}' 작업에 '{pathParameter}' 경로 매개변수가 없습니다.");
        }

        using (writer.Block($"protected override ApiRequest ToApiRequest({requestType} body, {callType} call)"))
        {
            writer.Line($"var request = new ApiRequest(HttpMethod.{operation.HttpMethod[0]}{operation.HttpMethod.Substring(1).ToLowerInvariant()}, {RequestEmitter.PathExpression(operation.Path, _ => $"ApiPath.Escape({WireModel(route)})")})");
            writer.Line("{");
            writer.Line($"    Operation = {CSharp.Literal(operation.Id)},");
            writer.Line($"    WireOperation = {CSharp.Literal(wireOperation)},");
            writer.Line("    Model = call.Model,");
            if (operation.Server is { } server)
            {
                writer.Line($"    Server = {CSharp.Literal(server)},");
            }

            writer.Line("    Body = body,");
            if (wireOperation == "chat")
            {
                writer.Line("    Streaming = call.Streaming,");
                writer.Line("    MaxOutputTokens = call.MaxOutputTokens,");
            }

            writer.Line("};");
            if (route["model"]?["header"]?.Scalar is { } header)
            {
                writer.Line($"request.AddHeader({CSharp.Literal(header)}, {WireModel(route)});");
            }

            writer.Line("return request;");
        }
    }

    /// <summary>Assigns the model where it stands in the body.</summary>
    public void EmitModel(CodeWriter writer, TypePlan requestType, SpecNode route)
    {
        if (route["model"]?["at"] is { } at)
        {
            EmitAssignment(writer, requestType, at, "text", WireModel(route));
        }
    }

    // "task:abc" is the model abc of the route that serves "task:*".
    private string WireModel(SpecNode route)
        => route["model"] is { } place && Context.Text(place, "prefix", "model") is { } prefix ? $"ModelPath.Without(call.Model, {CSharp.Literal(prefix)})" : "call.Model";

    /// <summary>Assigns the constants under <c>set</c>.</summary>
    public void EmitConstants(CodeWriter writer, TypePlan requestType, SpecNode? set, string what)
    {
        if (set is null)
        {
            return;
        }

        if (set.Kind != SpecNodeKind.Mapping)
        {
            Context.Report(
                SpecIds.BindingShape,
                set,
                $"'{what}' has to map pointers to constants.",
                $"'{what}'에는 포인터마다 상수를 정한 매핑이 와야 합니다.");
            return;
        }

        foreach (var member in set.Members)
        {
            var pointer = SpecNode.String(member.Name, member.NameSpan);
            var optional = Context.IsOptional(member.Value);
            if (Resolve(requestType, pointer, optional) is { } target && Paths.Constant(target.Property.Type, member.Value) is { } value)
            {
                writer.Line(Assign(target.Parent, target.Property, value) + ";");
            }
        }
    }

    /// <summary>Assigns a value that is not null to where a pointer leads; what is set already stays.</summary>
    public bool EmitAssignment(CodeWriter writer, TypePlan requestType, SpecNode pointer, string source, string value, string root = "request")
    {
        if (Paths.Target(root, requestType, pointer) is not { } target || Paths.Convert(target.Property.Type, source, value, pointer) is not { } converted)
        {
            return false;
        }

        writer.Line(Assign(target.Parent, target.Property, converted) + ";");
        return true;
    }

    public static string Assign(string parent, PropertyPlan property, string value)
        => property.MayBeNull || !property.Type.IsValueType ? $"{parent}.{property.Storage} ??= {value}" : $"{parent}.{property.Storage} = {value}";

    /// <summary>Refuses combinations before they are sent.</summary>
    public void EmitRefusals(CodeWriter writer, SpecNode? refusals)
    {
        foreach (var rule in BindingContext.Items(refusals))
        {
            Context.AllowOnly(rule, "refuse", "when", "models", "say");
            var say = Context.Text(rule, "say", "refuse", required: true);
            var condition = Conditions.Compile(rule["when"], Context);
            if (ModelCondition(rule) is { } model)
            {
                condition = condition is null ? model : model + " && " + condition;
            }

            if (say is not null && condition is not null)
            {
                writer.Line($"call.Refuse({condition}, {CSharp.Literal(say)});");
            }
        }
    }

    /// <summary>What a pointer writes to; null, silently, where a dialect mentions what the schema lacks.</summary>
    public (string Parent, PropertyPlan Property)? Resolve(TypePlan requestType, SpecNode pointer, bool optional)
    {
        if (!optional)
        {
            return Paths.Target("request", requestType, pointer);
        }

        // A dialect's pointer: absent members are no mistake.
        var segments = (pointer.Scalar ?? "").TrimStart('/').Split('/');
        var type = requestType;
        foreach (var segment in segments)
        {
            if (Paths.Property(type, segment) is not { } property)
            {
                return null;
            }

            type = property.Type;
        }

        return Paths.Target("request", requestType, pointer);
    }
}
