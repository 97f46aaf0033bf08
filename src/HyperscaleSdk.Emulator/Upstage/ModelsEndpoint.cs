using HyperscaleSdk.Emulator.Hosting;
using HyperscaleSdk.Emulator.Http;

namespace HyperscaleSdk.Emulator.Upstage;

/// <summary><c>GET /models</c>: ids only; context lengths are not listed.</summary>
internal static class ModelsEndpoint
{
    // When a model was listed is not published; one fixed point keeps the answer the same.
    private const long Created = 1_767_225_600;

    public static Task HandleAsync(EmulatedCall call) => JsonReply.WriteAsync(call, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("object", "list");
        writer.WriteStartArray("data");
        var ids = UpstageModels.Chat.Concat(UpstageModels.Embedding).SelectMany(model => new[] { model.Alias, model.Snapshot });
        foreach (var id in ids.Distinct(StringComparer.Ordinal))
        {
            writer.WriteStartObject();
            writer.WriteString("id", id);
            writer.WriteString("object", "model");
            writer.WriteNumber("created", Created);
            writer.WriteString("owned_by", "upstage");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });
}
