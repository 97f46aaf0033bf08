namespace HyperscaleSdk.Policies.Reading;

/// <summary>The words that may stand at a place, and what they mean.</summary>
internal sealed class Words<T>(params (string Word, T Value)[] entries)
    where T : struct
{
    public IReadOnlyList<string> All { get; } = entries.Select(entry => entry.Word).ToArray();

    public T? Find(string word)
    {
        foreach (var entry in entries)
        {
            if (string.Equals(entry.Word, word, StringComparison.Ordinal))
            {
                return entry.Value;
            }
        }

        return null;
    }
}
