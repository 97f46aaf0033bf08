using System.Globalization;
using System.Text.Json;
using HyperscaleSdk.Emulator.Hosting;

namespace HyperscaleSdk.Emulator.Http;

/// <summary>
/// Typed access to the members of a JSON object: an absent or null member is null, a wrong type or a value out of range is
/// refused in the provider's own way.
/// </summary>
internal sealed class RequestFields(JsonElement json, Func<string, string, RefusedException> refuse)
{
    public JsonElement? Any(string name)
        => json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public double? Number(string name, double minimum, double maximum, bool aboveMinimum = false)
    {
        if (Any(name) is not { } value)
            return null;
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDouble(out var number))
            throw refuse(name, $"{name} must be a number.");
        if (number < minimum || number > maximum || (aboveMinimum && number <= minimum))
        {
            var sign = aboveMinimum ? "<" : "<=";
            throw refuse(name, string.Create(CultureInfo.InvariantCulture, $"{name} is out of range: {minimum} {sign} {name} <= {maximum}."));
        }

        return number;
    }

    public long? Integer(string name, long minimum, long maximum)
    {
        if (Any(name) is not { } value)
            return null;
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out var number))
            throw refuse(name, $"{name} must be an integer.");
        if (number < minimum || number > maximum)
            throw refuse(name, string.Create(CultureInfo.InvariantCulture, $"{name} is out of range: {minimum} <= {name} <= {maximum}."));
        return number;
    }

    public bool? Boolean(string name) => Any(name) is not { } value
        ? null
        : value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw refuse(name, $"{name} must be true or false."),
        };

    public string? Text(string name) => Any(name) is not { } value
        ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString() : throw refuse(name, $"{name} must be a string.");

    public JsonElement? Object(string name) => Any(name) is not { } value
        ? null
        : value.ValueKind == JsonValueKind.Object ? value : throw refuse(name, $"{name} must be an object.");

    public IReadOnlyList<JsonElement>? Array(string name) => Any(name) is not { } value
        ? null
        : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : throw refuse(name, $"{name} must be an array.");

    public IReadOnlyList<string> Texts(string name)
    {
        if (Array(name) is not { } items)
            return [];
        if (items.Any(item => item.ValueKind != JsonValueKind.String))
            throw refuse(name, $"{name} must be an array of strings.");
        return [.. items.Select(item => item.GetString()!)];
    }

    public RequestFields Inner(JsonElement inner) => new(inner, refuse);
}
