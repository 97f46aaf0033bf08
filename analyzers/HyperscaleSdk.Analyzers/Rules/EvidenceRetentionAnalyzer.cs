using System;
using System.Collections.Immutable;
using System.Linq;
using HyperscaleSdk.Analyzers.Ai;
using HyperscaleSdk.Analyzers.Policies;
using HyperscaleSdk.Analyzers.Usage;
using HyperscaleSdk.Localization;
using HyperscaleSdk.Policies;
using HyperscaleSdk.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Rules;

/// <summary>HSAI0025: a ledger, audit or access log that is kept for less than the law's period.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EvidenceRetentionAnalyzer : DiagnosticAnalyzer
{
    internal const string ReplacementProperty = "Replacement";

    private static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.EvidenceRetention,
        RuleCategories.UsageReporting,
        DiagnosticSeverity.Warning,
        new BilingualText("Evidence kept too briefly", "보존 기간 부족"),
        new BilingualText(
            "'{0}' keeps evidence for less than {1} year(s) ({2}): keep it for the minimum period",
            "'{0}'의 보존 기간이 최소 {1}년보다 짧습니다({3}). 최소 보존 기간 이상으로 설정하십시오"),
        new BilingualText(
            "Evidence of subsidised use is kept for up to five years, access records of personal data for one year, or two with unique identifiers or sensitive information.",
            "보조사업 증빙은 5년까지, 개인정보 접속기록은 1년(고유식별정보·민감정보는 2년) 이상 보관합니다."));

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        var options = new ProjectOptions(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
        if (options.IsTestProject || (!options.IsVoucher && AiTypes.Resolve(context.Compilation) is null))
        {
            return;
        }

        var policy = ProjectPolicy.Load(context);
        var isStrict = policy.Current?.Purposes.Any(purpose => purpose.Kinds.Any(kind => PersonalDataClasses.Of(kind) != PersonalDataClass.Ordinary)) == true;
        context.RegisterOperationAction(
            operation =>
            {
                var assignment = (ISimpleAssignmentOperation)operation.Operation;
                if (assignment.Target is not IPropertyReferenceOperation { Property: { } property }
                    || Years(property, options.IsVoucher, isStrict) is not { } years
                    || RetentionValue.Of(assignment.Value, property.Name) is not { Days: > 0 } value || value.Days >= years * 365
                    || IsForDevelopment(assignment) || policy.IsSuppressed(RuleIdentifiers.EvidenceRetention, assignment.Syntax.GetLocation()))
                {
                    return;
                }

                var isAccessLog = years < 5;
                operation.ReportDiagnostic(Diagnostic.Create(
                    Rule,
                    assignment.Value.Syntax.GetLocation(),
                    ImmutableDictionary<string, string?>.Empty.Add(ReplacementProperty, value.Replacement(years)),
                    property.Name,
                    years,
                    isAccessLog ? "safeguards notice art. 8(1)" : "Subsidy Act art. 25(3), where it is a subsidy",
                    isAccessLog ? "안전성 확보조치 기준 제8조제1항" : "보조금인 경우 보조금법 제25조제3항"));
            },
            OperationKind.SimpleAssignment);
    }

    private static int? Years(IPropertySymbol property, bool isVoucher, bool isStrict)
    {
        if (!IdentifierTokens.Split(property.Name).Any(word => word == "retention" || word.StartsWith("보존", StringComparison.Ordinal)))
        {
            return null;
        }

        var words = IdentifierTokens.Split(property.ContainingType.Name);
        if (words.Any(word => word is "cache" or "metric" or "metrics" or "telemetry" or "trace" or "queue" or "debug" or "temp" or "development" or "dev" or "test"))
        {
            return null;
        }

        if (words.Any(word => word == "access") && words.Any(word => word is "log" or "logs"))
        {
            return isStrict ? 2 : 1;
        }

        return isVoucher && words.Any(word => word is "ledger" or "usage" or "audit" or "evidence") ? 5 : null;
    }

    // Beside a question for the development environment, either branch may be meant.
    private static bool IsForDevelopment(IOperation operation)
    {
        for (var current = operation; current is not null; current = current.Parent)
        {
            if (current is IConditionalOperation conditional
                && conditional.Condition.DescendantsAndSelf().Any(part => part is IInvocationOperation { TargetMethod.Name: "IsDevelopment" or "IsEnvironment" }))
            {
                return true;
            }
        }

        return false;
    }
}
