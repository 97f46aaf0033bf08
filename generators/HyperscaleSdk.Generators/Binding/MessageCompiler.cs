using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Generators.Emission;
using HyperscaleSdk.Generators.Planning;
using HyperscaleSdk.Specification.Diagnostics;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Generators.Binding;

/// <summary>Compiles where the messages of a chat go: into an array of objects, or into plain text.</summary>
internal sealed class MessageCompiler
{
    private readonly RouteCompiler _route;
    private readonly Assignments _assign;

    public MessageCompiler(RouteCompiler route, Assignments assign)
    {
        _route = route;
        _assign = assign;
    }

    /// <summary>Messages carry text and nothing else.</summary>
    public bool TextOnly { get; private set; }

    private BindingContext Context => _route.Context;

    private PathCompiler Paths => _route.Paths;

    public void Emit(CodeWriter writer, TypePlan request, SpecNode mapping, List<string> helpers)
    {
        if (mapping["transcript"] is { } transcript)
        {
            EmitTranscript(writer, request, transcript);
            return;
        }

        if (mapping["messages"] is not { Kind: SpecNodeKind.Mapping } messages || messages["at"] is not { } at)
        {
            Context.Report(
                SpecIds.BindingShape,
                mapping,
                "'request' lacks 'messages' (with 'at'), or 'transcript' for an API that takes text.",
                "'request'에 'at'을 담은 'messages'가 필요합니다. 텍스트를 받는 API라면 'transcript'를 쓰십시오.");
            return;
        }

        Context.AllowOnly(messages, "messages", "at", "role", "roles", "text", "name", "parts", "toolCalls", "toolResult");
        if (Paths.Target("request", request, at) is not { } target)
        {
            return;
        }

        if (target.Property.Type is not { Kind: TypeKind.List, Element: { Kind: TypeKind.Model } element })
        {
            Context.Report(
                SpecIds.BindingType,
                at,
                $"'{at.Scalar}' has to be an array of objects.",
                $"'{at.Scalar}' 멤버는 객체 배열이어야 합니다.");
            return;
        }

        // A list of our own: what a raw request brings may be an array, or shared.
        writer.Line($"var messages = new List<{element.Name}>({target.Parent}.{target.Property.Storage} ?? []);");
        using (writer.Block("foreach (var message in call.Messages)"))
        {
            writer.Line($"messages.Add(message.Raw as {element.Name} ?? ToMessage(message));");
        }

        writer.Line($"{target.Parent}.{target.Property.Storage} = messages;");

        helpers.Add(MessageHelper(element, messages, helpers));
    }

    // An API without messages takes one text, or one text per turn.
    private void EmitTranscript(CodeWriter writer, TypePlan request, SpecNode transcript)
    {
        Context.AllowOnly(transcript, "transcript", "at", "system");
        if (transcript["at"] is not { } at || Paths.Target("request", request, at) is not { } target)
        {
            Context.Report(
                SpecIds.BindingShape,
                transcript,
                "'transcript' lacks the key 'at'.",
                "'transcript'에 'at' 키가 없습니다.");
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
            writer.Line($"var result = {element.Name}.CreateEmpty();");
            if (messages["role"] is { } role)
            {
                _assign.Assign(writer, element, role, "text", Role(messages["roles"]), "result");
            }

            EmitContent(writer, element, messages, helpers);
            if (messages["name"] is { } name && _assign.Exists(element, name))
            {
                using (writer.Block("if (message.AuthorName is { } author)"))
                {
                    _assign.Assign(writer, element, name, "text", "author", "result");
                }
            }

            EmitToolCalls(writer, element, messages["toolCalls"]);
            if (messages["toolResult"] is { } toolResult)
            {
                Context.AllowOnly(toolResult, "toolResult", "id", "name");
                if (toolResult["id"] is { } id && _assign.Exists(element, id))
                {
                    using (writer.Block("if (message.ToolCallId is { } toolCallId)"))
                    {
                        _assign.Assign(writer, element, id, "text", "toolCallId", "result");
                    }
                }

                if (toolResult["name"] is { } toolName && _assign.Exists(element, toolName))
                {
                    using (writer.Block("if (message.ToolName is { } toolName)"))
                    {
                        _assign.Assign(writer, element, toolName, "text", "toolName", "result");
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
            Context.Report(
                SpecIds.BindingShape,
                messages,
                "'messages' lacks the key 'text'.",
                "'messages'에 'text' 키가 없습니다.");
            return;
        }

        if (parts?["at"] is not { } at || !_assign.Exists(element, at) || PartList(element, at) is not { } list)
        {
            TextOnly = true;
            _assign.Assign(writer, element, text, "text", "message.Text ?? \"\"", "result");
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
            _assign.Assign(writer, element, text, "text", "message.Text ?? \"\"", "result");
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
            Context.Report(
                SpecIds.BindingType,
                at,
                $"'{at.Scalar}' has to allow an array of objects.",
                $"'{at.Scalar}' 멤버는 객체 배열을 허용해야 합니다.");
        }

        return null;
    }

    private string PartHelper(TypePlan part, SpecNode parts)
    {
        Context.AllowOnly(parts, "parts", "at", "type", "text", "imageUrl", "imageData");
        var writer = new CodeWriter();
        using (writer.Block($"private static {part.Name} ToPart(WirePart part)"))
        {
            writer.Line($"var result = {part.Name}.CreateEmpty();");
            using (writer.Block("switch (part.Kind)"))
            {
                foreach (var kind in new[] { "text", "imageUrl", "imageData" })
                {
                    if (parts[kind] is not { Kind: SpecNodeKind.Mapping } one || one["at"] is not { } at || !_assign.Exists(part, at))
                    {
                        continue;
                    }

                    Context.AllowOnly(one, kind, "type", "at", "as");
                    writer.Line($"case {CSharp.Literal(kind)}:");
                    if (parts["type"] is { } type && one["type"] is { } value && _assign.Exists(part, type))
                    {
                        _assign.Assign(writer, part, type, "text", CSharp.Literal(value.Scalar ?? ""), "result", "    ");
                    }

                    var source = kind switch { "text" => "part.Text!", "imageUrl" => "part.Url!", _ => one["as"]?.Scalar == "base64" ? "part.Base64!" : "part.DataUri!" };
                    _assign.Assign(writer, part, at, "text", source, "result", "    ");
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
        if (toolCalls?["at"] is not { } at || !_assign.Exists(element, at) || Paths.Target("result", element, at) is not { } target)
        {
            return;
        }

        Context.AllowOnly(toolCalls, "toolCalls", "at", "id", "type", "name", "arguments", "as");
        if (Paths.ElementOf(target.Property.Type) is not { Kind: TypeKind.Model } call)
        {
            Context.Report(
                SpecIds.BindingType,
                at,
                $"'{at.Scalar}' has to be an array of objects.",
                $"'{at.Scalar}' 멤버는 객체 배열이어야 합니다.");
            return;
        }

        using (writer.Block("if (message.ToolCalls.Count > 0)"))
        {
            writer.Line($"var calls = new List<{call.Name}>(message.ToolCalls.Count);");
            using (writer.Block("foreach (var toolCall in message.ToolCalls)"))
            {
                writer.Line($"var item = {call.Name}.CreateEmpty();");
                _assign.AssignIf(writer, call, toolCalls["id"], "text", "toolCall.Id", "item");
                _assign.AssignType(writer, call, toolCalls["type"], "item");
                _assign.AssignIf(writer, call, toolCalls["name"], "text", "toolCall.Name", "item");
                var asObject = toolCalls["as"]?.Scalar == "object";
                _assign.AssignIf(writer, call, toolCalls["arguments"], asObject ? "json" : "text", asObject ? "toolCall.ArgumentsObject" : "toolCall.ArgumentsText", "item");
                writer.Line("calls.Add(item);");
            }

            writer.Line(RouteCompiler.Assign("result", target.Property, "calls") + ";");
        }
    }
}
