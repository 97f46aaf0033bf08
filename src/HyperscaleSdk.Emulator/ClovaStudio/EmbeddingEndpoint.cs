using HyperscaleSdk.Emulator.Embeddings;
using HyperscaleSdk.Emulator.Hosting;
using HyperscaleSdk.Emulator.Http;
using HyperscaleSdk.Emulator.Text;

namespace HyperscaleSdk.Emulator.ClovaStudio;

/// <summary><c>POST /v1/api-tools/embedding/…</c>: one text per call.</summary>
internal static class EmbeddingEndpoint
{
    private const int Dimensions = 1024;
    private const int MaximumTokenizeCharacters = 10_000;

    public static async Task HandleAsync(EmulatedCall call, string modelName)
    {
        var model = ClovaGate.GetModel(call, modelName, ClovaApi.Embedding);
        var text = await ReadTextAsync(call).ConfigureAwait(false);
        var tokens = TokenEstimator.Count(text);
        if (tokens > model.InputTokens)
            throw ClovaErrors.ContextLengthExceeded();

        call.Operation = Operations.Embeddings;
        call.InputTokens = tokens;
        await JsonReply.WriteAsync(call, ClovaEnvelope.Success(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("embedding");
            foreach (var value in NGramEmbedder.Embed(text, Dimensions))
                writer.WriteNumberValue(value);
            writer.WriteEndArray();
            if (!call.Faults.Has(Faults.FaultKinds.MissingUsage))
                writer.WriteNumber("inputTokens", tokens);
            writer.WriteEndObject();
        }), hasUsage: true).ConfigureAwait(false);
    }

    public static async Task TokenizeAsync(EmulatedCall call)
    {
        call.Model = "v2";
        var text = await ReadTextAsync(call).ConfigureAwait(false);
        if (text.Length > MaximumTokenizeCharacters)
            throw ClovaErrors.InvalidParameter("text", "text must not be longer than 10000 characters.");

        call.Operation = Operations.Tokenize;
        call.InputTokens = TokenEstimator.Count(text);
        await JsonReply.WriteAsync(call, ClovaEnvelope.Success(writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("numTokens", call.InputTokens);
            writer.WriteEndObject();
        })).ConfigureAwait(false);
    }

    private static async Task<string> ReadTextAsync(EmulatedCall call)
    {
        var body = new RequestFields(await ClovaGate.ReadBodyAsync(call).ConfigureAwait(false), ClovaErrors.InvalidParameter);
        var text = body.Text("text") ?? throw ClovaErrors.InvalidParameter("text", "text is required.");
        return string.IsNullOrWhiteSpace(text) ? throw ClovaErrors.TextEmpty() : text;
    }
}
