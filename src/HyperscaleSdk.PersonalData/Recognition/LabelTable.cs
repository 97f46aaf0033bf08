namespace HyperscaleSdk.Recognition;

/// <summary>Labels of two letters and more by their last letters: one look-up for each place where a label may end.</summary>
/// <typeparam name="T">What a label says.</typeparam>
internal sealed class LabelTable<T>
    where T : struct
{
    private readonly Dictionary<char, Label[]> _byEnd = [];
    private readonly BigramFilter _ends = new();

    public LabelTable(params (T Meaning, string Words)[] rows)
    {
        var all = new List<Label>();
        foreach (var (meaning, words) in rows)
        {
            foreach (var word in words.Split(' '))
            {
                all.Add(new Label(word, meaning));
                _ends.Add(word[word.Length - 2], word[word.Length - 1]);
            }
        }

        foreach (var group in all.GroupBy(label => label.Text[label.Text.Length - 1]))
        {
            _byEnd.Add(group.Key, [.. group.OrderByDescending(label => label.Text.Length)]);
        }
    }

    /// <summary>All labels.</summary>
    public IEnumerable<(string Word, T Meaning)> Words => _byEnd.Values.SelectMany(labels => labels).Select(label => (label.Text, label.Meaning));

    /// <summary>The longest label that ends before letter <paramref name="end"/> of the window.</summary>
    public bool TryMatch(in LabelWindow window, int end, out T meaning, out int start)
    {
        meaning = default;
        start = -1;
        if (end < 2 || !_ends.MayContain(window[end - 2], window[end - 1]) || !_byEnd.TryGetValue(window[end - 1], out var labels))
        {
            return false;
        }

        foreach (var label in labels)
        {
            if (window.IsAt(end - label.Text.Length, label.Text))
            {
                meaning = label.Meaning;
                start = end - label.Text.Length;
                return true;
            }
        }

        return false;
    }

    /// <summary>False when no label can be the last word of the window before <paramref name="position"/>: two letters tell most often.</summary>
    public bool CanEndBefore(ReadOnlySpan<char> text, int position)
    {
        var last = position - 1;
        var floor = Math.Max(0, position - LabelWindow.RawReach);
        while (last >= floor && !IsLetter(TextFold.At(text, last)))
        {
            last--;
        }

        if (last < floor)
        {
            return false;
        }

        var before = TextFold.At(text, last - 1);
        return IsLetter(before)
            ? _ends.MayContain(TextFold.Lower(before), TextFold.Lower(TextFold.At(text, last)))
            : LabelWindow.IsJoint(before) || before is >= '0' and <= '9';
    }

    private static bool IsLetter(char value) => TextFold.IsLatin(value) || TextFold.IsHangul(value);

    private readonly record struct Label(string Text, T Meaning);
}
