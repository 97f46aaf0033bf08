using System.Buffers;
using System.Text;

namespace HyperscaleSdk.Runtime;

/// <summary>Escapes all but the reserved characters of RFC 3986 (OpenAPI's <c>allowReserved</c>).</summary>
internal static class ReservedText
{
    private static readonly SearchValues<char> Reserved = SearchValues.Create(":/?#[]@!$&'()*+,;=");

    public static string Escape(string text)
    {
        var builder = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while (rest.IndexOfAny(Reserved) is var at and >= 0)
        {
            builder.Append(Uri.EscapeDataString(rest[..at])).Append(Kept(rest[at]));
            rest = rest[(at + 1)..];
        }

        return builder.Append(Uri.EscapeDataString(rest)).ToString();
    }

    // These two would end the parameter, or the whole query.
    private static string Kept(char c) => c switch { '#' => "%23", '&' => "%26", _ => c.ToString() };
}
