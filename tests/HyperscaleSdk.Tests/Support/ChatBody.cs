using System.Text.Json;
using HyperscaleSdk.Runtime;

namespace HyperscaleSdk.Tests;

/// <summary>A chat request as the generator would make it, for a wire format of this test's own.</summary>
internal sealed class ChatBody : IJsonModel<ChatBody>
{
    public double? Temperature { get; set; }

    public long? Seed { get; set; }

    public IReadOnlyList<WireMessage> Messages { get; set; } = [];

    public static ChatBody ReadJson(ref Utf8JsonReader reader) => throw new NotSupportedException();

    public void WriteJson(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("messages");
        JsonWrite.List(writer, Messages, static (w, message) =>
        {
            w.WriteStartObject();
            w.WriteString("role", message.Role);
            w.WriteString("content", message.Text);
            w.WriteEndObject();
        });
        if (Temperature is { } temperature)
        {
            writer.WriteNumber("temperature", temperature);
        }

        if (Seed is { } seed)
        {
            writer.WriteNumber("seed", seed);
        }

        writer.WriteEndObject();
    }
}
