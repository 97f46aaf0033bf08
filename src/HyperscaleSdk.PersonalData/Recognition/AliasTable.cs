namespace HyperscaleSdk.Recognition;

/// <summary>Makes look-up tables of lists of words.</summary>
internal static class AliasTable
{
    public static Dictionary<string, PersonalDataKind> Of(params (PersonalDataKind Kind, string Words)[] rows)
    {
        var table = new Dictionary<string, PersonalDataKind>(StringComparer.Ordinal);
        foreach (var (kind, words) in rows)
        {
            foreach (var word in words.Split(' '))
            {
                table.Add(word, kind);
            }
        }

        return table;
    }

    public static HashSet<string> Words(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
