using HyperscaleSdk.Emulator.Conversation;
using HyperscaleSdk.Emulator.Faults;
using HyperscaleSdk.Emulator.Hosting;
using HyperscaleSdk.Emulator.Http;

namespace HyperscaleSdk.Emulator.ClovaStudio;

/// <summary><c>POST /v3/chat-completions/{model}</c> and <c>/v3/tasks/{taskId}/chat-completions</c>.</summary>
internal static class ChatV3Endpoint
{
    public static async Task HandleAsync(EmulatedCall call, ClovaModel model)
    {
        var json = await ClovaGate.ReadBodyAsync(call).ConfigureAwait(false);
        var prompt = ChatV3Request.Read(json, model);
        var reply = call.Answer(prompt);
        if (reply.Refusal is { } refusal)
            throw ClovaErrors.OutputUnavailable(refusal);

        var body = new RequestFields(json, ClovaErrors.InvalidParameter);
        var answer = new ChatV3Answer(call, reply)
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
}
