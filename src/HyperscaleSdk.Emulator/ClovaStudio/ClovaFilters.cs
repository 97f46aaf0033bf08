using System.Text.Json;

namespace HyperscaleSdk.Emulator.ClovaStudio;

/// <summary>The verdict of the safety filters; the emulator's own sentences are harmless.</summary>
internal static class ClovaFilters
{
    private static readonly (string Group, string Name)[] Checks =
        [("curse", "insult"), ("curse", "discrimination"), ("unsafeContents", "sexualHarassment")];

    public static void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("aiFilter");
        foreach (var (group, name) in Checks)
        {
            writer.WriteStartObject();
            writer.WriteString("groupName", group);
            writer.WriteString("name", name);
            writer.WriteString("score", "1");
            writer.WriteString("result", "OK");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
