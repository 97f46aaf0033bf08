using System.Text.Json;
using HyperscaleSdk.Emulator.Conversation;
using HyperscaleSdk.Emulator.Http;

namespace HyperscaleSdk.Emulator.ClovaStudio;

/// <summary>Reads and checks <c>messages</c>, v3 and v1.</summary>
internal static class ClovaMessages
{
    private const int MaximumImages = 5;

    public static IReadOnlyList<ChatTurn> Read(RequestFields body, ClovaModel model)
    {
        var messages = body.Array("messages");
        if (messages is not [_, ..])
            throw ClovaErrors.InvalidParameter("messages", "messages is required.");
        List<ChatTurn> turns = [];
        foreach (var message in messages)
        {
            if (message.ValueKind != JsonValueKind.Object)
                throw ClovaErrors.InvalidParameter("messages", "a message must be an object.");
            turns.Add(ReadOne(body.Inner(message), model, turns));
        }

        if (turns.Count(turn => turn.Role is "system") > 1)
            throw ClovaErrors.InvalidParameter("messages", "only one system message is allowed.");
        if (turns.Sum(turn => turn.Images) > MaximumImages)
            throw ClovaErrors.ImageLimitExceeded();
        return turns;
    }

    private static ChatTurn ReadOne(RequestFields message, ClovaModel model, List<ChatTurn> before)
    {
        var v3 = model.Api == ClovaApi.ChatV3;
        var role = message.Text("role");
        if (role is not ("system" or "user" or "assistant") && !(v3 && role is "tool"))
            throw ClovaErrors.InvalidParameter("role", "role is not known.");
        if (message.Any("thinkingContent") is not null)
            throw ClovaErrors.InvalidParameter("thinkingContent", "thinkingContent must not be sent.");

        var calls = v3 ? ClovaTools.ReadCalls(message, role) : [];
        var callId = role is "tool" ? FindCall(message, before) : null;
        var (text, pictures) = ReadContent(message, model, calls.Count > 0);
        if (pictures.Count > 0 && role is not "user")
            throw ClovaErrors.InvalidParameter("content", "only a user message may contain an image.");
        return pictures.Count > 1 ? throw ClovaErrors.TwoImagesInOneMessage() : new ChatTurn(role, text, pictures, calls, callId);
    }

    private static (string Text, IReadOnlyList<string> Pictures) ReadContent(RequestFields message, ClovaModel model, bool mayBeMissing)
    {
        var content = message.Any("content");
        switch (content?.ValueKind)
        {
            case JsonValueKind.String:
                return (content.Value.GetString()!, []);
            case JsonValueKind.Array when model.Api == ClovaApi.ChatV3:
                return ClovaParts.Read(content.Value, message, model);
            case null when mayBeMissing:
                return ("", []);
            default:
                throw ClovaErrors.InvalidParameter("content", "content is required, as text or as an array of parts.");
        }
    }

    private static string FindCall(RequestFields message, List<ChatTurn> before)
    {
        var id = message.Text("toolCallId");
        return id is not null && before.SelectMany(turn => turn.ToolCalls).Any(call => string.Equals(call.Id, id, StringComparison.Ordinal))
            ? id
            : throw ClovaErrors.InvalidParameter("toolCallId", "toolCallId must name an earlier tool call.");
    }
}
