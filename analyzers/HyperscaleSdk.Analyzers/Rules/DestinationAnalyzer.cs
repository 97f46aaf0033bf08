using System.Collections.Immutable;
using System.Linq;
using HyperscaleSdk.Analyzers.Ai;
using HyperscaleSdk.Analyzers.Policies;
using HyperscaleSdk.Localization;
using HyperscaleSdk.Policies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HyperscaleSdk.Analyzers.Rules;

/// <summary>HSAI0027: a provider that the institution has not approved, or that may not get data of a grade that a purpose sends it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DestinationAnalyzer : ProviderRuleAnalyzer
{
    private static readonly DiagnosticDescriptor NotApproved = RuleDescriptor.Create(
        RuleIdentifiers.DestinationNotAllowed,
        RuleCategories.CrossBorder,
        DiagnosticSeverity.Warning,
        new BilingualText("Destination not allowed by the institution's profile", "기관 프로필에 허용되지 않은 목적지"),
        new BilingualText(
            "'{0}' is not approved as a destination in 'processors' of the policy: choose an approved provider, or have it approved",
            "'{0}'은(는) 정책 'processors'에서 승인된 목적지가 아닙니다. 승인된 공급자를 쓰거나 기관의 승인을 받으십시오"),
        Description());

    private static readonly DiagnosticDescriptor GradeTooHigh = RuleDescriptor.Create(
        RuleIdentifiers.DestinationNotAllowed,
        RuleCategories.CrossBorder,
        DiagnosticSeverity.Warning,
        new BilingualText("Destination not allowed by the institution's profile", "기관 프로필에 허용되지 않은 목적지"),
        new BilingualText(
            "'{0}' may get data of grade {1} only, and the purpose '{2}' sends it grade {3} (N2SF): choose a provider that is approved for it",
            "'{0}'에는 {1} 등급 데이터만 보낼 수 있는데 목적 '{2}'은(는) {3} 등급입니다(N2SF). 해당 등급이 승인된 공급자를 쓰십시오"),
        Description());

    /// <summary>The destination is wrong for personal data, whatever the policy says. The analyzer that follows personal data reports it.</summary>
    internal static readonly DiagnosticDescriptor TakesNoPersonalData = RuleDescriptor.Create(
        RuleIdentifiers.DestinationNotAllowed,
        RuleCategories.CrossBorder,
        DiagnosticSeverity.Error,
        new BilingualText("Destination not allowed by the institution's profile", "기관 프로필에 허용되지 않은 목적지"),
        new BilingualText(
            "{0} carries personal data ({1}) to '{2}', and this supplier takes none: the call is refused when it runs; choose another supplier or leave the data out",
            "{0}에 담긴 개인정보({1})가 개인정보를 받지 않는 공급기업의 '{2}' 호출로 전송됩니다. 실행하면 호출이 거부됩니다: 다른 공급기업을 쓰거나 개인정보를 빼십시오"),
        new BilingualText(
            "What is sent there can be read by others on the way, so that the clients of this supplier send nothing in which personal data is found.",
            "전송 중에 다른 사람이 읽을 수 있으므로, 이 공급기업의 클라이언트는 개인정보가 발견된 요청을 보내지 않습니다."));

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [NotApproved, GradeTooHigh];

    private static BilingualText Description() => new(
        "A public institution grades its data (N2SF: C, S, O) and approves destinations; a company may do the same in its policy. In the public profile this is an error.",
        "공공기관은 데이터 등급(N2SF: C, S, O)을 정하고 목적지를 승인합니다. 기업도 정책에서 같은 방식으로 정할 수 있습니다. 공공 프로필에서는 오류입니다.");

    /// <inheritdoc />
    private protected override void Start(CompilationStartAnalysisContext context, ProjectPolicy policy)
    {
        if (policy.Current is not null || policy.IsPublicSector)
        {
            ProviderUses.Register(context, (use, _) => Check(use, policy));
            ProviderUses.RegisterRequests(context, (use, _) => Check(use, policy));
        }
    }

    private static Diagnostic? Check(ProviderUse use, ProjectPolicy policy)
    {
        var entry = policy.Find(use.ProviderId);
        if (entry is { Role: ProcessorRole.OnPremises } || policy.IsSuppressed(RuleIdentifiers.DestinationNotAllowed, use.Location))
        {
            return null;
        }

        var severity = policy.IsPublicSector ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
        var place = entry is null ? [] : new[] { PolicyLocations.Create(policy.Path!, entry.Place) };

        // Only a public institution has to approve; a company that says no has said no.
        if (policy.IsPublicSector ? entry?.Approved != true : entry?.Approved == false)
        {
            return Diagnostic.Create(NotApproved, use.Location, severity, place, ImmutableDictionary<string, string?>.Empty, use.ProviderId);
        }

        return entry is not null && TooHigh(policy, entry) is { } purpose
            ? Diagnostic.Create(
                GradeTooHigh, use.Location, severity, place, ImmutableDictionary<string, string?>.Empty, use.ProviderId, Letters(entry, policy), purpose.Id, Letter(purpose.Grade!.Value))
            : null;
    }

    private static Purpose? TooHigh(ProjectPolicy policy, Processor entry) => policy.Current!.Purposes.FirstOrDefault(purpose =>
        purpose.Grade is { } grade && purpose.IsServedBy(entry.Id) && !Allowed(entry, policy).Contains(grade));

    // An institution that lists no grade has opened the provider for public data only; a company that lists none has set no bound.
    private static ImmutableArray<DataGrade> Allowed(Processor entry, ProjectPolicy policy) =>
        entry.AllowedGrades.Count > 0 ? [.. entry.AllowedGrades]
        : policy.IsPublicSector ? [DataGrade.Open]
        : [DataGrade.Open, DataGrade.Sensitive, DataGrade.Classified];

    private static string Letters(Processor entry, ProjectPolicy policy) => string.Join(", ", Allowed(entry, policy).Select(Letter));

    private static string Letter(DataGrade grade) => grade switch
    {
        DataGrade.Open => "O",
        DataGrade.Sensitive => "S",
        _ => "C",
    };
}
