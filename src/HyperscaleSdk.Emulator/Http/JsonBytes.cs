using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace HyperscaleSdk.Emulator.Http;

internal static class JsonBytes
{
    // Korean goes out as UTF-8, as the providers send it, not as \u escapes.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
            write(writer);
        return buffer.WrittenSpan.ToArray();
    }
}
