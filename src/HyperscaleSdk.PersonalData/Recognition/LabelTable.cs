namespace HyperscaleSdk.Recognition;

/// <summary>Labels by their last character: one look-up for each place where a label may end.</summary>
/// <typeparam name="T">What a label says.</typeparam>
internal sealed class LabelTable<T>
    where T : struct
{
    private readonly Dictionary<char, Label[]> _byEnd = [];

    public LabelTable(params (T Meaning, string Words)[] rows)
    {
        var all = new List<Label>();
        foreach (var (meaning, words) in rows)
        {
            foreach (var word in words.Split(' '))
            {
                all.Add(new Label(word, meaning));
            }
        }

        foreach (var group in all.GroupBy(label => label.Text[label.Text.Length - 1]))
        {
            _byEnd.Add(group.Key, [.. group.OrderByDescending(label => label.Text.Length)]);
        }
    }

    /// <summary>The longest label that ends before letter <paramref name="end"/> of the window.</summary>
    public bool TryMatch(in LabelWindow window, int end, out T meaning, out int start)
    {
        meaning = default;
        start = -1;
        if (end == 0 || !_byEnd.TryGetValue(window[end - 1], out var labels))
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

    private readonly record struct Label(string Text, T Meaning);
}
