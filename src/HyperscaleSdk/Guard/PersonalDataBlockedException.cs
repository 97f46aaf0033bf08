using System.Globalization;
using System.Text;

namespace HyperscaleSdk;

/// <summary>The personal-data guard refused a request. Nothing was sent.</summary>
/// <remarks>The message says kinds, counts and places, never a value: it may be logged.</remarks>
public sealed class PersonalDataBlockedException : HyperscaleException
{
    internal const string Code = "personal_data_blocked";

    private const int MostPlaces = 10;

    internal PersonalDataBlockedException(IReadOnlyList<PersonalDataFinding> findings)
        : base(Describe(findings))
    {
        Findings = findings;
        ErrorCode = Code;
    }

    /// <summary>What was found, and where; at least one entry.</summary>
    public IReadOnlyList<PersonalDataFinding> Findings { get; }

    /// <summary>What was found, as the ledger keeps it.</summary>
    internal PersonalDataCounts? ToCounts() =>
        PersonalDataCounts.Of(Findings.Select(finding => new PersonalDataCount(finding.Kind, PersonalDataAction.Block, finding.Count)));

    private static string Describe(IReadOnlyList<PersonalDataFinding> findings)
    {
        var text = new StringBuilder("Nothing was sent, because the request holds personal data that the guard blocks: ");
        for (var i = 0; i < findings.Count && i < MostPlaces; i++)
        {
            var finding = findings[i];
            text.Append(i == 0 ? string.Empty : "; ")
                .Append(CultureInfo.InvariantCulture, $"{finding.Count} x {finding.Kind} ({KindText.Korean(finding.Kind)}) in {Where(finding)}");
        }

        if (findings.Count > MostPlaces)
        {
            text.Append(CultureInfo.InvariantCulture, $"; and {findings.Count - MostPlaces} more places");
        }

        return text.Append(". Leave it out, redact the text with PersonalDataRedactor.Redact, or set PersonalDataGuardOptions.Actions of the kind to Mask; in names and ids it must be left out.").ToString();
    }

    private static string Where(PersonalDataFinding finding) => finding switch
    {
        { MessageIndex: null } => finding.Part,
        { Role: null } => string.Create(CultureInfo.InvariantCulture, $"{finding.Part} {finding.MessageIndex}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"message {finding.MessageIndex} ({finding.Role}, {finding.Part})"),
    };
}
