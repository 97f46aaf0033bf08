using System.Globalization;
using System.Text;

namespace HyperscaleSdk;

/// <summary>What a provider sends as an id or a code is bounded and stripped before it enters the ledger.</summary>
internal static class UsageText
{
    public const int MaxIdLength = 128;
    public const int MaxReasonLength = 200;

    /// <summary>Whether a text can stand in the ledger as an id, as it is.</summary>
    public static bool IsId(string id) =>
        !string.IsNullOrWhiteSpace(id) && string.Equals(id, Clean(id, MaxIdLength), StringComparison.Ordinal);

    /// <summary>Drops control characters, replaces lone surrogates, cuts at a length; an empty rest becomes null.</summary>
    public static string? Clean(string? text, int maxLength)
    {
        if (text is null)
        {
            return null;
        }

        var builder = new StringBuilder(Math.Min(text.Length, maxLength));
        foreach (var rune in text.EnumerateRunes())
        {
            if (builder.Length + rune.Utf16SequenceLength > maxLength)
            {
                break;
            }

            if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Control)
            {
                builder.Append(rune.ToString());
            }
        }

        return builder.Length == 0 ? null : builder.ToString();
    }
}
