using System.Buffers;
using System.Text.Json;

namespace HyperscaleSdk.Runtime;

/// <summary>A value of a parameter, taken apart: whatever a model can write as JSON can stand in a URL, a header or a form.</summary>
internal sealed class ParameterValue : IDisposable
{
    private readonly JsonDocument _document;

    private ParameterValue(JsonDocument document) => _document = document;

    public JsonElement Root => _document.RootElement;

    public static ParameterValue Of(Action<Utf8JsonWriter> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, JsonValues.WriterOptions))
        {
            write(writer);
        }

        return new ParameterValue(JsonDocument.Parse(buffer.WrittenMemory));
    }

    public void Dispose() => _document.Dispose();

    /// <summary>The items of a list, or the one value; nulls are left out.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement value)
        => (value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().AsEnumerable() : [value]).Where(IsGiven);

    /// <summary>The members of an object that are not null.</summary>
    public static IEnumerable<JsonProperty> Members(JsonElement value) => value.EnumerateObject().Where(static member => IsGiven(member.Value));

    /// <summary>A value as text: strings without quotes, lists and objects as JSON.</summary>
    public static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static bool IsGiven(JsonElement value) => value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined);
}
