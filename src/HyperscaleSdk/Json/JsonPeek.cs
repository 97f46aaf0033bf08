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
        => Find(ref reader, member) && reader.TokenType == JsonTokenType.String ? reader.GetString() : null;

    /// <summary>Whether the object on which the reader stands has a member.</summary>
    /// <param name="reader">The reader, on the start of an object.</param>
    /// <param name="member">The member's name in UTF-8.</param>
    public static bool Has(Utf8JsonReader reader, ReadOnlySpan<byte> member) => Find(ref reader, member);

    /// <summary>The first token in the array on which the reader stands: <see cref="JsonTokenType.EndArray"/> when it is empty.</summary>
    /// <param name="reader">The reader, on the start of an array.</param>
    public static JsonTokenType FirstItem(Utf8JsonReader reader) => reader.Read() ? reader.TokenType : JsonTokenType.None;

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
