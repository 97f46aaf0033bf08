using HyperscaleSdk.Emulator.Hosting;
using HyperscaleSdk.Emulator.Http;
using HyperscaleSdk.Emulator.Text;

namespace HyperscaleSdk.Emulator.OpenAI;

/// <summary>A text in, the numbers of its tokens out.</summary>
internal static class TokenizeEndpoint
{
    private const int Vocabulary = 100_000;

    public static async Task HandleAsync(OpenAIProvider provider, EmulatedCall call)
    {
        var body = await provider.ReadBodyAsync(call).ConfigureAwait(false);
        provider.GetModel(call, body, provider.Dialect.ChatModels);
        var text = body.Text("prompt") ?? throw provider.Errors.Invalid("prompt", "prompt is required.");
        var tokens = TokenEstimator.Split(text);
        call.Operation = Operations.Tokenize;
        call.InputTokens = tokens.Count;
        await JsonReply.WriteAsync(call, writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("tokens");
            foreach (var token in tokens)
                writer.WriteNumberValue((int)(StableHash.Of(token) % Vocabulary));
            writer.WriteEndArray();
            writer.WriteEndObject();
        }).ConfigureAwait(false);
    }
}
