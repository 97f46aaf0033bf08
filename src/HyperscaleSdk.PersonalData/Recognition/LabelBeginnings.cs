namespace HyperscaleSdk.Recognition;

/// <summary>
/// Tells in one pass over the characters before a number which labels may stand there, by their first three letters. It
/// may name a kind too many, never one too few; only then are the letters read as <see cref="LabelWindow"/> reads them.
/// </summary>
internal sealed class LabelBeginnings
{
    private const int Letters = 3;
    private const int Most = 64 / Letters;
    private const int Plain = 128;

    // Bit-parallel search: one bit for each letter of each beginning. A character that is no letter keeps the state.
    private readonly ulong[] _letters = new ulong[Plain];
    private readonly ulong[] _kept = new ulong[Plain];
    private readonly ulong[] _ends = new ulong[(int)LabelKind.Ip + 1];
    private readonly ulong _first;

    public LabelBeginnings(LabelTable<LabelKind> table, params LabelKind[] kinds)
    {
        _kept.AsSpan().Fill(ulong.MaxValue);
        for (var letter = 'a'; letter <= 'z'; letter++)
        {
            _kept[letter] = 0;
            _kept[char.ToUpperInvariant(letter)] = 0;
        }

        var known = new List<string>();
        foreach (var (word, kind) in table.Words)
        {
            // Text in other letters is not judged here, so a Korean label is missed by no one.
            if (Array.IndexOf(kinds, kind) < 0 || word[0] > 'z')
            {
                continue;
            }

            var beginning = word.Substring(0, Letters);
            var index = known.IndexOf(beginning);
            if (index < 0)
            {
                index = known.Count;
                known.Add(beginning);
                _first |= 1UL << (index * Letters);
                for (var i = 0; i < Letters; i++)
                {
                    _letters[beginning[i]] |= 1UL << ((index * Letters) + i);
                    _letters[char.ToUpperInvariant(beginning[i])] = _letters[beginning[i]];
                }
            }

            _ends[(int)kind] |= 1UL << ((index * Letters) + Letters - 1);
        }

        if (known.Count > Most)
        {
            throw new ArgumentException("More beginnings than bits.", nameof(kinds));
        }
    }

    /// <summary>The beginnings before <paramref name="position"/>, as bits for <see cref="May"/>.</summary>
    public ulong Before(ReadOnlySpan<char> text, int position)
    {
        var floor = Math.Max(0, position - LabelWindow.RawReach);
        var state = 0UL;
        var seen = 0UL;
        var letters = _letters;
        var kept = _kept;
        foreach (var value in text.Slice(floor, position - floor))
        {
            if (value >= letters.Length || value >= kept.Length)
            {
                return ulong.MaxValue;
            }

            state = (state & kept[value]) | (((state << 1) | _first) & letters[value]);
            seen |= state;
        }

        return seen;
    }

    /// <summary>False when no label of the kind begins there. True for every kind that is not followed.</summary>
    public bool May(ulong seen, LabelKind kind) => _ends[(int)kind] == 0 || (seen & _ends[(int)kind]) != 0;
}
