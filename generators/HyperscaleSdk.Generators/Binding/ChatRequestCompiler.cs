using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Generators.Emission;
using HyperscaleSdk.Generators.Planning;
using HyperscaleSdk.Specification.Diagnostics;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Generators.Binding;

/// <summary>Compiles the request side of a chat route.</summary>
internal sealed class ChatRequestCompiler
{
    private readonly RouteCompiler _route;

    public ChatRequestCompiler(RouteCompiler route) => _route = route;

    /// <summary>Messages carry text and nothing else.</summary>
    private bool TextOnly { get; set; }

    private BindingContext Context => _route.Context;

    private PathCompiler Paths => _route.Paths;

    public void Emit(CodeWriter writer, TypePlan request, SpecNode route, string className)
    {
        if (route["request"] is not { Kind: SpecNodeKind.Mapping } mapping)
        {
            Context.Report(SpecIds.BindingShape, route, "'chat' lacks the key 'request'.");
            return;
        }

        Context.AllowOnly(
            mapping,
            "request",
            OptionPlan.Scalars.Select(option => option.Name).Concat(new[] { "messages", "transcript", "systemMessages", "tools", "toolChoice", "responseFormat", "set" }).ToArray());
        var helpers = new List<string>();
        using (writer.Block($"protected override {request.Name} ToRequest(ChatCall call)"))
        {
            _route.EmitRefusals(writer, route["refuse"]);
            if (Context.Text(mapping, "systemMessages", "request") == "join")
            {
                writer.Line("call.JoinSystemMessages();");
            }

            // The fallback of a response format adds an instruction to the messages: it comes before them.
            var format = ResponseFormat(request, mapping["responseFormat"]);
            EmitResponseFormatFallback(writer, format);
            writer.Line($"var request = call.RawRequest<{request.Name}>() ?? new {request.Name}(default(JsonInit));");
            _route.EmitModel(writer, request, route);
            EmitMessages(writer, request, mapping, helpers);
            if (TextOnly)
            {
                writer.Line("call.Refuse(call.HasImages, \"the provider takes text only; leave the images out\");");
            }

            foreach (var option in OptionPlan.Scalars)
            {
                _route.EmitOption(writer, request, mapping[option.Name], option);
            }

            EmitTools(writer, request, mapping, helpers);
            EmitResponseFormat(writer, request, format);
            EmitConstants(writer, request, mapping["set"], route["stream"]?["set"]);

            writer.Line($"On{className}Request(request, call);");
            writer.Line("return request;");
        }

        foreach (var helper in helpers)
        {
            writer.Line();
            foreach (var line in helper.TrimEnd('\n').Split('\n'))
            {
                writer.Line(line);
            }
        }
    }

    // A constant of the stream replaces the one that is otherwise sent.
    private void EmitConstants(CodeWriter writer, TypePlan request, SpecNode? always, SpecNode? streaming)
    {
        if (streaming is not null)
        {
            using (writer.Block("if (call.Streaming)"))
            {
                _route.EmitConstants(writer, request, streaming, "stream.set");
            }
        }

        if (always is null || streaming is null || !always.Members.Any(member => streaming[member.Name] is not null))
        {
            _route.EmitConstants(writer, request, always, "request.set");
            return;
        }

        using (writer.Block("if (!call.Streaming)"))
        {
            _route.EmitConstants(writer, request, SpecNode.Mapping(always.Members.Where(member => streaming[member.Name] is not null), always.Span), "request.set");
        }

        _route.EmitConstants(writer, request, SpecNode.Mapping(always.Members.Where(member => streaming[member.Name] is null), always.Span), "request.set");
    }

    private void EmitMessages(CodeWriter writer, TypePlan request, SpecNode mapping, List<string> helpers)
    {
        if (mapping["transcript"] is { } transcript)
        {
            EmitTranscript(writer, request, transcript);
            return;
        }

        if (mapping["messages"] is not { Kind: SpecNodeKind.Mapping } messages || messages["at"] is not { } at)
        {
            Context.Report(SpecIds.BindingShape, mapping, "'request' lacks 'messages' (with 'at'), or 'transcript' for an API that takes text.");
            return;
        }

        Context.AllowOnly(messages, "messages", "at", "role", "roles", "text", "name", "parts", "toolCalls", "toolResult");
        if (Paths.Target("request", request, at) is not { } target)
        {
            return;
        }

        if (target.Property.Type is not { Kind: TypeKind.List, Element: { Kind: TypeKind.Model } element })
        {
            Context.Report(SpecIds.BindingType, at, $"'{at.Scalar}' has to be an array of objects.");
            return;
        }

        writer.Line($"var messages = {target.Parent}.{target.Property.Name} ??= new List<{element.Name}>();");
        using (writer.Block("foreach (var message in call.Messages)"))
        {
            writer.Line($"messages.Add(message.Raw as {element.Name} ?? ToMessage(message));");
        }

        helpers.Add(MessageHelper(element, messages, helpers));
    }

    // An API without messages takes one text, or one text per turn.
    private void EmitTranscript(CodeWriter writer, TypePlan request, SpecNode transcript)
    {
        Context.AllowOnly(transcript, "transcript", "at", "system");
        if (transcript["at"] is not { } at || Paths.Target("request", request, at) is not { } target)
        {
            Context.Report(SpecIds.BindingShape, transcript, "'transcript' lacks the key 'at'.");
            return;
        }

        TextOnly = true;
        var separate = transcript["system"] is not null ? "true" : "false";
        var (source, value) = target.Property.Type.Kind == TypeKind.List ? ("texts", $"call.TranscriptTurns({separate})") : ("text", $"call.Transcript({separate})");
        _route.EmitAssignment(writer, request, at, source, value);
        if (transcript["system"] is { } system)
        {
            using (writer.Block("if (call.SystemText is { } system)"))
            {
                _route.EmitAssignment(writer, request, system, "text", "system");
            }
        }
    }

    private string MessageHelper(TypePlan element, SpecNode messages, List<string> helpers)
    {
        var writer = new CodeWriter();
        using (writer.Block($"private static {element.Name} ToMessage(WireMessage message)"))
        {
            writer.Line($"var result = new {element.Name}(default(JsonInit));");
            if (messages["role"] is { } role)
            {
                Assign(writer, element, role, "text", Role(messages["roles"]), "result");
            }

            EmitContent(writer, element, messages, helpers);
            if (messages["name"] is { } name && Exists(element, name))
            {
                using (writer.Block("if (message.AuthorName is { } author)"))
                {
                    Assign(writer, element, name, "text", "author", "result");
                }
            }

            EmitToolCalls(writer, element, messages["toolCalls"]);
            if (messages["toolResult"] is { } toolResult)
            {
                Context.AllowOnly(toolResult, "toolResult", "id", "name");
                if (toolResult["id"] is { } id && Exists(element, id))
                {
                    using (writer.Block("if (message.ToolCallId is { } toolCallId)"))
                    {
                        Assign(writer, element, id, "text", "toolCallId", "result");
                    }
                }

                if (toolResult["name"] is { } toolName && Exists(element, toolName))
                {
                    using (writer.Block("if (message.ToolName is { } toolName)"))
                    {
                        Assign(writer, element, toolName, "text", "toolName", "result");
                    }
                }
            }

            writer.Line("return result;");
        }

        return writer.ToString();
    }

    private static string Role(SpecNode? roles)
        => roles is not { Kind: SpecNodeKind.Mapping }
            ? "message.Role"
            : $"(message.Role switch {{ {string.Join(", ", roles.Members.Select(member => $"{CSharp.Literal(member.Name)} => {CSharp.Literal(member.Value.Scalar ?? "")}"))}, var other => other }})";

    private void EmitContent(CodeWriter writer, TypePlan element, SpecNode messages, List<string> helpers)
    {
        var text = messages["text"];
        var parts = messages["parts"];
        if (text is null)
        {
            Context.Report(SpecIds.BindingShape, messages, "'messages' lacks the key 'text'.");
            return;
        }

        if (parts?["at"] is not { } at || !Exists(element, at) || PartList(element, at) is not { } list)
        {
            TextOnly = true;
            Assign(writer, element, text, "text", "message.Text ?? \"\"", "result");
            return;
        }

        using (writer.Block("if (message.Parts is { } parts)"))
        {
            writer.Line($"var list = new List<{list.Part.Name}>(parts.Count);");
            using (writer.Block("foreach (var part in parts)"))
            {
                writer.Line("list.Add(ToPart(part));");
            }

            writer.Line(RouteCompiler.Assign("result", list.Property, list.Wrap("list")) + ";");
        }

        using (writer.Block("else"))
        {
            Assign(writer, element, text, "text", "message.Text ?? \"\"", "result");
        }

        helpers.Add(PartHelper(list.Part, parts));
    }

    private (PropertyPlan Property, TypePlan Part, System.Func<string, string> Wrap)? PartList(TypePlan element, SpecNode at)
    {
        if (Paths.Target("result", element, at) is not { } target)
        {
            return null;
        }

        if (target.Property.Type is { Kind: TypeKind.List, Element: { Kind: TypeKind.Model } direct })
        {
            return (target.Property, direct, value => value);
        }

        if (Paths.Union(target.Property.Type) is { } union
            && union.Variants.FirstOrDefault(variant => variant.Type is { Kind: TypeKind.List, Element.Kind: TypeKind.Model }) is { } variant)
        {
            return (target.Property, variant.Type.Element!, value => $"{union.Name}.From{variant.Name}({value})");
        }

        if (!Context.IsOptional(at))
        {
            Context.Report(SpecIds.BindingType, at, $"'{at.Scalar}' has to allow an array of objects.");
        }

        return null;
    }

    private string PartHelper(TypePlan part, SpecNode parts)
    {
        Context.AllowOnly(parts, "parts", "at", "type", "text", "imageUrl", "imageData");
        var writer = new CodeWriter();
        using (writer.Block($"private static {part.Name} ToPart(WirePart part)"))
        {
            writer.Line($"var result = new {part.Name}(default(JsonInit));");
            using (writer.Block("switch (part.Kind)"))
            {
                foreach (var kind in new[] { "text", "imageUrl", "imageData" })
                {
                    if (parts[kind] is not { Kind: SpecNodeKind.Mapping } one || one["at"] is not { } at || !Exists(part, at))
                    {
                        continue;
                    }

                    Context.AllowOnly(one, kind, "type", "at", "as");
                    writer.Line($"case {CSharp.Literal(kind)}:");
                    if (parts["type"] is { } type && one["type"] is { } value && Exists(part, type))
                    {
                        Assign(writer, part, type, "text", CSharp.Literal(value.Scalar ?? ""), "result", "    ");
                    }

                    var source = kind switch { "text" => "part.Text!", "imageUrl" => "part.Url!", _ => one["as"]?.Scalar == "base64" ? "part.Base64!" : "part.DataUri!" };
                    Assign(writer, part, at, "text", source, "result", "    ");
                    writer.Line("    break;");
                }

                writer.Line("default:");
                writer.Line("    throw ChatCall.UnsupportedPart(part.Kind);");
            }

            writer.Line("return result;");
        }

        return writer.ToString();
    }

    private void EmitToolCalls(CodeWriter writer, TypePlan element, SpecNode? toolCalls)
    {
        if (toolCalls?["at"] is not { } at || !Exists(element, at) || Paths.Target("result", element, at) is not { } target)
        {
            return;
        }

        Context.AllowOnly(toolCalls, "toolCalls", "at", "id", "type", "name", "arguments", "as");
        if (Paths.ElementOf(target.Property.Type) is not { Kind: TypeKind.Model } call)
        {
            Context.Report(SpecIds.BindingType, at, $"'{at.Scalar}' has to be an array of objects.");
            return;
        }

        using (writer.Block("if (message.ToolCalls.Count > 0)"))
        {
            writer.Line($"var calls = new List<{call.Name}>(message.ToolCalls.Count);");
            using (writer.Block("foreach (var toolCall in message.ToolCalls)"))
            {
                writer.Line($"var item = new {call.Name}(default(JsonInit));");
                AssignIf(writer, call, toolCalls["id"], "text", "toolCall.Id", "item");
                AssignType(writer, call, toolCalls["type"], "item");
                AssignIf(writer, call, toolCalls["name"], "text", "toolCall.Name", "item");
                var asObject = toolCalls["as"]?.Scalar == "object";
                AssignIf(writer, call, toolCalls["arguments"], asObject ? "json" : "text", asObject ? "toolCall.ArgumentsObject" : "toolCall.ArgumentsText", "item");
                writer.Line("calls.Add(item);");
            }

            writer.Line(RouteCompiler.Assign("result", target.Property, "calls") + ";");
        }
    }

    private void EmitTools(CodeWriter writer, TypePlan request, SpecNode mapping, List<string> helpers)
    {
        if (mapping["tools"] is not { Kind: SpecNodeKind.Mapping } tools || tools["at"] is not { } at || !Exists(request, at)
            || Paths.Target("request", request, at) is not { } target)
        {
            writer.Line("call.Refuse(call.Tools.Count > 0, \"the provider does not call tools; leave ChatOptions.Tools empty\");");
            return;
        }

        Context.AllowOnly(tools, "tools", "at", "type", "name", "description", "parameters", "strict", "descriptionRequired");
        if (Paths.ElementOf(target.Property.Type) is not { Kind: TypeKind.Model } tool)
        {
            Context.Report(SpecIds.BindingType, at, $"'{at.Scalar}' has to be an array of objects.");
            return;
        }

        using (writer.Block("if (call.Tools.Count > 0)"))
        {
            writer.Line($"var tools = {target.Parent}.{target.Property.Name} ??= new List<{tool.Name}>();");
            using (writer.Block("foreach (var tool in call.Tools)"))
            {
                writer.Line("tools.Add(ToTool(tool));");
            }

            EmitToolChoice(writer, request, mapping["toolChoice"]);
        }

        helpers.Add(ToolHelper(tool, tools));
    }

    private string ToolHelper(TypePlan tool, SpecNode tools)
    {
        var writer = new CodeWriter();
        using (writer.Block($"private static {tool.Name} ToTool(WireTool tool)"))
        {
            writer.Line($"var result = new {tool.Name}(default(JsonInit));");
            AssignType(writer, tool, tools["type"], "result");
            AssignIf(writer, tool, tools["name"], "text", "tool.Name", "result");
            if (tools["description"] is { } description && Exists(tool, description))
            {
                var required = tools["descriptionRequired"] is { } flag && flag.TryGetBoolean(out var isRequired) && isRequired;
                if (required)
                {
                    Assign(writer, tool, description, "text", "string.IsNullOrWhiteSpace(tool.Description) ? tool.Name : tool.Description", "result");
                }
                else
                {
                    using (writer.Block("if (tool.Description is { } description)"))
                    {
                        Assign(writer, tool, description, "text", "description", "result");
                    }
                }
            }

            AssignIf(writer, tool, tools["parameters"], "json", "tool.Parameters", "result");
            if (tools["strict"] is { } strict && Exists(tool, strict))
            {
                using (writer.Block("if (tool.Strict is { } strict)"))
                {
                    Assign(writer, tool, strict, "flag", "strict", "result");
                }
            }

            writer.Line("return result;");
        }

        return writer.ToString();
    }

    private void EmitToolChoice(CodeWriter writer, TypePlan request, SpecNode? choice)
    {
        if (choice?["at"] is not { } at || !Exists(request, at) || Paths.Target("request", request, at) is not { } target)
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
        writer.Line($"    var named = new {named.Name}(default(JsonInit));");
        AssignType(writer, named, specific["type"], "named", "    ");
        Assign(writer, named, name, "text", "call.RequiredToolName!", "named", "    ");
        writer.Line($"    {RouteCompiler.Assign(target.Parent, target.Property, "named")};");
    }

    // A dialect's response format that the provider's schema lacks is none.
    private SpecNode? ResponseFormat(TypePlan request, SpecNode? format)
        => format?["at"] is { } at && Exists(request, at) ? format : null;

    private void EmitResponseFormatFallback(CodeWriter writer, SpecNode? format)
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

    private void EmitResponseFormat(CodeWriter writer, TypePlan request, SpecNode? format)
    {
        if (format?["at"] is not { } at || !Exists(request, at) || Paths.Target("request", request, at) is not { } target
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
                writer.Line($"var format = new {type.Name}(default(JsonInit));");
                var tag = value.Kind == SpecNodeKind.Mapping ? value["type"] : value;
                if (format["type"] is { } typeAt && tag is { Scalar: { } text })
                {
                    Assign(writer, type, typeAt, "text", CSharp.Literal(text), "format");
                }

                if (kind == "jsonSchema")
                {
                    Context.AllowOnly(value, "jsonSchema", "type", "schema", "name", "description", "strict");
                    AssignIf(writer, type, value["schema"], "json", "call.JsonSchema!.Value", "format");
                    AssignIf(writer, type, value["name"], "text", "call.JsonSchemaName ?? \"answer\"", "format");
                    if (value["description"] is { } description && Exists(type, description))
                    {
                        using (writer.Block("if (call.JsonSchemaDescription is { } description)"))
                        {
                            Assign(writer, type, description, "text", "description", "format");
                        }
                    }

                    AssignIf(writer, type, value["strict"], "flag", "true", "format");
                }

                writer.Line(RouteCompiler.Assign(target.Parent, target.Property, "format") + ";");
            }
        }
    }

    private void AssignType(CodeWriter writer, TypePlan type, SpecNode? node, string root, string indent = "")
    {
        if (node?["at"] is { } at && node["value"] is { Scalar: { } value })
        {
            Assign(writer, type, at, "text", CSharp.Literal(value), root, indent);
        }
    }

    private void AssignIf(CodeWriter writer, TypePlan type, SpecNode? pointer, string source, string value, string root)
    {
        if (pointer is not null && Exists(type, pointer))
        {
            Assign(writer, type, pointer, source, value, root);
        }
    }

    private void Assign(CodeWriter writer, TypePlan type, SpecNode pointer, string source, string value, string root, string indent = "")
    {
        if (Paths.Target(root, type, pointer) is { } target && Paths.Convert(target.Property.Type, source, value, pointer) is { } converted)
        {
            // Fresh objects are filled: a plain assignment also serves members that cannot be null.
            writer.Line($"{indent}{target.Parent}.{target.Property.Name} = {converted};");
        }
    }

    // What a dialect mentions and the schema lacks is left out; what the provider's own binding mentions is checked where it is used.
    private bool Exists(TypePlan type, SpecNode pointer)
    {
        if (!Context.IsOptional(pointer))
        {
            return true;
        }

        var at = type;
        foreach (var segment in (pointer.Scalar ?? "").TrimStart('/').Split('/'))
        {
            if (Paths.Property(at, segment) is not { } property)
            {
                return false;
            }

            at = property.Type;
        }

        return true;
    }
}
