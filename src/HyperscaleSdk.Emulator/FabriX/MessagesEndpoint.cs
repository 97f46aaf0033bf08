using System.Text.Json;
using HyperscaleSdk.Emulator.Conversation;
using HyperscaleSdk.Emulator.Hosting;
using HyperscaleSdk.Emulator.Http;
using HyperscaleSdk.Emulator.Text;
using Microsoft.AspNetCore.Http;

namespace HyperscaleSdk.Emulator.FabriX;

/// <summary><c>POST /openapi/chat/v1/messages</c>: a list of contents instead of roles; usage is not reported.</summary>
internal static class MessagesEndpoint
{
    private const long MaximumBody = 50L * 1024 * 1024;

    public static async Task HandleAsync(EmulatedCall call)
    {
        var json = await JsonRequestBody.ReadAsync(call, MaximumBody, () => call.Provider.CreateRefusal(StatusCodes.Status413PayloadTooLarge), () => Invalid("The request body is not a JSON object.")).ConfigureAwait(false);
        var body = new RequestFields(json, (_, message) => Invalid(message));
        var prompt = ReadPrompt(call, body);
        var stream = body.Boolean("isStream") is true;
        var reply = call.Answer(prompt);
        if (!stream)
        {
            await JsonReply.WriteAsync(call, writer => WriteWhole(writer, reply, prompt.Model)).ConfigureAwait(false);
            return;
        }

        var end = reply.Refusal is { } refusal ? FabriXFrames.Blocked(refusal) : FabriXFrames.Last(FinishReason(reply), reply.Ending == ReplyEnding.Length);
        await FaultyStream.SendAsync(call, Frames(reply), end, new SseFrame(RefusalReply.CreateStreamError(call)), hasUsage: false).ConfigureAwait(false);
    }

    private static ChatPrompt ReadPrompt(EmulatedCall call, RequestFields body)
    {
        var model = FabriXModel.Find(body.Texts("modelIds").FirstOrDefault()) ?? throw Invalid("modelIds names no model.");
        call.Model = model.Name;
        var contents = body.Texts("contents");
        if (contents.Count == 0 || contents.All(string.IsNullOrWhiteSpace))
            throw Invalid("contents is required.");
        // The texts take turns: the last one is the question.
        List<ChatTurn> turns = [.. contents.Select((text, index) => new ChatTurn((contents.Count - index) % 2 == 1 ? "user" : "assistant", text, [], [], null))];
        if (body.Text("systemPrompt") is { Length: > 0 } system)
            turns.Insert(0, new ChatTurn("system", system, [], [], null));
        var config = body.Object("llmConfig") is { } given ? body.Inner(given) : null;
        config?.Number("temperature", 0, 2);
        config?.Number("top_p", 0, 1);
        config?.Integer("top_k", 0, int.MaxValue);
        config?.Number("repetition_penalty", 0, 2, aboveMinimum: true);
        var prompt = new ChatPrompt
        {
            Model = model.Name,
            Turns = turns,
            TokenLimit = (int?)config?.Integer("max_new_tokens", 1, int.MaxValue),
            ThinkingDepth = model.Thinks ? 1 : 0,
        };
        return prompt.InputTokens > FabriXModel.ContextTokens
            ? throw new RefusedException(400, Errors.ErrorCodes.ContextLength, "The context length is exceeded.", "contents")
            : prompt;
    }

    private static IEnumerable<SseFrame> Frames(ChatReply reply)
    {
        yield return FabriXFrames.Status("REQUEST_ANALYSIS");
        foreach (var (text, tokens) in StreamPieces.Of(reply.Thinking))
            yield return FabriXFrames.Create("THINK", text, tokens);
        foreach (var (text, tokens) in reply.TextPieces)
            yield return FabriXFrames.Create("CHUNK", text, tokens);
    }

    private static void WriteWhole(Utf8JsonWriter writer, ChatReply reply, string model)
    {
        writer.WriteStartObject();
        writer.WriteString("modelType", model);
        writer.WriteString("content", reply.Refusal is null ? reply.Text : null);
        writer.WriteString("reasoningContent", reply.Thinking.Length > 0 ? reply.Thinking : null);
        writer.WriteStartArray("contentReferences");
        writer.WriteEndArray();
        writer.WriteBoolean("truncated", reply.Ending == ReplyEnding.Length);
        writer.WriteString("finishReason", FinishReason(reply));
        if (reply.Refusal is { } refusal)
        {
            writer.WriteStartObject("filterBlockReason");
            writer.WriteString("ko", refusal);
            writer.WriteString("en", refusal);
            writer.WriteString("message", refusal);
            writer.WriteString("result_code", "FR-403");
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNull("filterBlockReason");
        }

        writer.WriteString("status", "SUCCESS");
        writer.WriteString("responseCode", reply.Refusal is null ? FabriXFrames.Good : "FR-403");
        writer.WriteStartArray("plugins");
        writer.WriteEndArray();
        writer.WriteString("eventStatus", "FINAL_ANSWER");
        writer.WriteNull("eventData");
        writer.WriteEndObject();
    }

    private static string FinishReason(ChatReply reply) => reply.FinishReason ?? (reply.Ending == ReplyEnding.Length ? "length" : "stop");

    private static RefusedException Invalid(string message) => new(400, Errors.ErrorCodes.InvalidBody, message);
}
