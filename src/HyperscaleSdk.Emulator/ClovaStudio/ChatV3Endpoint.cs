using HyperscaleSdk.Emulator.Conversation;
using HyperscaleSdk.Emulator.Faults;
using HyperscaleSdk.Emulator.Hosting;
using HyperscaleSdk.Emulator.Http;

namespace HyperscaleSdk.Emulator.ClovaStudio;

/// <summary><c>POST /v3/chat-completions/{model}</c>.</summary>
internal static class ChatV3Endpoint
{
    public static async Task HandleAsync(EmulatedCall call, string modelName)
    {
        var model = ClovaGate.GetModel(call, modelName, ClovaApi.ChatV3);
        var json = await ClovaGate.ReadBodyAsync(call).ConfigureAwait(false);
        var prompt = ChatV3Request.Read(json, model);
        var reply = AnswerEngine.Answer(prompt);
        call.Operation = Operations.Chat;
        call.InputTokens = prompt.InputTokens;
        call.OutputTokens = reply.OutputTokens;

        var body = new RequestFields(json, ClovaErrors.InvalidParameter);
        var answer = new ChatV3Answer(call, prompt, reply)
        {
            Seed = ClovaSeed.Choose(body.Integer("seed", 0, uint.MaxValue), prompt),
            Filters = body.Boolean("includeAiFilters") is true,
        };
        if (ClovaGate.WantsStream(call.Http.Request))
        {
            var error = ClovaEnvelope.Failure(ClovaErrors.ForStatus(500, null));
            await FaultyStream.SendAsync(call, answer.Frames(), ClovaFrames.End(), ClovaFrames.Create("error", error)).ConfigureAwait(false);
            return;
        }

        await JsonReply.WriteAsync(call, ClovaEnvelope.Success(answer.WriteResult)).ConfigureAwait(false);
    }
}
