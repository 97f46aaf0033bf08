using System.Globalization;
using System.Text;

namespace HyperscaleSdk;

/// <summary>The personal-data guard refused a request, or a client did whose provider must not get personal data. Nothing was sent.</summary>
/// <remarks>The message says kinds, counts and places, never a value: it may be logged.</remarks>
public sealed class PersonalDataBlockedException : HyperscaleException
{
    internal const string Code = "personal_data_blocked";

    private const int MostPlaces = 10;

    internal PersonalDataBlockedException(IReadOnlyList<PersonalDataFinding> findings, ProviderDescriptor? refusing = null)
        : base(refusing is null ? Describe(findings) : Describe(findings, refusing))
    {
        Findings = findings;
        ErrorCode = Code;
    }

    /// <summary>What was found, and where; at least one entry.</summary>
    public IReadOnlyList<PersonalDataFinding> Findings { get; }

    /// <summary>What was found, as the ledger keeps it.</summary>
    internal PersonalDataCounts? ToCounts() =>
        PersonalDataCounts.Of(Findings.Select(finding => new PersonalDataCount(finding.Kind, PersonalDataAction.Block, finding.Count)));

    private static string Describe(IReadOnlyList<PersonalDataFinding> findings) =>
        $"Nothing was sent, because the request holds personal data that the guard blocks: {List(findings)}. Leave it out, redact the text with PersonalDataRedactor.Redact, or set PersonalDataGuardOptions.Actions of the kind to Mask; in names and ids it must be left out.";

    // No option opens such a provider: the ways out are in the data or in the choice of the provider.
    private static string Describe(IReadOnlyList<PersonalDataFinding> findings, ProviderDescriptor provider)
    {
        var (why, koreanWhy) = provider.AllowsInsecureHttp
            ? (" (nothing is encrypted on the way to it)", "(전송 구간이 암호화되지 않습니다)")
            : (string.Empty, string.Empty);
        return $"Nothing was sent: no personal data may go to {provider.EnglishName} ({provider.Id}){why}, and the request holds {List(findings)}. "
            + "The guard's actions Mask, Placeholder and Allow do not open it. Leave the data out, redact the text with PersonalDataRedactor.Redact before the call and read what is left, or call a provider that may get it. "
            + $"아무것도 보내지 않았습니다: {provider.KoreanName}({provider.Id})에는 개인정보를 보낼 수 없습니다{koreanWhy}. "
            + "가드의 Mask, Placeholder, Allow 설정으로도 허용되지 않습니다. 개인정보를 빼거나, 호출 전에 PersonalDataRedactor.Redact로 지우고 남은 내용을 확인하거나, 개인정보를 보낼 수 있는 다른 공급사를 부르십시오.";
    }

    private static string List(IReadOnlyList<PersonalDataFinding> findings)
    {
        var text = new StringBuilder();
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

        return text.ToString();
    }

    private static string Where(PersonalDataFinding finding) => finding switch
    {
        { MessageIndex: null } => finding.Part,
        { Role: null } => string.Create(CultureInfo.InvariantCulture, $"{finding.Part} {finding.MessageIndex}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"message {finding.MessageIndex} ({finding.Role}, {finding.Part})"),
    };
}
