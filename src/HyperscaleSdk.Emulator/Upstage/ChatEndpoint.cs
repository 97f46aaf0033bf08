using HyperscaleSdk.Emulator.Conversation;
using HyperscaleSdk.Emulator.Hosting;
using HyperscaleSdk.Emulator.Http;

namespace HyperscaleSdk.Emulator.Upstage;

/// <summary><c>POST /chat/completions</c>.</summary>
internal static class ChatEndpoint
{
    public static async Task HandleAsync(EmulatedCall call)
    {
        var body = await UpstageBody.ReadAsync(call).ConfigureAwait(false);
        var model = UpstageBody.GetModel(call, body, UpstageModels.Chat);
        var request = ChatRequest.Read(body, model);
        var reply = AnswerEngine.Answer(request.Prompt);
        call.Operation = Operations.Chat;
        call.InputTokens = request.Prompt.InputTokens;
        call.OutputTokens = reply.OutputTokens;
        UpstageRateHeaders.Write(call, model);

        var answer = new ChatAnswer(call, request, reply);
        if (request.Stream)
        {
            var error = new SseFrame(UpstageErrors.Envelope(UpstageErrors.ForStatus(500, null)));
            await FaultyStream.SendAsync(call, answer.Frames(), new SseFrame("[DONE]"u8.ToArray()), error).ConfigureAwait(false);
            return;
        }

        await JsonReply.WriteAsync(call, answer.WriteWhole).ConfigureAwait(false);
    }
}
