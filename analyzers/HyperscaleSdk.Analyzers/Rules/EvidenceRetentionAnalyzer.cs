using System;
using System.Collections.Generic;
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
                foreach (var (member, value) in Settings(operation.Operation))
                {
                    Check(operation, member, value, options.IsVoucher, isStrict, policy);
                }
            },
            OperationKind.SimpleAssignment,
            OperationKind.Argument,
            OperationKind.PropertyInitializer,
            OperationKind.FieldInitializer);
    }

    // options.Retention = ..., new SqliteLedger(retention: ...), and what a type starts with.
    private static IEnumerable<(ISymbol Member, IOperation Value)> Settings(IOperation operation) => operation switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment => [(target.Property, assignment.Value)],
        ISimpleAssignmentOperation { Target: IFieldReferenceOperation target } assignment => [(target.Field, assignment.Value)],
        IArgumentOperation { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter } argument => [(parameter, argument.Value)],
        IPropertyInitializerOperation initializer => initializer.InitializedProperties.Select(property => ((ISymbol)property, initializer.Value)),
        IFieldInitializerOperation initializer => initializer.InitializedFields.Select(field => ((ISymbol)field, initializer.Value)),
        _ => [],
    };

    private static void Check(OperationAnalysisContext context, ISymbol member, IOperation value, bool isVoucher, bool isStrict, ProjectPolicy policy)
    {
        if (Years(member, isVoucher, isStrict) is not { } years || IsReportedThere(value, isVoucher, isStrict)
            || (RetentionValue.Of(value, member.Name) ?? (SingleInitializer.Of(value, context.CancellationToken) is { } initial ? RetentionValue.Of(initial, member.Name) : null)) is not { Days: > 0 } period
            || period.Days >= years * 365 || IsForDevelopment(context.Operation))
        {
            return;
        }

        var isAccessLog = years < 5;
        policy.Report(context.ReportDiagnostic, Diagnostic.Create(
            Rule,
            value.Syntax.GetLocation(),
            ImmutableDictionary<string, string?>.Empty.Add(ReplacementProperty, period.Replacement(years)),
            member.Name,
            years,
            isAccessLog ? "safeguards notice art. 8(1)" : "Subsidy Act art. 25(3), where it is a subsidy",
            isAccessLog ? "안전성 확보조치 기준 제8조제1항" : "보조금인 경우 보조금법 제25조제3항"));
    }

    // LedgerDefaults.Retention is reported where it is set.
    private static bool IsReportedThere(IOperation value, bool isVoucher, bool isStrict) =>
        value is IMemberReferenceOperation { Member: { DeclaringSyntaxReferences.Length: > 0 } member } && Years(member, isVoucher, isStrict) is not null;

    private static int? Years(ISymbol member, bool isVoucher, bool isStrict)
    {
        // Asked of every argument: most names need not be split.
        if ((member.Name.IndexOf("retention", StringComparison.OrdinalIgnoreCase) < 0 && member.Name.IndexOf("보존", StringComparison.Ordinal) < 0)
            || !IdentifierTokens.Split(member.Name).Any(word => word == "retention" || word.StartsWith("보존", StringComparison.Ordinal)))
        {
            return null;
        }

        // What is kept, the type says or the member itself: LedgerOptions.Retention, Defaults.UsageLedgerRetention.
        var words = IdentifierTokens.Split(member.ContainingType?.Name ?? string.Empty).Concat(IdentifierTokens.Split(member.Name)).ToList();
        if (words.Any(word => word is "cache" or "session" or "cookie" or "metric" or "metrics" or "telemetry" or "trace" or "queue" or "debug" or "temp" or "development" or "dev" or "test"))
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
