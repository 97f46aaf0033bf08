using HyperscaleSdk.Recognition;

namespace HyperscaleSdk;

/// <summary>
/// Finds Korean personal identifiers in text. Reads the text in time linear in its length; full-width digits,
/// typographic hyphens and Hangul neighbours are handled. A checksum raises confidence and never clears a match.
/// </summary>
public static class PersonalDataRecognizer
{
    /// <summary>Finds all identifiers, in text order, not overlapping.</summary>
    /// <param name="text">The text; empty is fine, and so is text that is no valid UTF-16.</param>
    /// <returns>The findings, weak ones included; empty when there are none.</returns>
    public static IReadOnlyList<PersonalDataMatch> Find(ReadOnlySpan<char> text) => Find(text, alone: false);

    // A text that is one number only was a field's value: nothing around it could have told what it is.
    internal static IReadOnlyList<PersonalDataMatch> FindForRedaction(ReadOnlySpan<char> text) => Find(text, TextScanner.IsOneValue(text));

    private static IReadOnlyList<PersonalDataMatch> Find(ReadOnlySpan<char> text, bool alone)
    {
        List<PersonalDataMatch>? found = null;
        var anchors = new AnchorSearch(text);
        var floor = 0;
        var carried = LabelKind.None;
        for (var position = anchors.Next(0); position < text.Length; position = anchors.Next(position))
        {
            // What was found counts as a mark already: a recogniser sees the text behind it only.
            if (TextScanner.At(text.Slice(floor), position - floor, carried, alone) is not { } match)
            {
                position = TextScanner.Next(text, position);
                continue;
            }

            found ??= [];
            found.Add(match with { Start = match.Start + floor });
            floor += match.End;
            position = floor;
            carried = TextScanner.LabelOf(match.Kind);
        }

        return found ?? (IReadOnlyList<PersonalDataMatch>)[];
    }
}
