using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Generators.Emission;
using HyperscaleSdk.Generators.Planning;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Generators.Binding;

/// <summary>Compiles where the form of the answer goes, and what happens where the wire has no place for it.</summary>
internal sealed class ResponseFormatCompiler
{
    private readonly RouteCompiler _route;
    private readonly Assignments _assign;

    public ResponseFormatCompiler(RouteCompiler route, Assignments assign)
    {
        _route = route;
        _assign = assign;
    }

    private BindingContext Context => _route.Context;

    private PathCompiler Paths => _route.Paths;

    // A dialect's response format that the provider's schema lacks is none.
    public SpecNode? Find(TypePlan request, SpecNode? format)
        => format?["at"] is { } at && _assign.Exists(request, at) ? format : null;

    public void EmitFallback(CodeWriter writer, SpecNode? format)
    {
        if (format is null)
        {
            // Nothing in the wire format: the schema becomes an instruction, which every model can read.
            using (writer.Block("if (call.ResponseFormat is \"json\" or \"jsonSchema\")"))
            {
                writer.Line("call.InstructJson();");
            }

            return;
        }

        Context.AllowOnly(format, "responseFormat", "at", "type", "text", "json", "jsonSchema", "models", "fallback");
        var conditions = new List<string>();
        if (RouteCompiler.ModelCondition(format) is { } models)
        {
            conditions.Add($"call.ResponseFormat is \"json\" or \"jsonSchema\" && !{models}");
        }

        if (format["json"] is null)
        {
            conditions.Add("call.ResponseFormat == \"json\"");
        }

        if (format["jsonSchema"] is null)
        {
            conditions.Add("call.ResponseFormat == \"jsonSchema\"");
        }

        if (conditions.Count > 0)
        {
            using (writer.Block($"if ({string.Join(" || ", conditions.Select(condition => $"({condition})"))})"))
            {
                writer.Line(format["fallback"]?.Scalar == "refuse" ? "call.Refuse(true, \"the model cannot be bound to JSON; ask for it in the prompt\");" : "call.InstructJson();");
            }
        }
    }

    public void Emit(CodeWriter writer, TypePlan request, SpecNode? format)
    {
        if (format?["at"] is not { } at || !_assign.Exists(request, at) || Paths.Target("request", request, at) is not { } target
            || target.Property.Type is not { Kind: TypeKind.Model } type)
        {
            return;
        }

        var models = RouteCompiler.ModelCondition(format) is { } condition ? " && " + condition : "";
        foreach (var kind in new[] { "json", "jsonSchema" })
        {
            if (format[kind] is not { } value)
            {
                continue;
            }

            using (writer.Block($"if (call.ResponseFormat == {CSharp.Literal(kind)}{models})"))
            {
                writer.Line($"var format = {type.Name}.CreateEmpty();");
                var tag = value.Kind == SpecNodeKind.Mapping ? value["type"] : value;
                if (format["type"] is { } typeAt && tag is { Scalar: { } text })
                {
                    _assign.Assign(writer, type, typeAt, "text", CSharp.Literal(text), "format");
                }

                if (kind == "jsonSchema")
                {
                    Context.AllowOnly(value, "jsonSchema", "type", "schema", "name", "description", "strict");
                    _assign.AssignIf(writer, type, value["schema"], "json", "call.JsonSchema!.Value", "format");
                    _assign.AssignIf(writer, type, value["name"], "text", "call.JsonSchemaName ?? \"answer\"", "format");
                    if (value["description"] is { } description && _assign.Exists(type, description))
                    {
                        using (writer.Block("if (call.JsonSchemaDescription is { } description)"))
                        {
                            _assign.Assign(writer, type, description, "text", "description", "format");
                        }
                    }

                    _assign.AssignIf(writer, type, value["strict"], "flag", "true", "format");
                }

                writer.Line(RouteCompiler.Assign(target.Parent, target.Property, "format") + ";");
            }
        }
    }
}
