using System.Text.Json;
using HyperscaleSdk.Runtime;

namespace HyperscaleSdk.Tests;

/// <summary>A model that takes any JSON.</summary>
internal sealed class Raw : IJsonModel<Raw>
{
    public JsonElement Value { get; private init; }

    public static Raw ReadJson(ref Utf8JsonReader reader)
    {
        JsonRead.StartObject(ref reader);
        return new Raw { Value = JsonRead.Element(ref reader) };
    }

    public void WriteJson(Utf8JsonWriter writer) => Value.WriteTo(writer);

    public string? Text(string name) => Find(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public long? Number(string name) => Find(name) is { ValueKind: JsonValueKind.Number } value ? value.GetInt64() : null;

    public JsonElement? Find(string name) => Value.TryGetProperty(name, out var value) ? value : null;
}
