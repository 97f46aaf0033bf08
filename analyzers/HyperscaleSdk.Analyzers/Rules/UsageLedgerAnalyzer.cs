using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using HyperscaleSdk.Analyzers.Ai;
using HyperscaleSdk.Analyzers.Policies;
using HyperscaleSdk.Localization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace HyperscaleSdk.Analyzers.Rules;

/// <summary>HSAI0003: a client that the assembly makes itself, without the usage ledger, is used for calls.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UsageLedgerAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.CallBypassesUsageLedger,
        RuleCategories.UsageReporting,

        // Lowered to Info outside voucher projects. The other way round would not work: a command-line build does not
        // run analyzers whose rules are all Info by default.
        DiagnosticSeverity.Error,
        new BilingualText("AI call bypasses the usage ledger", "사용량 원장을 거치지 않는 AI 호출"),
        new BilingualText(
            "'{0}' is used without UseUsageLedger(...): what it costs is missing from the voucher's usage report",
            "'{0}'에 UseUsageLedger(...)가 없어 이 호출의 사용량이 바우처 사용 실적에서 빠집니다"),
        new BilingualText(
            "Voucher money has to be accounted for call by call (agreement of the programme; Subsidy Management Act Art. 25(1), 27 and 34 where it is a subsidy). In projects with HyperscaleVoucher=true this is an error.",
            "바우처 사용액은 호출 단위로 정산되어야 합니다(사업 협약, 보조금인 경우 보조금법 제25조제1항·제27조·제34조). HyperscaleVoucher=true인 프로젝트에서는 오류입니다."));

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
        if ((AiTypes.Resolve(context.Compilation) is null && !options.IsVoucher) || options.IsTestProject || IsLedgersOwn(context.Compilation))
        {
            return;
        }

        var graph = ClientGraph.Of(context.Compilation);
        var rule = new Reporter(graph, ProjectPolicy.Load(context), options.IsVoucher);
        context.RegisterSymbolStartAction(
            type =>
            {
                var gaps = new ConcurrentBag<UsageGap>();
                type.RegisterOperationAction(operation => rule.VisitCall(operation, gaps), OperationKind.Invocation);
                type.RegisterOperationAction(operation => rule.VisitArgument(operation, gaps), OperationKind.Argument);
                type.RegisterSymbolEndAction(end => rule.Report(end, gaps));
            },
            SymbolKind.NamedType);
    }

    private static bool IsLedgersOwn(Compilation compilation) =>
        compilation.AssemblyName is { } name && (name is "HyperscaleSdk" || name.StartsWith("HyperscaleSdk.Usage", StringComparison.Ordinal));

    private sealed class Reporter(ClientGraph graph, ProjectPolicy policy, bool isVoucher)
    {
        private readonly ProjectPolicy _policy = policy;
        private readonly ClientGraph _graph = graph;
        private readonly bool _isVoucher = isVoucher;
        private readonly UsageGaps _gaps = new(graph, isVoucher, ClientMarks.None, ClientMarks.UsageLedger);
        private readonly HttpModelCalls _http = new(graph);
        private readonly ConcurrentDictionary<(string Path, TextSpan Span), bool> _reported = new();

        public void VisitCall(OperationAnalysisContext context, ConcurrentBag<UsageGap> gaps)
        {
            var invocation = (IInvocationOperation)context.Operation;
            var token = context.CancellationToken;
            if (_gaps.ClientOf(invocation) is { } client)
            {
                foreach (var gap in _gaps.Of(client, invocation.Syntax, token))
                {
                    gaps.Add(gap);
                }
            }
            else if (_graph.Registrations.TryCreate(invocation, token) is { } registration && _gaps.Of(registration, token) is { } gap)
            {
                Report(context.ReportDiagnostic, gap, registration.Name.GetLocation(), gap.Origin.Name);
            }
            else if (_http.HostOf(invocation, token) is { } host && !KeepsBooks(context, invocation))
            {
                _policy.Report(context.ReportDiagnostic, Diagnostic.Create(
                    Rule, invocation.Syntax.GetLocation(), Severity(isOpen: false), [], ImmutableDictionary<string, string?>.Empty, $"HttpClient ({host})"));
            }
        }

        public void VisitArgument(OperationAnalysisContext context, ConcurrentBag<UsageGap> gaps)
        {
            foreach (var gap in _gaps.OfArgument((IArgumentOperation)context.Operation, context.CancellationToken))
            {
                gaps.Add(gap);
            }
        }

        public void Report(SymbolAnalysisContext context, ConcurrentBag<UsageGap> gaps)
        {
            // One report per creation, at its first use: which one that is must not depend on the order of threads.
            foreach (var group in gaps.GroupBy(gap => gap.Origin).OrderBy(group => group.Key.Syntax.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(group => group.Key.Syntax.SpanStart))
            {
                var first = group.OrderBy(gap => gap.IsElsewhere).ThenBy(gap => gap.IsOpen).ThenBy(gap => gap.Use.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(gap => gap.Use.SpanStart).First();
                if (!first.IsElsewhere && first.Use.Span != group.Key.Syntax.Span)
                {
                    Report(context.ReportDiagnostic, first, first.Use.GetLocation(), group.Key.Name);
                }
                else if (!_gaps.IsUsedWhereMade(group.Key, context.CancellationToken)
                    && _reported.TryAdd((group.Key.Syntax.SyntaxTree.FilePath, group.Key.Syntax.Span), true))
                {
                    Report(context.ReportDiagnostic, first, group.Key.Syntax.GetLocation(), group.Key.Name);
                }
            }
        }

        private void Report(Action<Diagnostic> report, UsageGap gap, Location location, string name) =>
            _policy.Report(report, Diagnostic.Create(
                Rule, location, Severity(gap.IsOpen), [gap.Origin.Syntax.GetLocation()], ImmutableDictionary<string, string?>.Empty, name));

        private DiagnosticSeverity Severity(bool isOpen) =>
            !_isVoucher ? DiagnosticSeverity.Info : isOpen ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error;

        // A class that is handed a ledger, or a method that writes to one, accounts for the request itself.
        private static bool KeepsBooks(OperationAnalysisContext context, IInvocationOperation invocation) =>
            (context.ContainingSymbol.ContainingType is { } type && ClientSteps.TakesLedger(type))
            || (invocation.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member && Mentions(member, "SettleAsync", context.CancellationToken));

        private static bool Mentions(SyntaxNode node, string name, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return node.DescendantNodes().OfType<SimpleNameSyntax>().Any(simple => simple.Identifier.ValueText == name);
        }
    }
}
