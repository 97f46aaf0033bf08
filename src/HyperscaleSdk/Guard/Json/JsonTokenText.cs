using System.Globalization;
using System.Text;
using System.Text.Json;

namespace HyperscaleSdk;

/// <summary>The text of a JSON token, also of one that no reader likes: half a surrogate pair, bytes that are no UTF-8.</summary>
internal static class JsonTokenText
{
    public static string Of(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }

        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Lenient(Encoding.UTF8.GetString(reader.ValueSpan));
        }
    }

    private static string Lenient(string escaped)
    {
        var text = new StringBuilder(escaped.Length);
        for (var i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] != '\\' || i + 1 == escaped.Length)
            {
                text.Append(escaped[i]);
                continue;
            }

            i++;
            if (escaped[i] == 'u' && ushort.TryParse(escaped.AsSpan(i + 1, Math.Min(4, escaped.Length - i - 1)), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                text.Append((char)code);
                i += 4;
                continue;
            }

            text.Append(escaped[i] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', var other => other });
        }

        return text.ToString();
    }
}
