using System.Globalization;
using System.Text.Json;

namespace HyperscaleSdk.Runtime;

/// <summary>Writes values for which <see cref="Utf8JsonWriter"/> has no method of its own. For generated code.</summary>
public static class JsonWrite
{
    /// <summary>Writes an array.</summary>
    /// <typeparam name="T">The items.</typeparam>
    /// <param name="writer">The writer.</param>
    /// <param name="items">The items.</param>
    /// <param name="item">Writes an item.</param>
    public static void List<T>(Utf8JsonWriter writer, IEnumerable<T> items, Action<Utf8JsonWriter, T> item)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(item);
        writer.WriteStartArray();
        if (items is IReadOnlyList<T> list)
        {
            for (var i = 0; i < list.Count; i++)
            {
                item(writer, list[i]);
            }
        }
        else
        {
            foreach (var each in items)
            {
                item(writer, each);
            }
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes a map as an object.</summary>
    /// <typeparam name="T">The values.</typeparam>
    /// <param name="writer">The writer.</param>
    /// <param name="items">Names and values.</param>
    /// <param name="item">Writes a value.</param>
    public static void Map<T>(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, T>> items, Action<Utf8JsonWriter, T> item)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(item);
        writer.WriteStartObject();
        foreach (var (name, value) in items)
        {
            writer.WritePropertyName(name);
            item(writer, value);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes back the members that a model did not know when it was read.</summary>
    /// <param name="writer">The writer, inside an object.</param>
    /// <param name="members">The members; <see langword="null"/> writes nothing.</param>
    public static void Members(Utf8JsonWriter writer, IDictionary<string, JsonElement>? members)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (members is null)
        {
            return;
        }

        foreach (var (name, value) in members)
        {
            writer.WritePropertyName(name);
            Element(writer, value);
        }
    }

    /// <summary>Writes a vector as an array of numbers.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="values">The numbers.</param>
    public static void Singles(Utf8JsonWriter writer, IEnumerable<float> values)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(values);
        writer.WriteStartArray();
        foreach (var value in values)
        {
            writer.WriteNumberValue(value);
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes any value; an undefined one as <c>null</c>.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    public static void Element(Utf8JsonWriter writer, JsonElement value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            writer.WriteNullValue();
            return;
        }

        value.WriteTo(writer);
    }

    /// <summary>Writes bytes as a base64 string.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The bytes.</param>
    public static void Bytes(Utf8JsonWriter writer, byte[] value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteBase64StringValue(value);
    }

    /// <summary>Writes a point in time (RFC 3339, nothing is lost).</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The point in time.</param>
    public static void DateTimeOffset(Utf8JsonWriter writer, DateTimeOffset value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value);
    }

    /// <summary>Writes a date as <c>yyyy-MM-dd</c>.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The date.</param>
    public static void DateOnly(Utf8JsonWriter writer, DateOnly value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Span<char> text = stackalloc char[10];
        value.TryFormat(text, out var length, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }

    /// <summary>Writes a GUID in its 36-character form.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The GUID.</param>
    public static void Guid(Utf8JsonWriter writer, Guid value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value);
    }

    /// <summary>Writes a URI as it was given.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The URI.</param>
    public static void Uri(Utf8JsonWriter writer, Uri value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStringValue(value.OriginalString);
    }
}
