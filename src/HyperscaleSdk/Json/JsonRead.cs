using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace HyperscaleSdk.Runtime;

/// <summary>
/// Reads values where the reader stands on the value's token. A token that does not fit is a <see cref="JsonException"/> that
/// says what was expected and what was found, never the value itself. For generated code.
/// </summary>
public static partial class JsonRead
{
    /// <summary>Whether the reader stands on <c>null</c>.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns><see langword="true"/> on a null token.</returns>
    public static bool IsNull(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null;

    /// <summary>Checks that an object begins here.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">Another token stands here.</exception>
    public static void StartObject(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Expected("an object", ref reader);
        }
    }

    /// <summary>Checks that an array begins here.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">Another token stands here.</exception>
    public static void StartArray(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Expected("an array", ref reader);
        }
    }

    /// <summary>Reads a string.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The string.</returns>
    /// <exception cref="JsonException">The value is not a string, or not valid UTF-8.</exception>
    public static string String(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw Expected("a string", ref reader);
        }

        return Text(ref reader);
    }

    /// <summary>Reads a boolean.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The boolean.</returns>
    /// <exception cref="JsonException">The value is neither <c>true</c> nor <c>false</c>.</exception>
    public static bool Boolean(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw Expected("a boolean", ref reader),
    };

    /// <summary>Reads a GUID in its 36-character form.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The GUID.</returns>
    /// <exception cref="JsonException">The value is not such a string.</exception>
    public static Guid Guid(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.String && reader.TryGetGuid(out var value) ? value : throw Expected("a GUID", ref reader);

    /// <summary>Reads a date and time (RFC 3339).</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The point in time.</returns>
    /// <exception cref="JsonException">The value is not such a string.</exception>
    public static DateTimeOffset DateTimeOffset(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out var value) ? value : throw Expected("a date and time", ref reader);

    /// <summary>Reads a date as <c>yyyy-MM-dd</c>.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The date.</returns>
    /// <exception cref="JsonException">The value is not such a string.</exception>
    public static DateOnly DateOnly(ref Utf8JsonReader reader)
    {
        // Every character may be escaped.
        const int Longest = 60;
        if (reader.TokenType == JsonTokenType.String && (reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length) <= Longest)
        {
            Span<char> text = stackalloc char[Longest];
            if (System.DateOnly.TryParseExact(text[..Copy(ref reader, text)], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value))
            {
                return value;
            }
        }

        throw Expected("a date", ref reader);
    }

    /// <summary>Reads bytes from a base64 string.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The bytes.</returns>
    /// <exception cref="JsonException">The value is not such a string.</exception>
    public static byte[] Bytes(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.String && reader.TryGetBytesFromBase64(out var value) ? value : throw Expected("a base64 string", ref reader);

    /// <summary>Reads an absolute or relative URI.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The URI.</returns>
    /// <exception cref="JsonException">The value is not such a string.</exception>
    public static Uri Uri(ref Utf8JsonReader reader)
        => System.Uri.TryCreate(String(ref reader), UriKind.RelativeOrAbsolute, out var value) ? value : throw Expected("a URI", ref reader);

    /// <summary>Reads any value as it stands.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>A copy that lives as long as it is needed.</returns>
    public static JsonElement Element(ref Utf8JsonReader reader) => JsonElement.ParseValue(ref reader);

    /// <summary>Reads a model.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="reader">The reader.</param>
    /// <returns>The model.</returns>
    public static T Model<T>(ref Utf8JsonReader reader)
        where T : IJsonModel<T>
        => T.ReadJson(ref reader);

    /// <summary>A model as another one that has members in common with it. Members that the other does not name are kept in it as unknown ones.</summary>
    /// <typeparam name="T">The other model.</typeparam>
    /// <param name="model">The model.</param>
    /// <returns>The other model.</returns>
    /// <exception cref="JsonException">A member that the other requires is missing.</exception>
    public static T As<T>(IJsonWritable model)
        where T : IJsonModel<T>
    {
        ArgumentNullException.ThrowIfNull(model);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, JsonValues.WriterOptions))
        {
            model.WriteJson(writer);
        }

        var reader = new Utf8JsonReader(buffer.WrittenSpan);
        reader.Read();
        return T.ReadJson(ref reader);
    }

    /// <summary>Keeps a member that the model does not know.</summary>
    /// <param name="reader">Stands on the member's name; stands on the last token of its value on return.</param>
    /// <param name="members">The members kept so far; made when the first one comes.</param>
    /// <returns>The members with the new one.</returns>
    public static IDictionary<string, JsonElement> Unknown(ref Utf8JsonReader reader, IDictionary<string, JsonElement>? members)
    {
        var name = Text(ref reader);
        reader.Read();
        members ??= new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        members[name] = JsonElement.ParseValue(ref reader);
        return members;
    }

    /// <summary>Checks that a required member was there.</summary>
    /// <param name="present">Whether it was.</param>
    /// <param name="member">The member's name in JSON.</param>
    /// <param name="type">The model's name.</param>
    /// <exception cref="JsonException">The member is missing.</exception>
    public static void Require(bool present, string member, string type)
    {
        if (!present)
        {
            throw new JsonException($"the required member '{member}' of {type} is missing");
        }
    }

    internal static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException failure)
        {
            throw NotUtf8(failure);
        }
    }

    // Half a surrogate pair is no text, whatever it is copied for.
    private static int Copy(ref Utf8JsonReader reader, scoped Span<char> copy)
    {
        try
        {
            return reader.CopyString(copy);
        }
        catch (InvalidOperationException failure)
        {
            throw NotUtf8(failure);
        }
    }

    private static int Copy(ref Utf8JsonReader reader, scoped Span<byte> copy)
    {
        try
        {
            return reader.CopyString(copy);
        }
        catch (InvalidOperationException failure)
        {
            throw NotUtf8(failure);
        }
    }

    private static JsonException NotUtf8(InvalidOperationException failure) => new("the string is not valid UTF-8", failure);

    internal static JsonException Expected(string what, ref Utf8JsonReader reader) => new($"expected {what}, found {Name(reader.TokenType)}");

    private static string Name(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "a boolean",
        JsonTokenType.Null => "null",
        JsonTokenType.PropertyName => "a member name",
        JsonTokenType.EndArray => "the end of an array",
        JsonTokenType.EndObject => "the end of an object",
        _ => "nothing",
    };
}
