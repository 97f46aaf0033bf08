using System.Text.Json;
using HyperscaleSdk.Emulator.Faults;
using HyperscaleSdk.Emulator.Hosting;

namespace HyperscaleSdk.Emulator.ClovaStudio;

/// <summary><c>usage</c> of the tools: prompt, completion and total tokens.</summary>
internal static class ClovaUsage
{
    public static void Write(Utf8JsonWriter writer, EmulatedCall call)
    {
        if (call.Faults.Has(FaultKinds.MissingUsage))
            return;
        writer.WriteStartObject("usage");
        writer.WriteNumber("promptTokens", call.InputTokens);
        writer.WriteNumber("completionTokens", call.OutputTokens);
        writer.WriteNumber("totalTokens", call.InputTokens + call.OutputTokens);
        writer.WriteEndObject();
    }

    public static void WriteInputTokens(Utf8JsonWriter writer, EmulatedCall call)
    {
        if (!call.Faults.Has(FaultKinds.MissingUsage))
            writer.WriteNumber("inputTokens", call.InputTokens);
    }
}
