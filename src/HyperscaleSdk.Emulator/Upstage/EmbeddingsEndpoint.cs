using System.Runtime.InteropServices;
using System.Text.Json;
using HyperscaleSdk.Emulator.Embeddings;
using HyperscaleSdk.Emulator.Faults;
using HyperscaleSdk.Emulator.Hosting;
using HyperscaleSdk.Emulator.Http;
using HyperscaleSdk.Emulator.Text;

namespace HyperscaleSdk.Emulator.Upstage;

/// <summary><c>POST /embeddings</c>: one text or up to a hundred.</summary>
internal static class EmbeddingsEndpoint
{
    private const int MaximumInputs = 100;

    public static async Task HandleAsync(EmulatedCall call)
    {
        var body = await UpstageBody.ReadAsync(call).ConfigureAwait(false);
        var model = UpstageBody.GetModel(call, body, UpstageModels.Embedding);
        var inputs = ReadInputs(body);
        var base64 = ReadBase64(body);
        var counts = inputs.Select(TokenEstimator.Count).ToList();
        if (counts.Any(count => count > model.ContextTokens))
            throw UpstageErrors.ContextLengthExceeded(model.ContextTokens);

        call.Operation = Operations.Embeddings;
        call.InputTokens = counts.Sum();
        UpstageRateHeaders.Write(call, model);
        await JsonReply.WriteAsync(call, writer => Write(writer, call, model, inputs, base64)).ConfigureAwait(false);
    }

    private static IReadOnlyList<string> ReadInputs(RequestFields body)
    {
        var input = body.Any("input") ?? throw UpstageErrors.InvalidBody("input", "input is required.");
        IReadOnlyList<string> inputs = input.ValueKind == JsonValueKind.String ? [input.GetString()!] : body.Texts("input");
        if (inputs.Count == 0 || inputs.Any(string.IsNullOrWhiteSpace))
            throw UpstageErrors.InvalidBody("input", "input must not be empty or blank.");
        return inputs.Count > MaximumInputs
            ? throw UpstageErrors.InvalidBody("input", "input must not have more than 100 elements.")
            : inputs;
    }

    private static bool ReadBase64(RequestFields body) => body.Text("encoding_format") switch
    {
        null or "float" => false,
        "base64" => true,
        _ => throw UpstageErrors.InvalidBody("encoding_format", "encoding_format is float or base64."),
    };

    private static void Write(Utf8JsonWriter writer, EmulatedCall call, UpstageModel model, IReadOnlyList<string> inputs, bool base64)
    {
        writer.WriteStartObject();
        writer.WriteString("object", "list");
        writer.WriteStartArray("data");
        for (var i = 0; i < inputs.Count; i++)
        {
            writer.WriteStartObject();
            writer.WriteString("object", "embedding");
            writer.WriteNumber("index", i);
            WriteVector(writer, NGramEmbedder.Embed(inputs[i], model.Dimensions), base64);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteString("model", model.Snapshot);
        if (!call.Faults.Has(FaultKinds.MissingUsage))
        {
            writer.WriteStartObject("usage");
            writer.WriteNumber("prompt_tokens", call.InputTokens);
            writer.WriteNumber("total_tokens", call.InputTokens);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    // Little-endian single precision, as OpenAI's clients decode it; every platform that .NET 10 runs this on is little-endian.
    private static void WriteVector(Utf8JsonWriter writer, float[] vector, bool base64)
    {
        if (base64)
        {
            writer.WriteBase64String("embedding", MemoryMarshal.AsBytes(vector.AsSpan()));
            return;
        }

        writer.WriteStartArray("embedding");
        foreach (var value in vector)
            writer.WriteNumberValue(value);
        writer.WriteEndArray();
    }
}
