using System.Text.Json;
using HyperscaleSdk.Emulator.Conversation;
using HyperscaleSdk.Emulator.Hosting;
using HyperscaleSdk.Emulator.Http;
using HyperscaleSdk.Emulator.Text;

namespace HyperscaleSdk.Emulator.ClovaStudio;

/// <summary>Token counting for chat requests, v1 and v3.</summary>
internal static class ChatTokenizeEndpoint
{
    public static async Task HandleV1Async(EmulatedCall call, string modelName)
    {
        var model = ClovaGate.GetModel(call, modelName, ClovaApi.ChatV1);
        var body = new RequestFields(await ClovaGate.ReadBodyAsync(call).ConfigureAwait(false), ClovaErrors.InvalidParameter);
        var turns = ClovaMessages.Read(body, model);
        call.Operation = Operations.Tokenize;
        call.InputTokens = turns.Sum(ChatPrompt.CountTurn);
        await JsonReply.WriteAsync(call, ClovaEnvelope.Success(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("messages");
            foreach (var turn in turns)
            {
                writer.WriteStartObject();
                writer.WriteString("role", turn.Role);
                writer.WriteString("content", turn.Text);
                writer.WriteNumber("count", ChatPrompt.CountTurn(turn));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        })).ConfigureAwait(false);
    }

    public static async Task HandleV3Async(EmulatedCall call, string modelName)
    {
        var model = ClovaGate.GetModel(call, modelName, ClovaApi.ChatV3);
        var body = new RequestFields(await ClovaGate.ReadBodyAsync(call).ConfigureAwait(false), ClovaErrors.InvalidParameter);
        var turns = ClovaMessages.Read(body, model);
        ClovaTools.ReadChoice(body, ClovaTools.ReadOffers(body));
        var format = ClovaResponseFormat.Read(body, model);
        var tools = TokenEstimator.Count(body.Any("tools")?.GetRawText() ?? "");
        var schema = TokenEstimator.Count(format?.GetRawText() ?? "");

        call.Operation = Operations.Tokenize;
        call.InputTokens = turns.Sum(ChatPrompt.CountTurn) + tools + schema;
        await JsonReply.WriteAsync(call, ClovaEnvelope.Success(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("messages");
            foreach (var (message, turn) in body.Array("messages")!.Zip(turns))
                WriteMessage(writer, message, turn);
            writer.WriteEndArray();
            WriteCount(writer, "tools", tools);
            WriteCount(writer, "responseFormat", schema);
            writer.WriteEndObject();
        })).ConfigureAwait(false);
    }

    // One object for text content, an array for content in parts. What the message itself costs stays with its first part.
    private static void WriteMessage(Utf8JsonWriter writer, JsonElement message, ChatTurn turn)
    {
        writer.WriteStartObject();
        writer.WriteString("role", turn.Role);
        writer.WritePropertyName("content");
        if (message.TryGetProperty("content", out var content) && content.ValueKind == JsonValueKind.Array)
        {
            var extra = TokenEstimator.TokensPerMessage;
            writer.WriteStartArray();
            foreach (var part in content.EnumerateArray())
            {
                var text = part.TryGetProperty("text", out var value) ? value.GetString() : null;
                WritePart(writer, text, extra + (text is null ? TokenEstimator.TokensPerImage : TokenEstimator.Count(text)));
                extra = 0;
            }

            writer.WriteEndArray();
        }
        else
        {
            WritePart(writer, turn.Text, ChatPrompt.CountTurn(turn));
        }

        writer.WriteEndObject();
    }

    private static void WritePart(Utf8JsonWriter writer, string? text, int count)
    {
        writer.WriteStartObject();
        writer.WriteString("type", text is null ? "image_url" : "text");
        if (text is not null)
            writer.WriteString("text", text);
        writer.WriteNumber("count", count);
        writer.WriteEndObject();
    }

    private static void WriteCount(Utf8JsonWriter writer, string name, int count)
    {
        if (count == 0)
            return;
        writer.WriteStartObject(name);
        writer.WriteNumber("count", count);
        writer.WriteEndObject();
    }
}
