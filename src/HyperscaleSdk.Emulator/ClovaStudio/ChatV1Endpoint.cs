using System.Text.Json;
using HyperscaleSdk.Emulator.Conversation;
using HyperscaleSdk.Emulator.Hosting;
using HyperscaleSdk.Emulator.Http;

namespace HyperscaleSdk.Emulator.ClovaStudio;

/// <summary><c>POST /v1/chat-completions/{model}</c> and <c>/v1/tasks/{taskId}/chat-completions</c>: the older models.</summary>
internal static class ChatV1Endpoint
{
    private const int DefaultMaxTokens = 100;

    public static async Task HandleAsync(EmulatedCall call, ClovaModel model)
    {
        var json = await ClovaGate.ReadBodyAsync(call).ConfigureAwait(false);
        var body = new RequestFields(json, ClovaErrors.InvalidParameter);
        var prompt = ReadPrompt(body, model);
        var reply = call.Answer(prompt);
        if (reply.Refusal is { } refusal)
            throw ClovaErrors.OutputUnavailable(refusal);


        var answer = new ChatV1Answer(call, reply)
        {
            Seed = ClovaSeed.Choose(body.Integer("seed", 0, uint.MaxValue), prompt),
            Filters = body.Boolean("includeAiFilters") is true,
        };
        if (ClovaGate.WantsStream(call.Http.Request))
        {
            var error = ClovaFrames.Create("error", RefusalReply.CreateStreamError(call));
            await FaultyStream.SendAsync(call, answer.Frames(), ClovaFrames.End(), error).ConfigureAwait(false);
            return;
        }

        await JsonReply.WriteAsync(call, ClovaEnvelope.Success(answer.WriteResult), hasUsage: true).ConfigureAwait(false);
    }

    private static ChatPrompt ReadPrompt(RequestFields body, ClovaModel model)
    {
        var turns = ClovaMessages.Read(body, model);
        body.Number("temperature", 0, 1, aboveMinimum: true);
        body.Number("topP", 0, 1, aboveMinimum: true);
        body.Integer("topK", 0, 128);
        body.Number("repeatPenalty", 0, 10, aboveMinimum: true);
        var limit = (int)(body.Integer("maxTokens", 1, model.OutputTokens) ?? DefaultMaxTokens);
        var prompt = new ChatPrompt { Model = model.Name, Turns = turns, TokenLimit = limit, Stop = body.Texts("stopBefore") };
        var input = prompt.InputTokens;
        return input > model.InputTokens || input + limit > model.ContextTokens ? throw ClovaErrors.ContextLengthExceeded() : prompt;
    }
}
