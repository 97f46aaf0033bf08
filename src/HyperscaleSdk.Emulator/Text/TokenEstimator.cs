using System.Globalization;
using System.Text;

namespace HyperscaleSdk.Emulator.Text;

/// <summary>
/// Counts tokens without a vocabulary. Per run of one kind: two Hangul syllables, four letters of another alphabet or three
/// digits are one token; an ideograph, a sign or an emoji is one; white space belongs to the token after it. That lands near
/// what Korean sub-word vocabularies give (about 0.6 tokens per syllable) and is the same on every machine. Used for usage,
/// for limits, for cutting an answer at its token limit and for the pieces of a stream, so that all four always agree.
/// </summary>
internal static class TokenEstimator
{
    /// <summary>What the chat template adds around one message.</summary>
    public const int TokensPerMessage = 4;

    /// <summary>A flat charge: the providers do not publish how an image is counted.</summary>
    public const int TokensPerImage = 256;

    public static int Count(string text)
    {
        var count = 0;
        foreach (var _ in Spans(text))
            count++;
        return count;
    }

    /// <summary>The text as its tokens, in order; joined again they are the text. Never splits a grapheme.</summary>
    public static IReadOnlyList<string> Split(string text)
        => [.. Spans(text).Select(span => text.Substring(span.Start, span.Length))];

    /// <summary>The first <paramref name="tokens"/> tokens of a text.</summary>
    public static string Take(string text, int tokens)
    {
        var end = 0;
        foreach (var (start, length) in Spans(text))
        {
            if (tokens-- <= 0)
                return text[..end];
            end = start + length;
        }

        return text;
    }

    private static IEnumerable<(int Start, int Length)> Spans(string text)
    {
        var start = 0;
        var kind = CharacterKind.Space;
        var inToken = 0;
        var position = 0;
        while (position < text.Length)
        {
            var length = StringInfo.GetNextTextElementLength(text, position);
            var next = Classify(text, position);
            if (inToken > 0 && (next != kind || inToken == Capacity(kind)))
            {
                var rest = IsBlank(text, position) ? text.Length : position;
                yield return (start, rest - start);
                if (rest == text.Length)
                    yield break;
                start = position;
                inToken = 0;
            }

            if (next != CharacterKind.Space)
            {
                kind = next;
                inToken++;
            }

            position += length;
        }

        if (start < text.Length)
            yield return (start, text.Length - start);
    }

    // Trailing white space stays with the last token; only asked at the end of a token, and stops at the first sign of text.
    private static bool IsBlank(string text, int position)
    {
        for (; position < text.Length; position++)
        {
            if (!char.IsWhiteSpace(text[position]))
                return false;
        }

        return true;
    }

    private static int Capacity(CharacterKind kind) => kind switch
    {
        CharacterKind.Hangul => 2,
        CharacterKind.Letter => 4,
        CharacterKind.Digit => 3,
        _ => 1,
    };

    private static CharacterKind Classify(string text, int position)
    {
        if (!Rune.TryGetRuneAt(text, position, out var rune))
            return CharacterKind.Other;
        if (Rune.IsWhiteSpace(rune))
            return CharacterKind.Space;
        if (rune.Value is >= 0xAC00 and <= 0xD7A3 or >= 0x1100 and <= 0x11FF or >= 0x3130 and <= 0x318F)
            return CharacterKind.Hangul;
        if (Rune.IsDigit(rune))
            return CharacterKind.Digit;
        if (rune.Value is >= 0x3040 and <= 0x30FF or >= 0x3400 and <= 0x9FFF || rune.Value >= 0x20000)
            return CharacterKind.Other;
        return Rune.IsLetter(rune) ? CharacterKind.Letter : CharacterKind.Other;
    }
}
