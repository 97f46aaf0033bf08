using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace HyperscaleSdk.Runtime;

/// <content>Arrays and maps.</content>
public static partial class JsonRead
{
    private const int UsualVectorLength = 1024;

    /// <summary>Reads an array.</summary>
    /// <typeparam name="T">The items.</typeparam>
    /// <param name="reader">The reader.</param>
    /// <param name="item">Reads an item; it sees <c>null</c> items too, and refuses them unless it knows them.</param>
    /// <returns>The items in order.</returns>
    /// <exception cref="JsonException">The value is not an array, or an item does not fit.</exception>
    public static List<T> List<T>(ref Utf8JsonReader reader, JsonReadFunc<T> item)
    {
        ArgumentNullException.ThrowIfNull(item);
        StartArray(ref reader);
        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(item(ref reader));
        }

        return items;
    }

    /// <summary>Reads an array whose items may be <c>null</c>.</summary>
    /// <typeparam name="T">The items.</typeparam>
    /// <param name="reader">The reader.</param>
    /// <param name="item">Reads an item that is not <c>null</c>.</param>
    /// <returns>The items in order.</returns>
    /// <exception cref="JsonException">The value is not an array, or an item does not fit.</exception>
    public static List<T?> ListOfNullable<T>(ref Utf8JsonReader reader, JsonReadFunc<T> item)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(item);
        StartArray(ref reader);
        var items = new List<T?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(IsNull(ref reader) ? null : item(ref reader));
        }

        return items;
    }

    /// <summary>Reads an object as a map; the last of several equal names wins.</summary>
    /// <typeparam name="T">The values.</typeparam>
    /// <param name="reader">The reader.</param>
    /// <param name="value">Reads a value.</param>
    /// <returns>The map, with names compared ordinally.</returns>
    /// <exception cref="JsonException">The value is not an object, or a value does not fit.</exception>
    public static Dictionary<string, T> Map<T>(ref Utf8JsonReader reader, JsonReadFunc<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        StartObject(ref reader);
        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = Text(ref reader);
            reader.Read();
            map[name] = value(ref reader);
        }

        return map;
    }

    /// <summary>Reads a vector: an array of numbers, or a base64 string of little-endian single-precision numbers.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The vector.</returns>
    /// <exception cref="JsonException">The value is neither.</exception>
    public static float[] Singles(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return SinglesFromBase64(ref reader);
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Expected("an array of numbers or a base64 string", ref reader);
        }

        var buffer = ArrayPool<float>.Shared.Rent(UsualVectorLength);
        var count = 0;
        try
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (count == buffer.Length)
                {
                    var larger = ArrayPool<float>.Shared.Rent(count * 2);
                    buffer.AsSpan(0, count).CopyTo(larger);
                    ArrayPool<float>.Shared.Return(buffer);
                    buffer = larger;
                }

                buffer[count++] = Single(ref reader);
            }

            return buffer.AsSpan(0, count).ToArray();
        }
        finally
        {
            ArrayPool<float>.Shared.Return(buffer);
        }
    }

    private static float[] SinglesFromBase64(ref Utf8JsonReader reader)
    {
        if (reader is { HasValueSequence: false, ValueIsEscaped: false })
        {
            return SinglesFromBase64(reader.ValueSpan);
        }

        var length = checked((int)(reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length));
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Max(length, 1));
        try
        {
            // CopyString also undoes escapes: some servers write "/" of base64 as "\/".
            return SinglesFromBase64(buffer.AsSpan(0, Copy(ref reader, buffer)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static float[] SinglesFromBase64(ReadOnlySpan<byte> text)
    {
        if (!Base64.IsValid(text, out var length) || length % sizeof(float) != 0)
        {
            throw NoVector();
        }

        var vector = new float[length / sizeof(float)];

        // Straight into the vector: its bytes are what the text holds, in the order of little-endian machines.
        if (Base64.DecodeFromUtf8(text, MemoryMarshal.AsBytes(vector.AsSpan()), out _, out var written) != OperationStatus.Done || written != length)
        {
            throw NoVector();
        }

        if (!BitConverter.IsLittleEndian)
        {
            var numbers = MemoryMarshal.Cast<float, int>(vector.AsSpan());
            BinaryPrimitives.ReverseEndianness(numbers, numbers);
        }

        return vector;

        static JsonException NoVector() => new("expected a base64 string of single-precision numbers, found another string");
    }
}
