using System.Text.Json;
using HyperscaleSdk.Runtime;

namespace HyperscaleSdk.Tests;

/// <summary>A model as the generator writes it: one required member, unknown ones kept.</summary>
internal sealed class Thing : IJsonModel<Thing>
{
    private IDictionary<string, JsonElement>? _unknown;

    public string Name { get; set; } = string.Empty;

    public long? Count { get; set; }

    public List<float>? Parts { get; set; }

    public static Thing ReadJson(ref Utf8JsonReader reader)
    {
        JsonRead.StartObject(ref reader);
        var thing = new Thing();
        var hasName = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("name"u8))
            {
                reader.Read();
                thing.Name = JsonRead.String(ref reader);
                hasName = true;
            }
            else if (reader.ValueTextEquals("count"u8))
            {
                reader.Read();
                thing.Count = JsonRead.IsNull(ref reader) ? null : JsonRead.Int64(ref reader);
            }
            else if (reader.ValueTextEquals("parts"u8))
            {
                reader.Read();
                thing.Parts = JsonRead.List(ref reader, JsonRead.Single);
            }
            else
            {
                thing._unknown = JsonRead.Unknown(ref reader, thing._unknown);
            }
        }

        JsonRead.Require(hasName, "name", "Thing");
        return thing;
    }

    public void WriteJson(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("name", Name);
        if (Count is { } count)
        {
            writer.WriteNumber("count", count);
        }

        JsonWrite.Members(writer, _unknown);
        writer.WriteEndObject();
    }
}
