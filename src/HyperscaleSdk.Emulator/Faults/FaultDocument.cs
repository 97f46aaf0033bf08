using System.Text.Json;
using HyperscaleSdk.Emulator.Http;

namespace HyperscaleSdk.Emulator.Faults;

/// <summary>The catalogue as the JSON of <c>GET /_emulator/faults</c>.</summary>
internal static class FaultDocument
{
    public static byte[] Create() => JsonBytes.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("header", FaultParser.Header);
        writer.WriteStartArray("faults");
        foreach (var status in FaultCatalog.Statuses)
            WriteFault(writer, new FaultDefinition(FormattableString.Invariant($"status-{status}"), FaultKinds.None, FaultCatalog.StatusMeaning, FaultCatalog.StatusKorean));
        foreach (var fault in FaultCatalog.Named)
            WriteFault(writer, fault);
        writer.WriteEndArray();
        writer.WriteStartArray("settings");
        foreach (var (name, meaning, korean) in FaultCatalog.Settings)
        {
            writer.WriteStartObject();
            writer.WriteString("name", name);
            writer.WriteString("meaning", meaning);
            writer.WriteString("korean", korean);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static void WriteFault(Utf8JsonWriter writer, FaultDefinition fault)
    {
        writer.WriteStartObject();
        writer.WriteString("name", fault.Name);
        writer.WriteString("meaning", fault.Meaning);
        writer.WriteString("korean", fault.Korean);
        writer.WriteBoolean("completion", fault.Whole);
        writer.WriteBoolean("stream", fault.Stream);
        writer.WriteBoolean("embedding", fault.Whole);
        writer.WriteEndObject();
    }
}
