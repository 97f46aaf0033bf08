using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Generators.Emission;
using HyperscaleSdk.Generators.Planning;
using HyperscaleSdk.Specification.Diagnostics;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Generators.Binding;

/// <summary>Compiles where tools and the choice among them go.</summary>
internal sealed class ToolCompiler
{
    private readonly RouteCompiler _route;
    private readonly Assignments _assign;

    public ToolCompiler(RouteCompiler route, Assignments assign)
    {
        _route = route;
        _assign = assign;
    }

    private BindingContext Context => _route.Context;

    private PathCompiler Paths => _route.Paths;

    public void Emit(CodeWriter writer, TypePlan request, SpecNode mapping, List<string> helpers)
    {
        if (mapping["tools"] is not { Kind: SpecNodeKind.Mapping } tools || tools["at"] is not { } at || !_assign.Exists(request, at)
            || Paths.Target("request", request, at) is not { } target)
        {
            writer.Line("call.Refuse(call.Tools.Count > 0, \"the provider does not call tools; leave ChatOptions.Tools empty\");");
            return;
        }

        Context.AllowOnly(tools, "tools", "at", "type", "name", "description", "parameters", "strict", "descriptionRequired");
        if (Paths.ElementOf(target.Property.Type) is not { Kind: TypeKind.Model } tool)
        {
            Context.Report(
                SpecIds.BindingType,
                at,
                $"'{at.Scalar}' has to be an array of objects.",
                $"'{at.Scalar}' 멤버는 객체 배열이어야 합니다.");
            return;
        }

        using (writer.Block("if (call.Tools.Count > 0)"))
        {
            writer.Line($"var tools = new List<{tool.Name}>({target.Parent}.{target.Property.Storage} ?? []);");
            using (writer.Block("foreach (var tool in call.Tools)"))
            {
                writer.Line("tools.Add(ToTool(tool));");
            }

            writer.Line($"{target.Parent}.{target.Property.Storage} = tools;");
            EmitToolChoice(writer, request, mapping["toolChoice"]);
        }

        helpers.Add(ToolHelper(tool, tools));
    }

    private string ToolHelper(TypePlan tool, SpecNode tools)
    {
        var writer = new CodeWriter();
        using (writer.Block($"private static {tool.Name} ToTool(WireTool tool)"))
        {
            writer.Line($"var result = {tool.Name}.CreateEmpty();");
            _assign.AssignType(writer, tool, tools["type"], "result");
            _assign.AssignIf(writer, tool, tools["name"], "text", "tool.Name", "result");
            if (tools["description"] is { } description && _assign.Exists(tool, description))
            {
                var required = tools["descriptionRequired"] is { } flag && flag.TryGetBoolean(out var isRequired) && isRequired;
                if (required)
                {
                    _assign.Assign(writer, tool, description, "text", "string.IsNullOrWhiteSpace(tool.Description) ? tool.Name : tool.Description", "result");
                }
                else
                {
                    using (writer.Block("if (tool.Description is { } description)"))
                    {
                        _assign.Assign(writer, tool, description, "text", "description", "result");
                    }
                }
            }

            _assign.AssignIf(writer, tool, tools["parameters"], "json", "tool.Parameters", "result");
            if (tools["strict"] is { } strict && _assign.Exists(tool, strict))
            {
                using (writer.Block("if (tool.Strict is { } strict)"))
                {
                    _assign.Assign(writer, tool, strict, "flag", "strict", "result");
                }
            }

            writer.Line("return result;");
        }

        return writer.ToString();
    }

    private void EmitToolChoice(CodeWriter writer, TypePlan request, SpecNode? choice)
    {
        if (choice?["at"] is not { } at || !_assign.Exists(request, at) || Paths.Target("request", request, at) is not { } target)
        {
            writer.Line("call.Refuse(call.ToolMode is \"required\" or \"specific\", \"the provider cannot be made to call a tool; use ChatToolMode.Auto\");");
            return;
        }

        Context.AllowOnly(choice, "toolChoice", "at", "auto", "none", "required", "specific");
        using (writer.Block("switch (call.ToolMode)"))
        {
            foreach (var mode in new[] { "auto", "none", "required" })
            {
                writer.Line($"case {CSharp.Literal(mode)}:");
                writer.Line(choice[mode] is { Scalar: { } value } node && Paths.Convert(target.Property.Type, "text", CSharp.Literal(value), node) is { } converted
                    ? $"    {RouteCompiler.Assign(target.Parent, target.Property, converted)};"
                    : $"    call.Refuse(true, \"the provider has no tool mode '{mode}'\");");
                writer.Line("    break;");
            }

            writer.Line("case \"specific\":");
            EmitNamedTool(writer, target, choice["specific"]);
            writer.Line("    break;");
        }
    }

    private void EmitNamedTool(CodeWriter writer, (string Parent, PropertyPlan Property) target, SpecNode? specific)
    {
        var named = target.Property.Type.Kind == TypeKind.Model
            ? target.Property.Type
            : Paths.Union(target.Property.Type)?.Variants.FirstOrDefault(variant => variant.Type.Kind == TypeKind.Model)?.Type;
        if (specific is null || named is null || specific["name"] is not { } name)
        {
            writer.Line("    call.Refuse(true, \"the provider cannot be made to call a certain tool; use ChatToolMode.Auto\");");
            return;
        }

        Context.AllowOnly(specific, "specific", "name", "type");
        writer.Line($"    var named = {named.Name}.CreateEmpty();");
        _assign.AssignType(writer, named, specific["type"], "named", "    ");
        _assign.Assign(writer, named, name, "text", "call.RequiredToolName!", "named", "    ");
        writer.Line($"    {RouteCompiler.Assign(target.Parent, target.Property, "named")};");
    }
}
