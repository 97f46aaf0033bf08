namespace HyperscaleSdk.Recognition;

/// <summary>Names after a label with a colon. Without one, surnames are noise.</summary>
internal static class PersonNameLabel
{
    private static readonly string[] Labels = ["성명", "이름", "성함"];

    public static PersonalDataMatch? Find(ReadOnlySpan<char> text, int start)
    {
        foreach (var label in Labels)
        {
            if (text.Slice(start).StartsWith(label.AsSpan(), StringComparison.Ordinal))
            {
                return After(text, start + label.Length);
            }
        }

        return null;
    }

    private static PersonalDataMatch? After(ReadOnlySpan<char> text, int position)
    {
        position = SkipBlanks(text, position);
        if (TextFold.At(text, position) is not (':' or '='))
        {
            return null;
        }

        var start = SkipBlanks(text, position + 1);
        var end = start;
        while (end - start <= 4 && end < text.Length && IdentifierTokens.IsHangul(text[end]))
        {
            end++;
        }

        return end - start is >= 2 and <= 4 ? new(PersonalDataKind.Name, start, end - start, PersonalDataConfidence.Medium) : null;
    }

    private static int SkipBlanks(ReadOnlySpan<char> text, int position)
    {
        for (var skipped = 0; skipped < 2 && TextFold.At(text, position) == ' '; skipped++)
        {
            position++;
        }

        return position;
    }
}
