using System.Text.Json;
using HyperscaleSdk.Emulator.Hosting;
using HyperscaleSdk.Emulator.Http;

namespace HyperscaleSdk.Emulator.ClovaStudio;

/// <summary><c>{"status":{"code","message"},"result":{}}</c>; a failure has no result.</summary>
internal static class ClovaEnvelope
{
    public static byte[] Failure(RefusedException refusal) => JsonBytes.Write(writer =>
    {
        writer.WriteStartObject();
        WriteStatus(writer, refusal.Code, refusal.Message);
        writer.WriteEndObject();
    });

    public static Action<Utf8JsonWriter> Success(Action<Utf8JsonWriter> writeResult) => writer =>
    {
        writer.WriteStartObject();
        WriteStatus(writer, "20000", "OK");
        writer.WritePropertyName("result");
        writeResult(writer);
        writer.WriteEndObject();
    };

    private static void WriteStatus(Utf8JsonWriter writer, string code, string message)
    {
        writer.WriteStartObject("status");
        writer.WriteString("code", code);
        writer.WriteString("message", message);
        writer.WriteEndObject();
    }
}
