namespace HyperscaleSdk.Recognition;

/// <summary>Reads full-width and typographic variants as their plain forms, character by character.</summary>
internal static class TextFold
{
    public static char At(ReadOnlySpan<char> text, int index) => (uint)index < (uint)text.Length ? Fold(text[index]) : '\0';

    public static char Fold(char value)
    {
        if (value < 0x80)
        {
            return value;
        }

        return value switch
        {
            >= '\uFF01' and <= '\uFF5E' => (char)(value - 0xFEE0),
            '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212' or '\u30FC' or '\u3161' => '-',
            '\u00A0' or '\u2002' or '\u2003' or '\u2009' or '\u202F' or '\u3000' => ' ',
            _ => value,
        };
    }

    public static bool IsDigit(ReadOnlySpan<char> text, int index) => At(text, index) is >= '0' and <= '9';

    public static bool IsAsciiLetter(ReadOnlySpan<char> text, int index) => At(text, index) is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
