using System.Globalization;

namespace HyperscaleSdk;

/// <summary>How often which kind of personal data was found in a request, and what was done, as the ledger keeps it. Never a value: it can hold nothing else.</summary>
/// <remarks>As text <c>ResidentRegistrationNumber:2 blocked;Phone:1 masked</c>, in the order of kinds and actions. Equal by its text.</remarks>
public sealed record PersonalDataCounts
{
    private readonly string _text;

    private PersonalDataCounts(string text) => _text = text;

    /// <summary>The counts as text.</summary>
    /// <param name="counts">What was found; entries of the same kind and action are added up.</param>
    /// <returns>The counts; <see langword="null"/> when nothing was found.</returns>
    /// <exception cref="ArgumentException">A kind or an action does not exist, or a count is below 1.</exception>
    public static PersonalDataCounts? Of(IEnumerable<PersonalDataCount> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var sums = new SortedDictionary<(PersonalDataKind Kind, PersonalDataAction Action), int>();
        foreach (var count in counts)
        {
            if (!Enum.IsDefined(count.Kind) || !Enum.IsDefined(count.Action) || count.Count < 1)
            {
                throw new ArgumentException("A count needs a kind, an action, and a number of 1 or more.", nameof(counts));
            }

            sums[(count.Kind, count.Action)] = sums.GetValueOrDefault((count.Kind, count.Action)) + count.Count;
        }

        return sums.Count == 0 ? null : new PersonalDataCounts(string.Join(
            ';', sums.Select(sum => string.Create(CultureInfo.InvariantCulture, $"{sum.Key.Kind}:{sum.Value} {WordOf(sum.Key.Action)}"))));
    }

    /// <summary>Reads the text of counts.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The counts.</returns>
    /// <exception cref="FormatException">The text is not exactly what <see cref="ToString"/> writes.</exception>
    public static PersonalDataCounts Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var counts = text.Split(';').Select(CountOf).ToList();
        return counts.Contains(null) || Of(counts!) is not { } read || !string.Equals(read._text, text, StringComparison.Ordinal)
            ? throw new FormatException("The text holds no counts of personal data.")
            : read;
    }

    /// <summary>The counts one by one.</summary>
    public IReadOnlyList<PersonalDataCount> ToList() => [.. _text.Split(';').Select(part => CountOf(part)!)];

    /// <summary>The text.</summary>
    public override string ToString() => _text;

    private static PersonalDataCount? CountOf(string part)
    {
        var colon = part.IndexOf(':', StringComparison.Ordinal);
        var space = part.IndexOf(' ', StringComparison.Ordinal);
        return colon > 0
            && space > colon
            && Enum.TryParse<PersonalDataKind>(part.AsSpan(0, colon), out var kind)
            && Enum.IsDefined(kind)
            && ActionOf(part[(space + 1)..]) is { } action
            && int.TryParse(part.AsSpan(colon + 1, space - colon - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count > 0
                ? new PersonalDataCount(kind, action, count)
                : null;
    }

    private static string WordOf(PersonalDataAction action) => action switch
    {
        PersonalDataAction.Block => "blocked",
        PersonalDataAction.Mask => "masked",
        PersonalDataAction.Placeholder => "replaced",
        _ => "allowed",
    };

    private static PersonalDataAction? ActionOf(string word) => word switch
    {
        "blocked" => PersonalDataAction.Block,
        "masked" => PersonalDataAction.Mask,
        "replaced" => PersonalDataAction.Placeholder,
        "allowed" => PersonalDataAction.Allow,
        _ => null,
    };
}
