namespace HyperscaleSdk.Recognition;

/// <summary>
/// The letters beside a place in the text, folded to lower case, without the blanks, hyphens and underscores between
/// them: <c>resident_reg_no</c>, <c>ResidentRegNo</c> and <c>resident reg no</c> read alike. Bounded, so that looking at
/// one place costs the same however long the text is.
/// </summary>
internal ref struct LabelWindow
{
    /// <summary>Most letters that are looked at.</summary>
    public const int Reach = 30;

    /// <summary>Most characters that are looked at.</summary>
    public const int RawReach = 48;

    private const int LongNumber = 4;

    private readonly Span<char> _letters;
    private uint _wordStarts;
    private uint _breaks;

    private LabelWindow(Span<char> buffer) => _letters = buffer;

    /// <summary>How many letters there are.</summary>
    public int Length { get; private set; }

    /// <summary>How many more letters the window could hold when it was cut at the beginning of the text; 0 when it was cut elsewhere.</summary>
    public int LeftAtStart { get; private set; }

    public readonly char this[int index] => _letters[index];

    /// <summary>The letters before <paramref name="position"/>. A number of four digits or more ends the window unless it is the neighbour in a list.</summary>
    public static LabelWindow Before(ReadOnlySpan<char> text, int position, Span<char> buffer)
    {
        var window = new LabelWindow(buffer);
        var filled = buffer.Length;
        var index = position - 1;
        var floor = position - RawReach;
        var broken = false;
        for (; index >= 0 && index >= floor && filled > 0; index--)
        {
            var value = TextFold.At(text, index);
            if (value is >= '0' and <= '9')
            {
                var run = 1;
                while (run < LongNumber && TextFold.IsDigit(text, index - run))
                {
                    run++;
                }

                if (run >= LongNumber)
                {
                    if (filled < buffer.Length)
                    {
                        break;
                    }

                    while (index - 1 >= floor && TextFold.At(text, index - 1) is (>= '0' and <= '9') or '-')
                    {
                        index--;
                    }

                    continue;
                }
            }
            else if (!TextFold.IsLatin(value) && !TextFold.IsHangul(value))
            {
                broken |= !IsJoint(value);
                continue;
            }

            if (broken && filled < buffer.Length)
            {
                window._breaks |= 1u << filled;
            }

            broken = false;
            buffer[--filled] = TextFold.Lower(value);
            if (IsWordStart(text, index, value))
            {
                window._wordStarts |= 1u << filled;
            }
        }

        window.LeftAtStart = index < 0 ? Math.Min(filled, RawReach - position) : 0;
        if (broken || index < 0)
        {
            window._breaks |= 1u << filled;
        }

        window._wordStarts >>= filled;
        window._breaks >>= filled;
        buffer.Slice(filled).CopyTo(buffer);
        window.Length = buffer.Length - filled;
        return window;
    }

    /// <summary>The letters from <paramref name="position"/> to the next mark of punctuation; brackets and blanks are passed over.</summary>
    public static LabelWindow After(ReadOnlySpan<char> text, int position, Span<char> buffer)
    {
        var window = new LabelWindow(buffer);
        var index = position;
        for (; index < text.Length && index < position + RawReach && window.Length < buffer.Length; index++)
        {
            var value = TextFold.At(text, index);
            if (TextFold.IsLatin(value) || TextFold.IsHangul(value))
            {
                if (IsWordStart(text, index, value))
                {
                    window._wordStarts |= 1u << window.Length;
                }

                buffer[window.Length++] = TextFold.Lower(value);
            }
            else if (value is not (' ' or '(' or ')' or '_' or '-'))
            {
                break;
            }
        }

        // "…, 주민번호: …": the label belongs to what follows it.
        if (TextFold.At(text, index) is ':' or '=' or '"' or '[')
        {
            window.Length = 0;
        }

        return window;
    }

    /// <summary>True when the label stands at <paramref name="start"/>, as whole words where it is in Latin letters.</summary>
    public readonly bool IsAt(int start, string label)
    {
        if (start < 0 || start + label.Length > Length || !_letters.Slice(start, label.Length).SequenceEqual(label.AsSpan()))
        {
            return false;
        }

        for (var i = start + 1; i < start + label.Length; i++)
        {
            if (IsBreak(i))
            {
                return false;
            }
        }

        return IsBorder(start) && IsBorder(start + label.Length);
    }

    /// <summary>True when more than blanks, hyphens and underscores stands before the letter, or nothing at all.</summary>
    public readonly bool IsBreak(int index) => (_breaks & (1u << index)) != 0;

    /// <summary>True for what may stand within a label.</summary>
    public static bool IsJoint(char value) => value is ' ' or '_' or '-';

    private readonly bool IsBorder(int index) =>
        index == 0 || index >= Length || (_wordStarts & (1u << index)) != 0 || !TextFold.IsLatin(_letters[index - 1]) || !TextFold.IsLatin(_letters[index]);

    private static bool IsWordStart(ReadOnlySpan<char> text, int index, char value)
    {
        var previous = TextFold.At(text, index - 1);
        return !TextFold.IsLatin(previous) || (previous is >= 'a' and <= 'z' && value is >= 'A' and <= 'Z');
    }
}
