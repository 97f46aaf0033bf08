using HyperscaleSdk.Emulator.Hosting;
using HyperscaleSdk.Emulator.Http;

namespace HyperscaleSdk.Emulator.OpenAI;

/// <summary>Chat completions, whole and streamed.</summary>
internal static class ChatEndpoint
{
    public static async Task HandleAsync(OpenAIProvider provider, EmulatedCall call)
    {
        var body = await provider.ReadBodyAsync(call).ConfigureAwait(false);
        var model = provider.GetModel(call, body, provider.Dialect.ChatModels);
        var request = ChatRequest.Read(provider, body, model);
        var reply = request.Place(call.Answer(request.Prompt));
        provider.WriteRates(call, model);

        var answer = new ChatAnswer(call, provider.Dialect, request, reply);
        if (!request.Stream)
        {
            await JsonReply.WriteAsync(call, answer.WriteWhole, hasUsage: true).ConfigureAwait(false);
            return;
        }

        var error = new SseFrame(RefusalReply.CreateStreamError(call));
        var chunks = new ChatChunks(call, provider.Dialect, request, reply, answer);
        await FaultyStream.SendAsync(call, chunks.Frames(), new SseFrame("[DONE]"u8.ToArray()), error, chunks.CanReportUsage).ConfigureAwait(false);
    }
}
