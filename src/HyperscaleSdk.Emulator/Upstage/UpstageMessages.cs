using System.Text.Json;
using HyperscaleSdk.Emulator.Conversation;
using HyperscaleSdk.Emulator.Http;

namespace HyperscaleSdk.Emulator.Upstage;

/// <summary>Reads and checks <c>messages</c>: text only.</summary>
internal static class UpstageMessages
{
    public static IReadOnlyList<ChatTurn> Read(RequestFields body)
    {
        var messages = body.Array("messages");
        if (messages is not [_, ..])
            throw UpstageErrors.InvalidBody("messages", "messages is required and must not be empty.");
        List<ChatTurn> turns = [];
        foreach (var message in messages)
        {
            if (message.ValueKind != JsonValueKind.Object)
                throw UpstageErrors.InvalidBody("messages", "A message must be an object.");
            turns.Add(ReadOne(body.Inner(message), turns));
        }

        return turns;
    }

    private static ChatTurn ReadOne(RequestFields message, List<ChatTurn> before)
    {
        var role = message.Text("role");
        if (role is not ("system" or "user" or "assistant" or "tool"))
            throw UpstageErrors.InvalidBody("messages.role", "The role must be system, user, assistant or tool.");
        var calls = role is "assistant" ? [.. (message.Array("tool_calls") ?? []).Select(call => ReadCall(message, call))] : Array.Empty<ToolCall>();
        var callId = role is "tool" ? FindCall(message, before) : null;
        return new ChatTurn(role, ReadContent(message, calls.Length > 0), 0, calls, callId);
    }

    private static string ReadContent(RequestFields message, bool mayBeMissing)
    {
        var content = message.Any("content");
        return content?.ValueKind switch
        {
            JsonValueKind.String => content.Value.GetString()!,
            JsonValueKind.Array => string.Join('\n', content.Value.EnumerateArray().Select(part => ReadPart(message, part))),
            null when mayBeMissing => "",
            _ => throw UpstageErrors.InvalidBody("messages.content", "content is required, as a string or as an array of text parts."),
        };
    }

    private static string ReadPart(RequestFields message, JsonElement part)
    {
        if (part.ValueKind == JsonValueKind.Object && message.Inner(part) is var fields && fields.Text("type") is "text")
            return fields.Text("text") ?? throw UpstageErrors.InvalidBody("messages.content", "A text part needs text.");
        throw UpstageErrors.InvalidBody("messages.content", "Only text parts are supported.");
    }

    private static ToolCall ReadCall(RequestFields message, JsonElement call)
    {
        if (call.ValueKind == JsonValueKind.Object
            && message.Inner(call) is var fields
            && fields.Text("id") is { Length: > 0 } id
            && fields.Object("function") is { } function
            && message.Inner(function) is var inner
            && inner.Text("name") is { Length: > 0 } name
            && inner.Text("arguments") is { } arguments)
            return new ToolCall(id, name, arguments);
        throw UpstageErrors.InvalidBody("messages.tool_calls", "A tool call needs id, function.name and function.arguments, the latter as a string.");
    }

    private static string FindCall(RequestFields message, List<ChatTurn> before)
    {
        var id = message.Text("tool_call_id");
        return id is not null && before.SelectMany(turn => turn.ToolCalls).Any(call => string.Equals(call.Id, id, StringComparison.Ordinal))
            ? id
            : throw UpstageErrors.InvalidBody("messages.tool_call_id", "tool_call_id must name an earlier tool call.");
    }
}
