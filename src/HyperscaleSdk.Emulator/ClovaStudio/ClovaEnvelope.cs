using System.Text.Json;

namespace HyperscaleSdk.Emulator.ClovaStudio;

/// <summary><c>{"status":{"code","message"},"result":{}}</c> of a success; a failure has no result.</summary>
internal static class ClovaEnvelope
{
    public static Action<Utf8JsonWriter> Success(Action<Utf8JsonWriter> writeResult) => writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartObject("status");
        writer.WriteString("code", "20000");
        writer.WriteString("message", "OK");
        writer.WriteEndObject();
        writer.WritePropertyName("result");
        writeResult(writer);
        writer.WriteEndObject();
    };
}
