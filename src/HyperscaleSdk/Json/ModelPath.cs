using System.Globalization;
using System.Text.Json;

namespace HyperscaleSdk.Runtime;

/// <summary>Steps that a binding's pointer takes where plain member access cannot. For generated code.</summary>
public static class ModelPath
{
    /// <summary>The first item, or <see langword="null"/>.</summary>
    /// <param name="items">The list; may be <see langword="null"/> or empty.</param>
    public static T? First<T>(IList<T>? items)
        where T : class? => items is { Count: > 0 } ? items[0] : null;

    /// <summary>The first item, or <see langword="null"/>.</summary>
    /// <param name="items">The list; may be <see langword="null"/> or empty.</param>
    public static T? FirstValue<T>(IList<T>? items)
        where T : struct => items is { Count: > 0 } ? items[0] : null;

    /// <summary>A member of raw JSON, or <see langword="null"/>.</summary>
    /// <param name="element">The JSON; may be <see langword="null"/> or no object.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    public static JsonElement? Member(JsonElement? element, ReadOnlySpan<byte> name)
    {
        if (element is { ValueKind: JsonValueKind.Array } array && name is [(byte)'0'])
        {
            return array.GetArrayLength() > 0 ? array[0] : null;
        }

        return element is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty(name, out var member) ? member : null;
    }

    /// <summary>Raw JSON as text: a string's text, otherwise the JSON itself; <see langword="null"/> for null.</summary>
    /// <param name="element">The JSON.</param>
    public static string? Text(JsonElement? element) => element switch
    {
        null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { } other => other.GetRawText(),
    };

    /// <summary>A number as text.</summary>
    /// <param name="value">The number.</param>
    public static string? Text(long? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number as text.</summary>
    /// <param name="value">The number.</param>
    public static string? Text(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A truth value as text.</summary>
    /// <param name="value">The truth value.</param>
    public static string? Text(bool? value) => value is null ? null : value.Value ? "true" : "false";

    /// <summary>An id as text.</summary>
    /// <param name="value">The id.</param>
    public static string? Text(Guid? value) => value?.ToString("D", CultureInfo.InvariantCulture);

    /// <summary>Raw JSON as a count, or <see langword="null"/> when it is no whole number.</summary>
    /// <param name="element">The JSON.</param>
    public static long? Count(JsonElement? element)
        => element is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var value) ? value : null;

    /// <summary>A text as raw JSON.</summary>
    /// <param name="text">The text.</param>
    public static JsonElement Element(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStringValue(text);
        }

        var reader = new Utf8JsonReader(buffer.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>The members of a JSON object; none for anything else.</summary>
    /// <param name="element">The JSON.</param>
    public static Dictionary<string, JsonElement> Members(JsonElement element)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in element.EnumerateObject())
            {
                members[member.Name] = member.Value;
            }
        }

        return members;
    }

    /// <summary>A count for a member of 32 bits: what does not fit becomes the largest that does.</summary>
    /// <param name="value">The count.</param>
    public static int ToInt32(long value) => (int)Math.Clamp(value, int.MinValue, int.MaxValue);

    /// <summary>Whether a model is one of a list (ordinal, ignoring case).</summary>
    /// <param name="model">The model.</param>
    /// <param name="ids">The list.</param>
    public static bool IsModel(string model, params ReadOnlySpan<string> ids)
    {
        foreach (var id in ids)
        {
            // "task:*" stands for every model that begins so.
            if (id.EndsWith('*') ? model.AsSpan().StartsWith(id.AsSpan(0, id.Length - 1), StringComparison.OrdinalIgnoreCase) : string.Equals(id, model, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A model's name without what stands before the id of the wire, such as <c>task:</c>.</summary>
    /// <param name="model">The model.</param>
    /// <param name="prefix">What stands before.</param>
    /// <returns>The id; the model as it is when the prefix does not stand there.</returns>
    public static string Without(string model, string prefix)
        => model.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? model[prefix.Length..] : model;
}
