using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using HyperscaleSdk.Analyzers.Ai;
using HyperscaleSdk.Analyzers.Policies;
using HyperscaleSdk.Localization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace HyperscaleSdk.Analyzers.Rules;

/// <summary>HSAI0015: a client under the ledger of a voucher project has no budget.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class VoucherBudgetAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.VoucherWithoutBudget,
        RuleCategories.UsageReporting,
        DiagnosticSeverity.Warning,
        new BilingualText("Voucher call without a budget guard", "바우처 예산 확인 없음"),
        new BilingualText(
            "'{0}' spends voucher money without UseVoucherBudget(...): nothing stops the calls when the voucher is used up (agreement; Subsidy Management Act Art. 30, 31, 34)",
            "'{0}'에 UseVoucherBudget(...)가 없어 바우처가 소진되어도 호출이 멈추지 않습니다(협약, 보조금법 제30조·제31조·제34조)"),
        new BilingualText(
            "What is spent beyond the voucher or for another purpose has to be paid back. A budget reserves before a call is sent, also when many calls run at once.",
            "바우처를 넘거나 목적 외로 쓴 금액은 반환 대상입니다. 예산은 호출을 보내기 전에 예약되며, 여러 호출이 동시에 실행되어도 마찬가지입니다."));

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
        if (!options.IsVoucher || options.IsTestProject || AiTypes.Resolve(context.Compilation) is not { } types || context.Compilation.AssemblyName is "HyperscaleSdk")
        {
            return;
        }

        // A client without the ledger is HSAI0003's: a budget counts what the ledger reserves.
        var graph = ClientGraph.Of(context.Compilation);
        var gaps = new UsageGaps(graph, isVoucher: true, ClientMarks.UsageLedger, ClientMarks.VoucherBudget);
        var policy = ProjectPolicy.Load(context);
        var reported = new ConcurrentDictionary<(string Path, TextSpan Span), bool>();
        context.RegisterSymbolStartAction(
            type =>
            {
                var found = new ConcurrentBag<UsageGap>();
                type.RegisterOperationAction(operation => VisitCall(operation, graph, gaps, found, policy), OperationKind.Invocation);
                type.RegisterSymbolEndAction(end => Report(end, gaps, found, reported, policy));
            },
            SymbolKind.NamedType);
    }

    private static void VisitCall(OperationAnalysisContext context, ClientGraph graph, UsageGaps gaps, ConcurrentBag<UsageGap> found, ProjectPolicy policy)
    {
        var invocation = (IInvocationOperation)context.Operation;
        if (gaps.ClientOf(invocation) is { } client)
        {
            foreach (var gap in gaps.Of(client, invocation.Syntax, context.CancellationToken))
            {
                found.Add(gap);
            }
        }
        else if (graph.Registrations.TryCreate(invocation, context.CancellationToken) is { } registration && gaps.Of(registration, context.CancellationToken) is { IsOpen: false } gap)
        {
            Report(context.ReportDiagnostic, policy, gap, registration.Name.GetLocation());
        }
    }

    private static void Report(SymbolAnalysisContext context, UsageGaps gaps, ConcurrentBag<UsageGap> found, ConcurrentDictionary<(string Path, TextSpan Span), bool> reported, ProjectPolicy policy)
    {
        foreach (var group in found.Where(gap => !gap.IsOpen).GroupBy(gap => gap.Origin))
        {
            var first = group.OrderBy(gap => gap.IsElsewhere).ThenBy(gap => gap.Use.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(gap => gap.Use.SpanStart).First();
            if (!first.IsElsewhere)
            {
                Report(context.ReportDiagnostic, policy, first, first.Use.GetLocation());
            }
            else if (!gaps.IsUsedWhereMade(group.Key, context.CancellationToken) && reported.TryAdd((group.Key.Syntax.SyntaxTree.FilePath, group.Key.Syntax.Span), true))
            {
                Report(context.ReportDiagnostic, policy, first, group.Key.Syntax.GetLocation());
            }
        }
    }

    private static void Report(Action<Diagnostic> report, ProjectPolicy policy, UsageGap gap, Location location) =>
        policy.Report(report, Diagnostic.Create(Rule, location, [gap.Origin.Syntax.GetLocation()], gap.Origin.Name));
}
