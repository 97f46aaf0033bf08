using System.Runtime.CompilerServices;

namespace HyperscaleSdk.Recognition;

/// <summary>Reads full-width and typographic variants as their plain forms, character by character.</summary>
internal static class TextFold
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static char At(ReadOnlySpan<char> text, int index) => (uint)index < (uint)text.Length ? Fold(text[index]) : '\0';

    // Hangul is most of a Korean text, ASCII of any other.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static char Fold(char value) => value < 0x80 || IsHangul(value) ? value : FoldOther(value);

    public static bool IsDigit(ReadOnlySpan<char> text, int index) => At(text, index) is >= '0' and <= '9';

    public static bool IsLatin(char value) => value is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    public static bool IsHangul(char value) => value is >= '가' and <= '힣';

    public static bool IsAsciiLetter(ReadOnlySpan<char> text, int index) => IsLatin(At(text, index));

    public static char Lower(char value) => value is >= 'A' and <= 'Z' ? (char)(value | 0x20) : value;

    private static char FoldOther(char value) => value switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(value - 0xFEE0),
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2043' or '\u2212' or '\uFE63' or '\u30FC' or '\u3161' => '-',
        '\u00A0' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' or '\u3000' => ' ',
        '\u00B7' or '\u2219' or '\u22C5' or '\u30FB' or '\u318D' or '\u3002' => '.',
        _ => value,
    };
}
