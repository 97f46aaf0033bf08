using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Generators.Emission;
using HyperscaleSdk.Generators.Planning;
using HyperscaleSdk.Specification.Diagnostics;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Generators.Binding;

/// <summary>Compiles one chat route of the binding to the class that maps the unified chat to the operation and back.</summary>
internal sealed class ChatRouteCompiler
{
    private readonly RouteCompiler _route;
    private readonly ClientPlan _client;

    public ChatRouteCompiler(RouteCompiler route, ClientPlan client)
    {
        _route = route;
        _client = client;
    }

    private BindingContext Context => _route.Context;

    /// <summary>The route's source; null when the binding has errors.</summary>
    public string? Compile(SpecNode route, string className)
    {
        Context.AllowOnly(route, "chat", "operation", "dialect", "models", "model", "request", "refuse", "response", "stream");
        var operation = _route.Operation(route, "chat");
        if (operation is null || !Check(operation, route))
        {
            return null;
        }

        var request = operation.JsonBody!;
        var response = operation.AnswerType!;
        var events = operation.EventType ?? response;
        var writer = SourceFile.Start(
            _client.Namespace,
            _client.WithModelNamespace("System", "System.Collections.Generic", "System.Net.Http", "System.Text.Json", "HyperscaleSdk", "HyperscaleSdk.Runtime", "Microsoft.Extensions.AI"));
        using (writer.Block($"public sealed partial class {_client.Name}ChatClient"))
        {
            writer.Line("/// <summary>Called with each request before it is sent, for what the binding cannot say.</summary>");
            writer.Line($"static partial void On{className}Request({request.Name} request, ChatCall call);");
            writer.Line();
            writer.Line("/// <summary>Called with each whole answer after it was mapped, for what the binding cannot say.</summary>");
            writer.Line($"static partial void On{className}Response({response.Name} response, ChatAnswer answer);");
            writer.Line();
            if (route["stream"] is not null)
            {
                writer.Line("/// <summary>Called with the data of each event after it was mapped, for what the binding cannot say.</summary>");
                writer.Line($"static partial void On{className}Event(string eventType, {events.Name} data, ChatAnswer answer);");
                writer.Line();
            }

            using (writer.Block($"private sealed class {className}Route : ChatRoute<{request.Name}, {response.Name}, {events.Name}>"))
            {
                new ChatRequestCompiler(_route).Emit(writer, request, route, className);
                writer.Line();
                _route.EmitApiRequest(writer, operation, route, "ChatCall", "chat");
                writer.Line();
                var answer = new ChatAnswerCompiler(_route);
                using (writer.Block($"protected override void FromResponse({response.Name} response, ChatAnswer answer)"))
                {
                    answer.Emit(writer, new("response", response, MayBeNull: false), route["response"], "response");
                    writer.Line($"On{className}Response(response, answer);");
                }

                writer.Line();
                EmitStreamRules(writer, route["stream"]);
                EmitEvents(writer, answer, events, route["stream"], className);
            }
        }

        return Context.HasErrors ? null : writer.ToString();
    }

    private bool Check(OperationPlan operation, SpecNode route)
    {
        var at = route["operation"]!;
        if (operation.JsonBody is null)
        {
            Context.Report(
                SpecIds.BindingType,
                at,
                $"'{operation.Id}' cannot carry a chat: its request body is no JSON object.",
                $"'{operation.Id}' 작업으로는 채팅을 할 수 없습니다. 요청 본문이 JSON 객체가 아닙니다.");
        }
        else if (operation.AnswerType is not { Kind: TypeKind.Model })
        {
            Context.Report(
                SpecIds.BindingType,
                at,
                $"'{operation.Id}' cannot carry a chat: its answer is no JSON object.",
                $"'{operation.Id}' 작업으로는 채팅을 할 수 없습니다. 응답이 JSON 객체가 아닙니다.");
        }
        else if (route["response"] is null)
        {
            Context.Report(
                SpecIds.BindingShape,
                route,
                "'chat' lacks the key 'response'.",
                "'chat'에 'response' 키가 없습니다.");
        }
        else if (route["stream"] is not null && operation.EventType is not { Kind: TypeKind.Model })
        {
            Context.Report(
                SpecIds.BindingType,
                at,
                $"'{operation.Id}' cannot stream: the document gives no schema for 'text/event-stream'.",
                $"'{operation.Id}' 작업은 스트리밍할 수 없습니다. 문서에 'text/event-stream' 스키마가 없습니다.");
        }
        else
        {
            return true;
        }

        return false;
    }

    // Events that the binding does not name are skipped before their data is read: it may have any shape.
    private static void EmitStreamRules(CodeWriter writer, SpecNode? stream)
    {
        if (stream is null)
        {
            writer.Line("protected override bool Streams => false;");
            writer.Line();
            return;
        }

        if (stream["endsSilently"] is { } silent && silent.TryGetBoolean(out var isSilent) && isSilent)
        {
            writer.Line("protected override bool NeedsEnd => false;");
            writer.Line();
        }

        if (stream["by"] is null && stream["events"] is { Kind: SpecNodeKind.Mapping, Members.Count: > 0 } events && events["default"] is null)
        {
            writer.Line($"protected override bool Handles(string eventType) => eventType is {string.Join(" or ", events.Members.Select(member => CSharp.Literal(member.Name)))};");
            writer.Line();
        }
    }

    private void EmitEvents(CodeWriter writer, ChatAnswerCompiler answer, TypePlan type, SpecNode? stream, string className)
    {
        using (writer.Block($"protected override void FromEvent(string eventType, {type.Name} data, ChatAnswer answer)"))
        {
            if (stream is null)
            {
                writer.Line("FromResponse(data, answer);");
                return;
            }

            Context.AllowOnly(stream, "stream", "set", "by", "events", "endsSilently");
            if (stream["events"] is not { Kind: SpecNodeKind.Mapping, Members.Count: > 0 } events)
            {
                Context.Report(
                    SpecIds.BindingShape,
                    stream,
                    "'stream' lacks the key 'events': say what each event carries ('default' for all).",
                    "'stream'에 'events' 키가 없습니다. 이벤트마다 무엇이 담기는지 적으십시오(모두 같으면 'default').");
                return;
            }

            var root = new PathCompiler.Expression("data", type, MayBeNull: false);
            if (events.Members.Count == 1 && events.Members[0] is { Name: "default" } only)
            {
                answer.Emit(writer, root, only.Value, "default");
                writer.Line($"On{className}Event(eventType, data, answer);");
                return;
            }

            using (writer.Block($"switch ({Selector(root, stream)})"))
            {
                foreach (var member in events.Members.OrderBy(member => member.Name == "default"))
                {
                    writer.Line(member.Name == "default" ? "default:" : $"case {CSharp.Literal(member.Name)}:");
                    using (writer.Block(""))
                    {
                        answer.Emit(writer, root, member.Value, member.Name);
                        writer.Line("break;");
                    }
                }
            }

            writer.Line($"On{className}Event(eventType, data, answer);");
        }
    }

    // Events are told apart by the SSE event name, or by a member of the data.
    private string Selector(PathCompiler.Expression root, SpecNode stream)
        => stream["by"] is { } by && _route.Paths.Get(root, by) is { } value && _route.Paths.AsText(value, by) is { } text ? text : "eventType";
}
