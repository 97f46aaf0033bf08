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

/// <summary>HSAI0009: a provider is taken into use that the policy's processor register does not have, or not with all that PIPA art. 26 asks.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ProviderRegisterAnalyzer : ProviderRuleAnalyzer
{
    private static readonly string[] RegisterMembers = ["role", "contract", "task", "subProcessors", "publishedUrl"];

    // A new entry asks for the terms as well (HSAI0016), so that it is filled in once.
    private static readonly string[] NewEntryMembers = [.. RegisterMembers, "trainsOnInput", "retentionDays", "deletion", "humanReview"];

    private static readonly DiagnosticDescriptor Missing = RuleDescriptor.Create(
        RuleIdentifiers.ProviderNotRegistered,
        RuleCategories.PersonalData,
        DiagnosticSeverity.Warning,
        new BilingualText("Provider not in the processor register", "수탁자 등록·공개 누락"),
        new BilingualText(
            "'{0}' gets personal data of this project and is not in 'processors' of the policy (PIPA art. 26): add it with role, contract, task, sub-processors and published address",
            "이 프로젝트의 개인정보를 받는 '{0}'이(가) 정책 'processors'에 없습니다(개인정보 보호법 제26조). 역할, 계약, 위탁 업무, 재수탁자, 공개 주소와 함께 추가하십시오"),
        Description());

    private static readonly DiagnosticDescriptor Incomplete = RuleDescriptor.Create(
        RuleIdentifiers.ProviderNotRegistered,
        RuleCategories.PersonalData,
        DiagnosticSeverity.Warning,
        new BilingualText("Provider not in the processor register", "수탁자 등록·공개 누락"),
        new BilingualText(
            "'{0}' gets personal data of this project, and its entry in 'processors' of the policy lacks {1} (PIPA art. 26)",
            "이 프로젝트의 개인정보를 받는 '{0}'의 정책 'processors' 항목에 {1}이(가) 없습니다(개인정보 보호법 제26조)"),
        Description());

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Missing, Incomplete];

    private static BilingualText Description() => new(
        "Who processes personal data for you needs a written contract, and the task and the processor, sub-processors included, have to be published.",
        "개인정보 처리를 위탁하려면 문서로 계약하고, 위탁 업무와 수탁자(재수탁자 포함)를 공개해야 합니다.");

    /// <inheritdoc />
    private protected override void Start(CompilationStartAnalysisContext context, ProjectPolicy policy)
    {
        var personalData = new PersonalDataDeclarations(context.Compilation);
        ProviderUses.Register(context, (use, operation) => Check(use, operation, policy, personalData));
    }

    private static Diagnostic? Check(ProviderUse use, OperationAnalysisContext context, ProjectPolicy policy, PersonalDataDeclarations personalData)
    {
        var entry = policy.Find(use.ProviderId);
        if (entry is { Role: ProcessorRole.OnPremises })
        {
            return null;
        }

        var missing = entry is null ? RegisterMembers : RegisterMembers.Where(entry.Absent.Contains).ToArray();
        if (missing.Length == 0
            || policy.IsSuppressed(RuleIdentifiers.ProviderNotRegistered, use.Location)
            || !personalData.Any(context.CancellationToken))
        {
            return null;
        }

        var properties = ImmutableDictionary<string, string?>.Empty
            .Add(PolicyLocations.StubProperty, "processor")
            .Add(PolicyLocations.SubjectProperty, use.ProviderId)
            .Add(PolicyLocations.MembersProperty, string.Join(",", entry is null ? NewEntryMembers : missing));
        return Diagnostic.Create(
            entry is null ? Missing : Incomplete,
            use.Location,
            entry is null ? [] : [PolicyLocations.Create(policy.Path!, entry.Place)],
            properties,
            use.ProviderId,
            string.Join(", ", missing));
    }
}
