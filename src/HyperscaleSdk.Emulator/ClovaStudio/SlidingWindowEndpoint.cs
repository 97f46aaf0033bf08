using HyperscaleSdk.Emulator.Conversation;
using HyperscaleSdk.Emulator.Hosting;
using HyperscaleSdk.Emulator.Http;

namespace HyperscaleSdk.Emulator.ClovaStudio;

/// <summary>
/// <c>POST /v1/api-tools/sliding/chat-messages/{model}</c>: drops the oldest turns until the conversation and its answer fit the
/// model; the system message stays. Only the older models have it.
/// </summary>
internal static class SlidingWindowEndpoint
{
    public static async Task HandleAsync(EmulatedCall call, string modelName)
    {
        var model = ClovaGate.GetModel(call, modelName, ClovaApi.ChatV1);
        var body = new RequestFields(await ClovaGate.ReadBodyAsync(call).ConfigureAwait(false), ClovaErrors.InvalidParameter);
        var turns = ClovaMessages.Read(body, model).ToList();
        var answer = (int)(body.Integer("maxTokens", 1, model.OutputTokens) ?? throw ClovaErrors.InvalidParameter("maxTokens", "maxTokens is required."));
        var room = Math.Min(model.InputTokens, model.ContextTokens - answer);
        while (turns.Sum(ChatPrompt.CountTurn) > room)
        {
            var oldest = turns.FindIndex(turn => turn.Role is not "system");
            if (oldest < 0 || turns.Count == 1)
                throw ClovaErrors.ContextLengthExceeded();
            turns.RemoveAt(oldest);
        }

        await JsonReply.WriteAsync(call, ClovaEnvelope.Success(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("messages");
            foreach (var turn in turns)
            {
                writer.WriteStartObject();
                writer.WriteString("role", turn.Role);
                writer.WriteString("content", turn.Text);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        })).ConfigureAwait(false);
    }
}
