using System.Text.Json;
using HyperscaleSdk.Runtime;

namespace HyperscaleSdk.Tests;

internal sealed class EmbeddingBody : IJsonModel<EmbeddingBody>
{
    public IReadOnlyList<string> Texts { get; set; } = [];

    public static EmbeddingBody ReadJson(ref Utf8JsonReader reader) => throw new NotSupportedException();

    public void WriteJson(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("texts");
        JsonWrite.List(writer, Texts, static (w, text) => w.WriteStringValue(text));
        writer.WriteEndObject();
    }
}
