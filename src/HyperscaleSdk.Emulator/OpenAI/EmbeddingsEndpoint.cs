using System.Runtime.InteropServices;
using System.Text.Json;
using HyperscaleSdk.Emulator.Embeddings;
using HyperscaleSdk.Emulator.Faults;
using HyperscaleSdk.Emulator.Hosting;
using HyperscaleSdk.Emulator.Http;

namespace HyperscaleSdk.Emulator.OpenAI;

/// <summary>Embeddings of one input or of many.</summary>
internal static class EmbeddingsEndpoint
{
    public static async Task HandleAsync(OpenAIProvider provider, EmulatedCall call)
    {
        var body = await provider.ReadBodyAsync(call).ConfigureAwait(false);
        var model = provider.GetModel(call, body, provider.Dialect.EmbeddingModels);
        var inputs = new EmbeddingInputs(provider).Read(body);
        var base64 = ReadBase64(provider, body);
        model = model with { Dimensions = ReadDimensions(provider, body, model) };
        if (inputs.Any(input => input.Tokens > model.ContextTokens))
            throw provider.Errors.ContextLength(model.ContextTokens, "input");

        call.Operation = Operations.Embeddings;
        call.InputTokens = inputs.Sum(input => input.Tokens);
        provider.WriteRates(call, model);
        await JsonReply.WriteAsync(call, writer => Write(writer, call, provider.Dialect, model, inputs, base64), hasUsage: true).ConfigureAwait(false);
    }

    private static bool ReadBase64(OpenAIProvider provider, RequestFields body)
    {
        if (provider.Dialect.Base64 is not { } allowed)
            return false;
        return body.Text("encoding_format") switch
        {
            null or "float" => false,
            "base64" when allowed => true,
            _ => throw provider.Errors.Invalid("encoding_format", allowed ? "encoding_format is float or base64." : "encoding_format can only be float."),
        };
    }

    private static int ReadDimensions(OpenAIProvider provider, RequestFields body, OpenAIModel model)
    {
        if (provider.Dialect.Shortens)
            return (int)(body.Integer("dimensions", 1, model.Dimensions) ?? model.Dimensions);
        if (provider.Dialect.EmbeddingInput == EmbeddingInput.OneText)
            body.Integer("dimensions", model.Dimensions, model.Dimensions);
        return model.Dimensions;
    }

    private static void Write(Utf8JsonWriter writer, EmulatedCall call, OpenAIDialect dialect, OpenAIModel model, IReadOnlyList<(string Text, int Tokens)> inputs, bool base64)
    {
        writer.WriteStartObject();
        if (dialect.IdentifiesEmbeddings || dialect.IsVllm)
        {
            writer.WriteString("id", call.RequestId);
            writer.WriteNumber("created", call.UnixSeconds);
        }

        writer.WriteString("object", "list");
        writer.WriteStartArray("data");
        for (var i = 0; i < inputs.Count; i++)
        {
            writer.WriteStartObject();
            writer.WriteString("object", "embedding");
            writer.WriteNumber("index", i);
            WriteVector(writer, NGramEmbedder.Embed(inputs[i].Text, model.Dimensions), base64);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteString("model", model.Served);
        if (!call.Faults.Has(FaultKinds.MissingUsage))
        {
            writer.WriteStartObject("usage");
            writer.WriteNumber("prompt_tokens", call.InputTokens);
            writer.WriteNumber("total_tokens", call.InputTokens);
            if (dialect.IdentifiesEmbeddings || dialect.IsVllm)
                writer.WriteNumber("completion_tokens", 0);
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
