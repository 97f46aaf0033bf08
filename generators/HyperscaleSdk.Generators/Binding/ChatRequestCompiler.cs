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
    private readonly OptionCompiler _options;
    private readonly MessageCompiler _messages;
    private readonly ToolCompiler _tools;
    private readonly ResponseFormatCompiler _formats;

    public ChatRequestCompiler(RouteCompiler route)
    {
        var assign = new Assignments(route);
        _route = route;
        _options = new OptionCompiler(route);
        _messages = new MessageCompiler(route, assign);
        _tools = new ToolCompiler(route, assign);
        _formats = new ResponseFormatCompiler(route, assign);
    }

    private BindingContext Context => _route.Context;

    public void Emit(CodeWriter writer, TypePlan request, SpecNode route, string className)
    {
        if (route["request"] is not { Kind: SpecNodeKind.Mapping } mapping)
        {
            Context.Report(
                SpecIds.BindingShape,
                route,
                "'chat' lacks the key 'request'.",
                "'chat'에 'request' 키가 없습니다.");
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
            var format = _formats.Find(request, mapping["responseFormat"]);
            _formats.EmitFallback(writer, format);
            writer.Line($"var request = call.RawRequest<{request.Name}>() ?? {request.Name}.CreateEmpty();");
            _route.EmitModel(writer, request, route);
            _messages.Emit(writer, request, mapping, helpers);
            if (_messages.TextOnly)
            {
                writer.Line("call.Refuse(call.HasImages, \"the provider takes text only; leave the images out\");");
            }

            foreach (var option in OptionPlan.Scalars)
            {
                _options.Emit(writer, request, mapping[option.Name], option);
            }

            _tools.Emit(writer, request, mapping, helpers);
            _formats.Emit(writer, request, format);
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
}
