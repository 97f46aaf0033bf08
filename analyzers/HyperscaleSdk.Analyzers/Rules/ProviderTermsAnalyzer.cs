using System;
using System.Collections.Immutable;
using System.Linq;
using HyperscaleSdk.Analyzers.Ai;
using HyperscaleSdk.Analyzers.Policies;
using HyperscaleSdk.Localization;
using HyperscaleSdk.Policies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HyperscaleSdk.Analyzers.Rules;

/// <summary>HSAI0016: a registered provider whose terms on training, retention, deletion or human review are unknown, or that trains without consent.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ProviderTermsAnalyzer : ProviderRuleAnalyzer
{
    private static readonly DiagnosticDescriptor Unknown = RuleDescriptor.Create(
        RuleIdentifiers.ProviderTermsUnknown,
        RuleCategories.PersonalData,
        DiagnosticSeverity.Warning,
        new BilingualText("A provider's training or retention terms are unknown", "학습·보관·파기 조건 미확인"),
        new BilingualText(
            "What '{0}' does with what it is sent is unknown: its entry in 'processors' of the policy does not say {1} (PIPA art. 17, 18, 26)",
            "'{0}'이(가) 받은 데이터를 어떻게 다루는지 확인되지 않았습니다. 정책 'processors' 항목에 {1}이(가) 없습니다(개인정보 보호법 제17조, 제18조, 제26조)"),
        Description());

    private static readonly DiagnosticDescriptor Trains = RuleDescriptor.Create(
        RuleIdentifiers.ProviderTermsUnknown,
        RuleCategories.PersonalData,
        DiagnosticSeverity.Warning,
        new BilingualText("A provider's training or retention terms are unknown", "학습·보관·파기 조건 미확인"),
        new BilingualText(
            "'{0}' trains on what it is sent, and no purpose of the policy has consent for that (PIPA art. 17): switch training off at the provider, or ask for consent",
            "'{0}'이(가) 받은 데이터를 학습에 쓰는데 이에 대한 동의를 근거로 한 목적이 정책에 없습니다(개인정보 보호법 제17조). 공급자 설정에서 학습을 끄거나 동의를 받으십시오"),
        Description());

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Unknown, Trains];

    private static BilingualText Description() => new(
        "A provider that may train on the data is a third party that needs consent; one that works on instruction only is a processor. Which of the two it is depends on its terms.",
        "받은 데이터를 학습에 쓰는 공급자는 동의가 필요한 제3자이고, 지시에 따라서만 처리하는 공급자는 수탁자입니다. 어느 쪽인지는 약관으로 정해집니다.");

    /// <inheritdoc />
    private protected override void Start(CompilationStartAnalysisContext context, ProjectPolicy policy)
    {
        if (policy.Current is null)
        {
            return;
        }

        var personalData = new PersonalDataDeclarations(context.Compilation);
        ProviderUses.Register(context, (use, operation) => Check(use, operation, policy, personalData));
    }

    private static Diagnostic? Check(ProviderUse use, OperationAnalysisContext context, ProjectPolicy policy, PersonalDataDeclarations personalData)
    {
        // One that is not in the register at all is HSAI0009's.
        if (policy.Find(use.ProviderId) is not { } entry || entry.Role == ProcessorRole.OnPremises || policy.IsSuppressed(RuleIdentifiers.ProviderTermsUnknown, use.Location))
        {
            return null;
        }

        var missing = entry.UnknownTerms;
        var trainsWithoutConsent = entry.TrainsOnInput == true && !HasConsent(policy.Current!, entry);
        if ((missing.Count == 0 && !trainsWithoutConsent) || !personalData.Any(context.CancellationToken))
        {
            return null;
        }

        var place = new[] { PolicyLocations.Create(policy.Path!, entry.Place) };
        if (missing.Count == 0)
        {
            return Diagnostic.Create(Trains, use.Location, place, ImmutableDictionary<string, string?>.Empty, use.ProviderId);
        }

        var properties = ImmutableDictionary<string, string?>.Empty
            .Add(PolicyLocations.StubProperty, "processor")
            .Add(PolicyLocations.SubjectProperty, use.ProviderId)
            .Add(PolicyLocations.MembersProperty, string.Join(",", missing));
        return Diagnostic.Create(Unknown, use.Location, place, properties, use.ProviderId, string.Join(", ", missing));
    }

    private static bool HasConsent(Policy policy, Processor entry) =>
        policy.Purposes.Any(purpose => purpose.IsServedBy(entry.Id) && purpose.Basis == LawfulBasis.Consent && purpose.Kinds.Count > 0);
}
