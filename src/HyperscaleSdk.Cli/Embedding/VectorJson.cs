using System.Text.Json;

namespace HyperscaleSdk.Cli.Embedding;

/// <summary>Writes vectors the same way everywhere.</summary>
internal static class VectorJson
{
    /// <summary>Writes the member <c>embedding</c>.</summary>
    public static void Write(Utf8JsonWriter json, ReadOnlySpan<float> vector)
    {
        json.WriteStartArray("embedding");
        foreach (var value in vector)
        {
            json.WriteNumberValue(value);
        }

        json.WriteEndArray();
    }
}
