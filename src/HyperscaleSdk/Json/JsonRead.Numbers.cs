using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace HyperscaleSdk.Runtime;

/// <content>Numbers. Integers may be written <c>1.0</c> or <c>1e3</c>, and every number may stand in quotes.</content>
public static partial class JsonRead
{
    private const int LongestNumber = 128;

    /// <summary>Reads a 32-bit integer; <c>1.0</c>, <c>1e3</c> and quoted numbers are taken.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The number.</returns>
    /// <exception cref="JsonException">The value is not a number, not whole, or out of range.</exception>
    public static int Int32(ref Utf8JsonReader reader)
    {
        var value = Int64(ref reader);
        return value is >= int.MinValue and <= int.MaxValue ? (int)value : throw new JsonException("the number is out of the range of a 32-bit integer");
    }

    /// <summary>Reads a 64-bit integer; <c>1.0</c>, <c>1e3</c> and quoted numbers are taken.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The number.</returns>
    /// <exception cref="JsonException">The value is not a number, not whole, or out of range.</exception>
    public static long Int64(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var plain))
        {
            return plain;
        }

        Span<byte> copy = stackalloc byte[LongestNumber];
        ReadOnlySpan<byte> text = copy[..NumberText(ref reader, copy, "an integer")];
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var quoted))
        {
            return quoted;
        }

        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var wide))
        {
            throw reader.TokenType == JsonTokenType.Number ? OutOfRange() : Expected("an integer", ref reader);
        }

        if (decimal.Truncate(wide) != wide)
        {
            throw new JsonException("expected an integer, found a fraction");
        }

        return wide is >= long.MinValue and <= long.MaxValue ? (long)wide : throw OutOfRange();

        static JsonException OutOfRange() => new("the number is out of the range of a 64-bit integer");
    }

    /// <summary>Reads a double; quoted numbers are taken.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>A finite number.</returns>
    /// <exception cref="JsonException">The value is not a number or out of range.</exception>
    public static double Double(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var plain) && double.IsFinite(plain))
        {
            return plain;
        }

        Span<byte> copy = stackalloc byte[LongestNumber];
        return double.TryParse(copy[..NumberText(ref reader, copy, "a number")], NumberStyles.Float, CultureInfo.InvariantCulture, out var quoted) && double.IsFinite(quoted)
            ? quoted
            : throw NotInRange(ref reader);
    }

    /// <summary>Reads a single-precision number; quoted numbers are taken.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>A finite number.</returns>
    /// <exception cref="JsonException">The value is not a number or out of range.</exception>
    public static float Single(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetSingle(out var plain) && float.IsFinite(plain))
        {
            return plain;
        }

        Span<byte> copy = stackalloc byte[LongestNumber];
        return float.TryParse(copy[..NumberText(ref reader, copy, "a number")], NumberStyles.Float, CultureInfo.InvariantCulture, out var quoted) && float.IsFinite(quoted)
            ? quoted
            : throw NotInRange(ref reader);
    }

    /// <summary>Reads a decimal; quoted numbers are taken.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The number.</returns>
    /// <exception cref="JsonException">The value is not a number or out of range.</exception>
    public static decimal Decimal(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var plain))
        {
            return plain;
        }

        Span<byte> copy = stackalloc byte[LongestNumber];
        return decimal.TryParse(copy[..NumberText(ref reader, copy, "a number")], NumberStyles.Float, CultureInfo.InvariantCulture, out var quoted)
            ? quoted
            : throw NotInRange(ref reader);
    }

    private static JsonException NotInRange(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.Number ? new JsonException("the number is out of range") : Expected("a number", ref reader);

    private static int NumberText(ref Utf8JsonReader reader, scoped Span<byte> copy, string what)
    {
        if (reader.TokenType is not (JsonTokenType.Number or JsonTokenType.String))
        {
            throw Expected(what, ref reader);
        }

        var length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        if (length > LongestNumber)
        {
            throw NotInRange(ref reader);
        }

        if (reader.TokenType == JsonTokenType.String)
        {
            return Copy(ref reader, copy);
        }

        if (reader.HasValueSequence)
        {
            reader.ValueSequence.CopyTo(copy);
        }
        else
        {
            reader.ValueSpan.CopyTo(copy);
        }

        return (int)length;
    }
}
