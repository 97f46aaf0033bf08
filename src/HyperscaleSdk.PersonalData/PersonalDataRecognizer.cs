using HyperscaleSdk.Recognition;

namespace HyperscaleSdk;

/// <summary>
/// Finds Korean personal identifiers in text. Reads the text once, in time linear in its length; full-width digits,
/// typographic hyphens and Hangul neighbours are handled. A checksum raises confidence and never clears a match.
/// </summary>
public static class PersonalDataRecognizer
{
    /// <summary>Finds all identifiers, in text order, not overlapping.</summary>
    /// <param name="text">The text; empty is fine.</param>
    /// <returns>The findings, weak ones included; empty when there are none.</returns>
    public static IReadOnlyList<PersonalDataMatch> Find(ReadOnlySpan<char> text) => Find(text, alone: false);

    // A text that is one number only was a field's value: nothing around it could have told what it is.
    internal static IReadOnlyList<PersonalDataMatch> FindForRedaction(ReadOnlySpan<char> text) => Find(text, TextScanner.IsOneNumber(text));

    private static IReadOnlyList<PersonalDataMatch> Find(ReadOnlySpan<char> text, bool alone)
    {
        List<PersonalDataMatch>? found = null;
        for (var position = 0; position < text.Length;)
        {
            if (TextScanner.At(text, position, found is null ? 0 : found[found.Count - 1].End, alone) is { } match)
            {
                found ??= [];
                found.Add(match);
                position = match.End;
            }
            else
            {
                position = TextScanner.Next(text, position);
            }
        }

        return found ?? (IReadOnlyList<PersonalDataMatch>)[];
    }
}
