using System.Linq;
using HyperscaleSdk.Generators.Emission;
using HyperscaleSdk.Generators.Planning;
using HyperscaleSdk.Specification.Diagnostics;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Generators.Binding;

/// <summary>Compiles one embedding route of the binding.</summary>
internal sealed class EmbeddingRouteCompiler
{
    private readonly RouteCompiler _route;
    private readonly ClientPlan _client;

    public EmbeddingRouteCompiler(RouteCompiler route, ClientPlan client)
    {
        _route = route;
        _client = client;
    }

    private BindingContext Context => _route.Context;

    private PathCompiler Paths => _route.Paths;

    /// <summary>The route's source; null when the binding has errors.</summary>
    public string? Compile(SpecNode route, string className)
    {
        Context.AllowOnly(route, "embeddings", "operation", "dialect", "models", "model", "input", "dimensions", "set", "response");
        var operation = _route.Operation(route, "embeddings");
        if (operation?.JsonBody is not { } request || operation.AnswerType is not { Kind: TypeKind.Model } response)
        {
            if (operation is not null)
            {
                Context.Report(
                    SpecIds.BindingType,
                    route["operation"]!,
                    $"'{operation.Id}' cannot make embeddings: request and answer have to be JSON objects.",
                    $"'{operation.Id}' 작업으로는 임베딩을 만들 수 없습니다. 요청과 응답이 JSON 객체여야 합니다.");
            }

            return null;
        }

        if (route["input"]?["at"] is not { } input)
        {
            Context.Report(
                SpecIds.BindingShape,
                route,
                "'embeddings' lacks 'input' with 'at'.",
                "'embeddings'에 'input' 키와 그 아래의 'at' 키가 필요합니다.");
            return null;
        }

        Context.AllowOnly(route["input"]!, "input", "at", "perCall", "parallel");
        var writer = SourceFile.Start(
            _client.Namespace,
            _client.WithModelNamespace("System", "System.Collections.Generic", "System.Net.Http", "System.Text.Json", "HyperscaleSdk", "HyperscaleSdk.Runtime"));
        using (writer.Block($"public sealed partial class {_client.Name}EmbeddingGenerator"))
        {
            writer.Line("/// <summary>Called with each request before it is sent, for what the binding cannot say.</summary>");
            writer.Line($"static partial void On{className}Request({request.Name} request, EmbeddingCall call);");
            writer.Line();
            using (writer.Block($"private sealed class {className}Route : EmbeddingRoute<{request.Name}, {response.Name}>"))
            {
                writer.Line($"protected override int MaxInputsPerCall => {Number(route["input"]!["perCall"], 1)};");
                writer.Line();
                writer.Line($"protected override int MaxParallelCalls => {Number(route["input"]!["parallel"], 4)};");
                writer.Line();
                EmitRequest(writer, request, route, input, className);
                writer.Line();
                _route.EmitApiRequest(writer, operation, route, "EmbeddingCall", "embeddings");
                writer.Line();
                EmitResponse(writer, response, route);
            }
        }

        return Context.HasErrors ? null : writer.ToString();
    }

    private int Number(SpecNode? node, int otherwise)
    {
        if (node is null)
        {
            return otherwise;
        }

        if (node.TryGetInt64(out var value) && value is > 0 and <= 100_000)
        {
            return (int)value;
        }

        Context.Report(
            SpecIds.BindingShape,
            node,
            "A whole number from 1 to 100000 is needed here.",
            "여기에는 1 이상 100000 이하의 정수가 필요합니다.");
        return otherwise;
    }

    private void EmitRequest(CodeWriter writer, TypePlan request, SpecNode route, SpecNode input, string className)
    {
        using (writer.Block($"protected override {request.Name} ToRequest(EmbeddingCall call, IReadOnlyList<string> inputs)"))
        {
            writer.Line($"var request = {request.Name}.CreateEmpty();");
            EmitRawCopy(writer, request);
            _route.EmitModel(writer, request, route);
            if (Paths.Target("request", request, input) is { } target)
            {
                // A fresh batch replaces whatever a raw request held: inputs are the call's own.
                var converted = Number(route["input"]!["perCall"], 1) == 1 && target.Property.Type.Kind is TypeKind.String
                    ? Paths.Convert(target.Property.Type, "text", "inputs[0]", input)
                    : Paths.Convert(target.Property.Type, "texts", "inputs", input);
                if (converted is not null)
                {
                    writer.Line($"{target.Parent}.{target.Property.Storage} = {converted};");
                }
            }

            if (route["dimensions"] is { } dimensions && (!Context.IsOptional(dimensions) || Paths.Property(request, (dimensions.Scalar ?? "").TrimStart('/')) is not null))
            {
                using (writer.Block("if (call.Dimensions is { } dimensions)"))
                {
                    _route.EmitAssignment(writer, request, dimensions, "count", "dimensions");
                }
            }
            else
            {
                writer.Line("call.Refuse(call.Dimensions is { } dimensions && dimensions != call.Provider.FindModel(call.Model)?.Dimensions, \"the model's vectors have one length; leave Dimensions out\");");
            }

            _route.EmitConstants(writer, request, route["set"], "embeddings.set");
            writer.Line($"On{className}Request(request, call);");
            writer.Line("return request;");
        }
    }

    // A raw request serves all wire calls of a unified call, and they run at once: each gets a copy of its own.
    private void EmitRawCopy(CodeWriter writer, TypePlan request)
    {
        if (Paths.Object(request) is not { } plan)
        {
            return;
        }

        using (writer.Block($"if (call.RawRequest<{request.Name}>() is {{ }} raw)"))
        {
            foreach (var property in plan.Properties)
            {
                writer.Line($"request.{property.Storage} = raw.{property.Storage};");
            }

            writer.Line($"request.{plan.UnknownName} = raw.{plan.UnknownName};");
        }
    }

    private void EmitResponse(CodeWriter writer, TypePlan response, SpecNode route)
    {
        using (writer.Block($"protected override void FromResponse({response.Name} response, EmbeddingAnswer answer)"))
        {
            if (route["response"] is not { Kind: SpecNodeKind.Mapping } mapping)
            {
                Context.Report(
                    SpecIds.BindingShape,
                    route,
                    "'embeddings' lacks the key 'response'.",
                    "'embeddings'에 'response' 키가 없습니다.");
                return;
            }

            Context.AllowOnly(mapping, "response", "model", "vector", "vectors", "usage", "fail");
            var root = new PathCompiler.Expression("response", response, MayBeNull: false);
            new ChatAnswerCompiler(_route).EmitFailure(writer, root, mapping["fail"]);
            if (mapping["model"] is { } model && Paths.Get(root, model) is { } modelValue && Paths.AsText(modelValue, model) is { } modelText)
            {
                writer.Line($"answer.Identity({modelText});");
            }

            EmitVectors(writer, root, mapping);
            if (mapping["usage"] is { } usage)
            {
                Context.AllowOnly(usage, "usage", "input", "total");
                writer.Line($"answer.Usage({Count(root, usage["input"])}, {Count(root, usage["total"])});");
            }
        }
    }

    private void EmitVectors(CodeWriter writer, PathCompiler.Expression root, SpecNode mapping)
    {
        if (mapping["vector"] is { } single && Paths.Get(root, single) is { } vector)
        {
            if (vector.Type.Kind == TypeKind.Singles)
            {
                writer.Line($"answer.Vector(0, {vector.Code});");
            }
            else
            {
                NotAVector(single);
            }

            return;
        }

        if (mapping["vectors"] is not { Kind: SpecNodeKind.Mapping } vectors || vectors["at"] is not { } at || vectors["vector"] is not { } member)
        {
            Context.Report(
                SpecIds.BindingShape,
                mapping,
                "'response' lacks 'vector' (one per call) or 'vectors' with 'at' and 'vector'.",
                "'response'에는 'vector'(호출마다 벡터 하나)가 있거나, 'at'과 'vector'를 담은 'vectors'가 있어야 합니다.");
            return;
        }

        Context.AllowOnly(vectors, "vectors", "at", "vector", "index");
        if (Paths.Get(root, at) is not { } list || list.Type.Kind != TypeKind.List || Paths.ElementOf(list.Type) is not { Kind: TypeKind.Model } element)
        {
            return;
        }

        using (writer.Block($"foreach (var item in {list.Code} ?? [])"))
        {
            var item = new PathCompiler.Expression("item", element, MayBeNull: false);
            if (Paths.Get(item, member) is { } value)
            {
                if (value.Type.Kind == TypeKind.Singles)
                {
                    writer.Line($"answer.Vector({Count(item, vectors["index"])}, {value.Code});");
                }
                else
                {
                    NotAVector(member);
                }
            }
        }
    }

    private void NotAVector(SpecNode at)
        => Context.Report(
            SpecIds.BindingType,
            at,
            $"'{at.Scalar}' has to be an array of numbers with 'format: float'.",
            $"'{at.Scalar}' 멤버는 'format: float'인 숫자 배열이어야 합니다.");

    private string Count(PathCompiler.Expression root, SpecNode? pointer)
        => pointer is not null && Paths.Get(root, pointer) is { } value ? Paths.AsCount(value, pointer) ?? "null" : "null";
}
