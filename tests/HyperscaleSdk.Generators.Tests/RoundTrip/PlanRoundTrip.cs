using System.Text;
using System.Text.Json;
using HyperscaleSdk.Generators.Planning;
using HyperscaleSdk.Runtime;

namespace HyperscaleSdk.Generators.Tests.RoundTrip;

/// <summary>Reads and writes JSON as generated code does for a planned type.</summary>
internal sealed class PlanRoundTrip(RoundTripDocument document)
{
    /// <summary>The JSON after it was read and written.</summary>
    /// <exception cref="JsonException">It does not fit the type.</exception>
    public string Again(TypePlan plan, JsonElement value) => plan.Kind switch
    {
        TypeKind.Model or TypeKind.Enum or TypeKind.Union => ModelRoundTrip.Again(document.ModelOf(plan)!, value.GetRawText()),
        TypeKind.List when value.ValueKind == JsonValueKind.Array => $"[{string.Join(',', value.EnumerateArray().Select(item => Again(plan.Element!, item)))}]",
        TypeKind.Map when value.ValueKind == JsonValueKind.Object => $"{{{string.Join(',', value.EnumerateObject().Select(member => $"{JsonSerializer.Serialize(member.Name)}:{Again(plan.Element!, member.Value)}"))}}}",
        TypeKind.List or TypeKind.Map => throw new JsonException("neither an array nor an object"),
        _ => Scalar(plan.Kind, value),
    };

    private static string Scalar(TypeKind kind, JsonElement value)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(value.GetRawText()));
        reader.Read();
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            switch (kind)
            {
                case TypeKind.String: writer.WriteStringValue(JsonRead.String(ref reader)); break;
                case TypeKind.Int32: writer.WriteNumberValue(JsonRead.Int32(ref reader)); break;
                case TypeKind.Int64: writer.WriteNumberValue(JsonRead.Int64(ref reader)); break;
                case TypeKind.Double: writer.WriteNumberValue(JsonRead.Double(ref reader)); break;
                case TypeKind.Single: writer.WriteNumberValue(JsonRead.Single(ref reader)); break;
                case TypeKind.Decimal: writer.WriteNumberValue(JsonRead.Decimal(ref reader)); break;
                case TypeKind.Boolean: writer.WriteBooleanValue(JsonRead.Boolean(ref reader)); break;
                case TypeKind.Guid: JsonWrite.Guid(writer, JsonRead.Guid(ref reader)); break;
                case TypeKind.DateTimeOffset: JsonWrite.DateTimeOffset(writer, JsonRead.DateTimeOffset(ref reader)); break;
                case TypeKind.DateOnly: JsonWrite.DateOnly(writer, JsonRead.DateOnly(ref reader)); break;
                case TypeKind.Bytes: JsonWrite.Bytes(writer, JsonRead.Bytes(ref reader)); break;
                case TypeKind.Uri: JsonWrite.Uri(writer, JsonRead.Uri(ref reader)); break;
                case TypeKind.Singles: JsonWrite.Singles(writer, JsonRead.Singles(ref reader)); break;
                default: JsonWrite.Element(writer, JsonRead.Element(ref reader)); break;
            }
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
