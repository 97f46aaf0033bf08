using System.Text.Json;

namespace HyperscaleSdk.Runtime;

/// <summary>Looks ahead in JSON without moving: the reader is taken by value. For generated code.</summary>
public static class JsonPeek
{
    /// <summary>The text of a member of the object on which the reader stands.</summary>
    /// <param name="reader">The reader, on the start of an object.</param>
    /// <param name="member">The member's name in UTF-8.</param>
    /// <returns>The text, or <see langword="null"/> when there is no such member or it is no string.</returns>
    public static string? String(Utf8JsonReader reader, ReadOnlySpan<byte> member)
        => Find(ref reader, member) && reader.TokenType == JsonTokenType.String ? JsonRead.Text(ref reader) : null;

    /// <summary>Whether the object on which the reader stands has a member.</summary>
    /// <param name="reader">The reader, on the start of an object.</param>
    /// <param name="member">The member's name in UTF-8.</param>
    public static bool Has(Utf8JsonReader reader, ReadOnlySpan<byte> member) => Find(ref reader, member);

    /// <summary>The first token in the array on which the reader stands: <see cref="JsonTokenType.EndArray"/> when it is empty.</summary>
    /// <param name="reader">The reader, on the start of an array.</param>
    public static JsonTokenType FirstItem(Utf8JsonReader reader) => reader.Read() ? reader.TokenType : JsonTokenType.None;

    /// <summary>The variants of a union that the object on which the reader stands may be, the likeliest first.</summary>
    /// <param name="reader">The reader; on anything but the start of an object there are none.</param>
    /// <param name="shapes">How the variants look.</param>
    /// <param name="tag">The member in UTF-8 whose value tells all variants apart: an object that has it with another value is none of them. Empty when there is none.</param>
    /// <returns>
    /// Indices into <paramref name="shapes"/>: of the variants whose required members are all there, those that know more of the object's members
    /// before others, then those that require more, then in the order given.
    /// </returns>
    public static int[] ByShape(Utf8JsonReader reader, JsonShape[] shapes, ReadOnlySpan<byte> tag = default)
    {
        ArgumentNullException.ThrowIfNull(shapes);
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return [];
        }

        var found = new int[shapes.Length];
        var known = new int[shapes.Length];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!tag.IsEmpty && reader.ValueTextEquals(tag))
            {
                return [];
            }

            for (var i = 0; i < shapes.Length; i++)
            {
                found[i] += Count(ref reader, shapes[i].Required);
                known[i] += Count(ref reader, shapes[i].Telling);
            }

            reader.Read();
            reader.Skip();
        }

        return [.. Enumerable.Range(0, shapes.Length).Where(i => found[i] == shapes[i].Required.Count)
            .OrderByDescending(i => known[i]).ThenByDescending(i => shapes[i].Required.Count)];
    }

    private static int Count(ref Utf8JsonReader reader, IReadOnlyList<string> names)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (reader.ValueTextEquals(names[i]))
            {
                return 1;
            }
        }

        return 0;
    }

    private static bool Find(ref Utf8JsonReader reader, ReadOnlySpan<byte> member)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals(member);
            reader.Read();
            if (found)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }
}
