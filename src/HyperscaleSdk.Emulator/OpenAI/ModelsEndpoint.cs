using System.Text.Json;
using HyperscaleSdk.Emulator.Hosting;
using HyperscaleSdk.Emulator.Http;

namespace HyperscaleSdk.Emulator.OpenAI;

/// <summary><c>GET /models</c> and <c>GET /models/{id}</c>.</summary>
internal static class ModelsEndpoint
{
    // When a model was listed is not published; one fixed point keeps the answer the same.
    private const long Created = 1_767_225_600;

    public static Task HandleListAsync(OpenAIProvider provider, EmulatedCall call) => JsonReply.WriteAsync(call, writer =>
    {
        writer.WriteStartObject();
        if (!provider.Dialect.DescribesModels)
            writer.WriteString("object", "list");
        writer.WriteStartArray("data");
        foreach (var (id, model) in All(provider.Dialect).DistinctBy(entry => entry.Id, StringComparer.Ordinal))
            Write(writer, provider.Dialect, id, model);
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    public static Task HandleOneAsync(OpenAIProvider provider, EmulatedCall call, string id)
    {
        var name = Uri.UnescapeDataString(id);
        var (_, model) = All(provider.Dialect).FirstOrDefault(entry => string.Equals(entry.Id, name, StringComparison.Ordinal));
        return model is null
            ? throw provider.Errors.ModelNotFound()
            : JsonReply.WriteAsync(call, writer => Write(writer, provider.Dialect, name, model));
    }

    private static IEnumerable<(string Id, OpenAIModel Model)> All(OpenAIDialect dialect)
        => dialect.Models.SelectMany(model => new[] { (model.Name, model), (model.Served, model) });

    private static void Write(Utf8JsonWriter writer, OpenAIDialect dialect, string id, OpenAIModel model)
    {
        writer.WriteStartObject();
        writer.WriteString("id", id);
        if (dialect.DescribesModels)
        {
            writer.WriteString("name", id);
            writer.WriteNumber("created", Created);
            writer.WriteNumber("context_length", model.ContextTokens);
            writer.WriteStartObject("functionality");
            writer.WriteBoolean("tool_call", dialect.HasTools);
            writer.WriteBoolean("parallel_tool_call", dialect.HasTools);
            writer.WriteBoolean("structured_output", true);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteString("object", "model");
            writer.WriteNumber("created", Created);
            writer.WriteString("owned_by", dialect.IsVllm ? "vllm" : dialect.Id);
            if (dialect.IsVllm)
                writer.WriteNumber("max_model_len", model.ContextTokens);
        }

        writer.WriteEndObject();
    }
}
