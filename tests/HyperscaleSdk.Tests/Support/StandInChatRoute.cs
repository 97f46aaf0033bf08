using System.Text.Json;
using HyperscaleSdk.Runtime;

namespace HyperscaleSdk.Tests;

/// <summary>
/// A hand-written route. Its wire format: <c>id, model, created, text, think, refusal, calls[], finish, in, out, total, cached, thought, failed</c>,
/// the same in a whole answer and in an event.
/// </summary>
internal sealed class StandInChatRoute(Action<ChatCall>? inspect) : ChatRoute<ChatBody, Raw, Raw>
{
    private static readonly (string Wire, string Unified)[] Reasons = [("stop", "stop"), ("length", "length"), ("tool_calls", "toolCalls"), ("filtered", "contentFilter")];

    protected override bool Handles(string eventType) => eventType is "message" or "end" or "error";

    protected override ChatBody ToRequest(ChatCall call)
    {
        inspect?.Invoke(call);
        var body = call.RawRequest<ChatBody>() ?? new ChatBody();
        body.Messages = call.Messages;
        body.Temperature ??= call.Within(call.Temperature, "Temperature", 0, 1);
        body.Seed ??= call.Seed;
        return body;
    }

    protected override ApiRequest ToApiRequest(ChatBody body, ChatCall call) => new(HttpMethod.Post, "/chat/" + ApiPath.Escape(call.Model))
    {
        Operation = "createChat",
        WireOperation = "chat",
        Model = call.Model,
        Body = body,
        Streaming = call.Streaming,
        MaxOutputTokens = call.MaxOutputTokens,
    };

    protected override void FromResponse(Raw response, ChatAnswer answer) => Map(response, answer, fragments: false);

    protected override void FromEvent(string eventType, Raw data, ChatAnswer answer)
    {
        Map(data, answer, fragments: true);
        if (string.Equals(eventType, "end", StringComparison.Ordinal))
        {
            answer.End();
        }
    }

    private static void Map(Raw raw, ChatAnswer answer, bool fragments)
    {
        if (raw.Text("failed") is { } code)
        {
            answer.Fail(code, "provider text");
            return;
        }

        if (raw.Text("throw") is { } problem)
        {
            throw new InvalidOperationException(problem);
        }

        answer.Identity(raw.Text("id"), raw.Text("model"), raw.Number("created"));
        answer.Text(raw.Text("text"));
        answer.Reasoning(raw.Text("think"));
        answer.Refusal(raw.Text("refusal"));
        if (raw.Find("replace") is not null)
        {
            answer.ReplaceToolCalls();
        }

        if (raw.Find("calls") is { } calls)
        {
            foreach (var call in calls.EnumerateArray())
            {
                MapCall(call, answer, fragments);
            }
        }

        answer.Usage(raw.Number("in"), raw.Number("out"), raw.Number("total"), raw.Number("cached"), raw.Number("thought"));
        answer.Finish(ChatAnswer.FinishReason(raw.Text("finish"), Reasons));
    }

    private static void MapCall(JsonElement call, ChatAnswer answer, bool fragments)
    {
        string? id = call.TryGetProperty("id", out var i) ? i.GetString() : null;
        string? name = call.TryGetProperty("name", out var n) ? n.GetString() : null;
        long? index = call.TryGetProperty("index", out var x) ? x.GetInt64() : null;
        if (call.TryGetProperty("object", out var value))
        {
            answer.ToolCall(id, name, (JsonElement?)value);
        }
        else if (fragments)
        {
            answer.ToolCallFragment(index, id, name, call.TryGetProperty("args", out var piece) ? piece.GetString() : null);
        }
        else
        {
            answer.ToolCall(id, name, call.TryGetProperty("args", out var text) ? text.GetString() : null);
        }
    }
}
