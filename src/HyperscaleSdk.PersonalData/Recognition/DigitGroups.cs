namespace HyperscaleSdk.Recognition;

/// <summary>
/// A number as people write it: runs of digits, each two joined by one separator. At most <see cref="MostDigits"/>
/// digits are read, so that reading one number costs the same however long the text is.
/// </summary>
internal ref struct DigitGroups
{
    public const int MostDigits = 24;
    private const int MostGroups = 6;

    private readonly ReadOnlySpan<char> _text;
    private readonly int _start;

    // One byte per group: a number is short, and reading one must not allocate.
    private ulong _offsets;
    private ulong _lengths;

    public DigitGroups(ReadOnlySpan<char> text, int start)
    {
        _text = text;
        _start = start;
        Read(start);
    }

    public int Count { get; private set; }

    /// <summary>All digits of all groups.</summary>
    public int Total { get; private set; }

    /// <summary>The first run alone is longer than any number that we know.</summary>
    public bool IsTooLong { get; private set; }

    public readonly int StartOf(int group) => _start + (int)((_offsets >> (group * 8)) & 0xFF);

    public readonly int LengthOf(int group) => group < Count ? (int)((_lengths >> (group * 8)) & 0xFF) : 0;

    public readonly int EndOf(int group) => StartOf(group) + LengthOf(group);

    /// <summary>The separator after the group; '\0' after the last.</summary>
    public readonly char Separator(int group)
    {
        if (group + 1 >= Count)
        {
            return '\0';
        }

        var separator = TextFold.At(_text, EndOf(group));
        return separator == ' ' && TextFold.At(_text, EndOf(group) + 1) == '-' ? '-' : separator;
    }

    /// <summary>True when the first groups are all joined by the separator.</summary>
    public readonly bool AreJoinedBy(char separator, int groups)
    {
        for (var group = 0; group < groups - 1; group++)
        {
            if (Separator(group) != separator)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The value of <paramref name="length"/> digits of a group, at most nine.</summary>
    public readonly int Number(int group, int from, int length)
    {
        var number = 0;
        for (var i = from; i < from + length; i++)
        {
            number = (number * 10) + Digit(group, i);
        }

        return number;
    }

    /// <summary>The value of a group of at most nine digits.</summary>
    public readonly int Number(int group) => Number(group, 0, LengthOf(group));

    /// <summary>The value of the digit at <paramref name="index"/> of a group.</summary>
    public readonly int Digit(int group, int index) => TextFold.At(_text, StartOf(group) + index) - '0';

    public readonly bool Lengths(int one, int two) => Count >= 2 && LengthOf(0) == one && LengthOf(1) == two;

    public readonly bool Lengths(int one, int two, int three) => Count >= 3 && Lengths(one, two) && LengthOf(2) == three;

    public readonly bool Lengths(int one, int two, int three, int four) => Count >= 4 && Lengths(one, two, three) && LengthOf(3) == four;

    /// <summary>Copies the digits of the first groups.</summary>
    /// <returns>How many digits were copied.</returns>
    public readonly int CopyTo(Span<int> digits, int groups)
    {
        var copied = 0;
        for (var group = 0; group < groups && group < Count; group++)
        {
            for (var i = 0; i < LengthOf(group) && copied < digits.Length; i++)
            {
                digits[copied++] = Digit(group, i);
            }
        }

        return copied;
    }

    private void Read(int start)
    {
        var position = start;
        var digits = 0;
        while (Count < MostGroups)
        {
            var length = 0;
            while (TextFold.IsDigit(_text, position + length))
            {
                length++;
                if (++digits > MostDigits)
                {
                    IsTooLong = Count == 0;
                    return;
                }
            }

            _offsets |= (ulong)(position - _start) << (Count * 8);
            _lengths |= (ulong)length << (Count * 8);
            Count++;
            Total += length;
            position = AfterSeparator(position + length);
            if (position < 0)
            {
                return;
            }
        }
    }

    // One separator, or a hyphen with one blank on either side, or a dot with one behind.
    private readonly int AfterSeparator(int position)
    {
        var separator = TextFold.At(_text, position);
        if (separator is not ('-' or '.' or ' ' or ')' or '/'))
        {
            return -1;
        }

        if (TextFold.IsDigit(_text, position + 1))
        {
            return position + 1;
        }

        if (separator is '-' or ')' or '.' && TextFold.At(_text, position + 1) == ' ' && TextFold.IsDigit(_text, position + 2))
        {
            return position + 2;
        }

        if (separator != ' ' || TextFold.At(_text, position + 1) != '-')
        {
            return -1;
        }

        return TextFold.IsDigit(_text, position + 2) ? position + 2
            : TextFold.At(_text, position + 2) == ' ' && TextFold.IsDigit(_text, position + 3) ? position + 3
            : -1;
    }
}
