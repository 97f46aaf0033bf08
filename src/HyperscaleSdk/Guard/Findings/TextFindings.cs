namespace HyperscaleSdk;

/// <summary>Finds in a text what the policy acts on.</summary>
internal static class TextFindings
{
    // What a replaced part is read as while the rest is read again: neither letter nor digit.
    private const char Filler = '\uE000';

    // Each further reading finds what an earlier finding had hidden; two are rare, more than a few are not a text.
    private const int MostReadings = 8;

    // A label reaches a few characters far; the rest of a long value is read without.
    private const int LabelledLength = 256;

    /// <param name="text">The text.</param>
    /// <param name="key">The name that the text has as a value (of a property, a parameter, a field); null for a text of its own.</param>
    /// <param name="policy">Which findings count.</param>
    /// <returns>Parts in text order that do not overlap; null when there are none.</returns>
    public static List<GuardSpan>? Find(string text, string? key, GuardPolicy policy)
    {
        List<GuardSpan>? spans = null;
        Add(ref spans, PersonalDataRecognizer.Find(text), 0, int.MaxValue, policy);
        if (!string.IsNullOrEmpty(key))
        {
            AddLabelled(ref spans, text, key, policy);
        }

        AddAlone(ref spans, text, isLabelled: !string.IsNullOrEmpty(key), policy);
        if (spans is null)
        {
            return null;
        }

        Merge(spans, policy);
        for (var reading = 1; ; reading++)
        {
            var found = spans.Count;
            Add(ref spans, PersonalDataRecognizer.Find(WithoutFound(text, spans)), 0, int.MaxValue, policy);
            if (spans!.Count == found)
            {
                return spans;
            }

            if (reading == MostReadings)
            {
                return [new GuardSpan(spans[0].Kind, 0, text.Length)];
            }

            Merge(spans, policy);
        }
    }

    /// <summary>Sorts parts and joins those that overlap; the stricter action wins.</summary>
    public static void Merge(List<GuardSpan> spans, GuardPolicy policy)
    {
        spans.Sort(static (one, two) => one.Start != two.Start ? one.Start.CompareTo(two.Start) : two.End.CompareTo(one.End));
        var kept = 0;
        for (var i = 1; i < spans.Count; i++)
        {
            var last = spans[kept];
            var next = spans[i];
            if (next.Start >= last.End)
            {
                spans[++kept] = next;
                continue;
            }

            // Enum order is order of strictness: Block, Mask, Placeholder.
            var kind = policy.ActionOf(next.Kind) < policy.ActionOf(last.Kind) ? next.Kind : last.Kind;
            spans[kept] = new GuardSpan(kind, last.Start, Math.Max(last.End, next.End), last.Whole ?? next.Whole);
        }

        if (spans.Count > 0)
        {
            spans.RemoveRange(kept + 1, spans.Count - kept - 1);
        }
    }

    private static void Add(ref List<GuardSpan>? spans, IReadOnlyList<PersonalDataMatch> matches, int offset, int limit, GuardPolicy policy)
    {
        for (var i = 0; i < matches.Count; i++)
        {
            var match = matches[i];
            if (policy.Concerns(match) && match.End > offset && match.End < limit)
            {
                (spans ??= []).Add(new GuardSpan(match.Kind, Math.Max(0, match.Start - offset), match.End - offset));
            }
        }
    }

    private static void AddLabelled(ref List<GuardSpan>? spans, string text, string key, GuardPolicy policy)
    {
        var offset = key.Length + 2;
        var isCut = text.Length > LabelledLength;
        var labelled = string.Concat(key, ": ", text.AsSpan(0, isCut ? LabelledLength : text.Length));

        // What touches the cut may be half of something else.
        Add(ref spans, PersonalDataRecognizer.Find(labelled), offset, isCut ? labelled.Length : int.MaxValue, policy);
    }

    // A number that is all of a text says nothing about itself; the redactor takes the safe reading, and so does the guard.
    private static void AddAlone(ref List<GuardSpan>? spans, string text, bool isLabelled, GuardPolicy policy)
    {
        const int LongestNumber = 32;
        if (spans is not null || text.Length is < 10 or > LongestNumber)
        {
            return;
        }

        var redacted = PersonalDataRedactor.Redact(text);
        if (ReferenceEquals(redacted, text) || PersonalDataRecognizer.Find(text).Count > 0)
        {
            return;
        }

        // The blanks around it stay.
        var number = text.Trim();
        var match = new PersonalDataMatch(KindOf(redacted.Trim()), text.IndexOf(number, StringComparison.Ordinal), number.Length, PersonalDataConfidence.Weak);

        // A name may say that a number is something else; for registration numbers that is not relied upon.
        var isRegistration = match.Kind is PersonalDataKind.ResidentRegistrationNumber or PersonalDataKind.ForeignerRegistrationNumber;
        if (policy.Concerns(match) && (isRegistration || !isLabelled))
        {
            (spans ??= []).Add(new GuardSpan(match.Kind, match.Start, match.End));
        }
    }

    private static PersonalDataKind KindOf(string mark)
    {
        foreach (var kind in (ReadOnlySpan<PersonalDataKind>)[PersonalDataKind.ForeignerRegistrationNumber, PersonalDataKind.DriverLicenseNumber, PersonalDataKind.CardNumber])
        {
            if (string.Equals(mark, KindText.Mark(kind), StringComparison.Ordinal))
            {
                return kind;
            }
        }

        return PersonalDataKind.ResidentRegistrationNumber;
    }

    private static string WithoutFound(string text, List<GuardSpan> spans) =>
        string.Create(text.Length, (text, spans), static (characters, state) =>
        {
            state.text.CopyTo(characters);
            foreach (var span in state.spans)
            {
                characters[span.Start..span.End].Fill(Filler);
            }
        });
}
