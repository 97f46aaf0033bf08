using System.Text.Encodings.Web;
using System.Text.Json;

namespace HyperscaleSdk.Emulator.Tests.Support;

internal static class RelaxedJson
{
    public static JsonSerializerOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
