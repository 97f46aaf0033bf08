using System.Text.Json;
using HyperscaleSdk.Emulator.Conversation;
using HyperscaleSdk.Emulator.Http;

namespace HyperscaleSdk.Emulator.OpenAI;

/// <summary>Reads and checks <c>messages</c>.</summary>
internal sealed class ChatMessages(OpenAIErrors errors, OpenAIModel model)
{
    public IReadOnlyList<ChatTurn> Read(RequestFields body)
    {
        var messages = body.Array("messages");
        if (messages is not [_, ..])
            throw errors.Invalid("messages", "messages is required and must not be empty.");
        List<ChatTurn> turns = [];
        foreach (var message in messages)
        {
            if (message.ValueKind != JsonValueKind.Object)
                throw errors.Invalid("messages", "A message must be an object.");
            turns.Add(ReadOne(body.Inner(message), turns));
        }

        return turns;
    }

    private ChatTurn ReadOne(RequestFields message, List<ChatTurn> before)
    {
        var role = message.Text("role");
        if (role is not ("system" or "developer" or "user" or "assistant" or "tool"))
            throw errors.Invalid("messages.role", "The role must be system, user, assistant or tool.");
        var calls = role is "assistant" ? [.. (message.Array("tool_calls") ?? []).Select(call => ReadCall(message, call))] : Array.Empty<ToolCall>();
        var callId = role is "tool" ? FindCall(message, before) : null;
        var (text, pictures) = ReadContent(message, calls.Length > 0);
        return new ChatTurn(role is "developer" ? "system" : role, text, pictures, calls, callId);
    }

    private (string Text, IReadOnlyList<string> Pictures) ReadContent(RequestFields message, bool mayBeMissing)
    {
        var content = message.Any("content");
        return content?.ValueKind switch
        {
            JsonValueKind.String => (content.Value.GetString()!, []),
            JsonValueKind.Array => ReadParts(message, content.Value),
            null when mayBeMissing => ("", []),
            _ => throw errors.Invalid("messages.content", "content is required, as a string or as an array of parts."),
        };
    }

    private (string Text, IReadOnlyList<string> Pictures) ReadParts(RequestFields message, JsonElement parts)
    {
        List<string> texts = [];
        List<string> pictures = [];
        foreach (var element in parts.EnumerateArray())
        {
            var part = element.ValueKind == JsonValueKind.Object ? message.Inner(element) : throw errors.Invalid("messages.content", "A part must be an object.");
            switch (part.Text("type"))
            {
                case "text":
                    texts.Add(part.Text("text") ?? throw errors.Invalid("messages.content", "A text part needs text."));
                    break;
                case "image_url" when model.SeesImages && part.Object("image_url") is { } image:
                    pictures.Add(Describe(part.Inner(image).Text("url")));
                    break;
                case "input_audio" when model.SeesImages && part.Object("input_audio") is { } audio:
                    texts.Add($"[{part.Inner(audio).Text("format") ?? "audio"}]");
                    break;
                default:
                    throw errors.Invalid("messages.content", model.SeesImages ? "A part is text or image_url." : "Only text parts are supported.");
            }
        }

        return (string.Join('\n', texts), pictures);
    }

    private string Describe(string? url)
    {
        if (url is not null && url.StartsWith("http", StringComparison.Ordinal) && Uri.TryCreate(url, UriKind.Absolute, out var address))
            return PictureNote.OfAddress(address);
        return PictureNote.Decode(url ?? "") is { } bytes && PictureNote.OfBytes(bytes) is { } note
            ? note
            : throw errors.Invalid("messages.content", "image_url.url must be an http address or the Base64 of an image.");
    }

    private ToolCall ReadCall(RequestFields message, JsonElement call)
    {
        if (call.ValueKind == JsonValueKind.Object
            && message.Inner(call) is var fields
            && fields.Text("id") is { Length: > 0 } id
            && fields.Object("function") is { } function
            && message.Inner(function) is var inner
            && inner.Text("name") is { Length: > 0 } name
            && inner.Text("arguments") is { } arguments)
            return new ToolCall(id, name, arguments);
        throw errors.Invalid("messages.tool_calls", "A tool call needs id, function.name and function.arguments, the latter as a string.");
    }

    private string FindCall(RequestFields message, List<ChatTurn> before)
    {
        var id = message.Text("tool_call_id");
        return id is not null && before.SelectMany(turn => turn.ToolCalls).Any(call => string.Equals(call.Id, id, StringComparison.Ordinal))
            ? id
            : throw errors.Invalid("messages.tool_call_id", "tool_call_id must name an earlier tool call.");
    }
}
