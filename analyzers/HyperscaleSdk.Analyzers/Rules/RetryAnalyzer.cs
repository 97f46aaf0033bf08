using System;
using System.Collections.Immutable;
using System.Linq;
using HyperscaleSdk.Analyzers.Ai;
using HyperscaleSdk.Analyzers.Policies;
using HyperscaleSdk.Localization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Rules;

/// <summary>HSAI0021: a model call that may have been billed is sent again, and nothing tells the supplier that it is the same one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RetryAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.RetryDoubleCharge,
        RuleCategories.Reliability,
        DiagnosticSeverity.Warning,
        new BilingualText("A retry can be charged twice", "재시도로 중복 과금"),
        new BilingualText(
            "'{0}' is sent again after a failure that may have been billed: give the attempts one request id, or retry only what was never sent (accuracy of the settlement, Subsidy Management Act Art. 27)",
            "이미 과금되었을 수 있는 실패 뒤에 '{0}' 호출을 다시 보냅니다: 시도마다 같은 요청 ID를 붙이거나 전송 전의 실패만 재시도하십시오(정산 정확성, 보조금법 제27조)"),
        new BilingualText(
            "A timeout or a broken stream does not say that the supplier did no work. HyperscaleSdk retries by itself, before the first byte of the answer, with a row for each attempt.",
            "시간 초과나 끊긴 스트림은 공급기업이 처리하지 않았다는 뜻이 아닙니다. HyperscaleSdk는 응답의 첫 바이트 전까지만 스스로 재시도하고 시도마다 원장에 남깁니다."));

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
        if (options.IsTestProject || (AiTypes.Resolve(context.Compilation) is null && !options.IsVoucher) || context.Compilation.AssemblyName is "HyperscaleSdk")
        {
            return;
        }

        var types = AiTypes.ResolveOrEmpty(context.Compilation);
        var http = new HttpModelCalls(ClientGraph.Of(context.Compilation));
        var policy = ProjectPolicy.Load(context);
        context.RegisterOperationAction(operation => Visit(operation, types, http, policy), OperationKind.Invocation);
    }

    private static void Visit(OperationAnalysisContext context, AiTypes types, HttpModelCalls http, ProjectPolicy policy)
    {
        var invocation = (IInvocationOperation)context.Operation;
        if (http.RepeatedBy(invocation, context.CancellationToken) is { } handler)
        {
            policy.Report(context.ReportDiagnostic, Diagnostic.Create(Rule, handler.GetLocation(), invocation.TargetMethod.Name));
            return;
        }

        if (!MayBeModelCall(invocation) || !IsRepeated(invocation, context) || !IsModelCall(invocation, types, http, context, out var name) || HasRequestId(invocation.Syntax))
        {
            return;
        }

        policy.Report(context.ReportDiagnostic, Diagnostic.Create(Rule, invocation.Syntax.GetLocation(), name));
    }

    // By its name or its type of result: what repeats a call is sought in the code around it, which takes longer.
    private static bool MayBeModelCall(IInvocationOperation invocation) =>
        invocation.TargetMethod is var method
        && (method.ReturnType.Name is "Task" or "ValueTask" or "IAsyncEnumerable" || method.Name is "Send" or "GetResponseAsync" or "GetStreamingResponseAsync" || ProviderClients.IsCallName(method.Name));

    private static bool IsModelCall(IInvocationOperation invocation, AiTypes types, HttpModelCalls http, OperationAnalysisContext context, out string name)
    {
        name = $"{invocation.TargetMethod.ContainingType.Name}.{invocation.TargetMethod.Name}";
        return AiCall.TryCreate(invocation, types, out _) || ProviderClients.IsCall(invocation) || http.HostOf(invocation, context.CancellationToken) is not null;
    }

    private static bool IsRepeated(IInvocationOperation call, OperationAnalysisContext context)
    {
        SyntaxNode inner = call.Syntax;
        for (var node = call.Syntax.Parent; node is not null and not MemberDeclarationSyntax; inner = node, node = node.Parent)
        {
            switch (node)
            {
                case AnonymousFunctionExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax executed } }
                    when IsPipeline(executed, call.SemanticModel!, context):
                    return true;
                case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax:
                    return false;
                case TryStatementSyntax attempt when attempt.Block == inner && attempt.Catches.Any(clause => Repeats(clause, attempt, call)):
                    return true;
            }
        }

        return false;
    }

    /// <summary>The clauses that swallow a failure of the call and so send it again; none of a pipeline around it.</summary>
    internal static System.Collections.Generic.IEnumerable<CatchClauseSyntax> RepeatingClauses(IInvocationOperation call)
    {
        SyntaxNode inner = call.Syntax;
        for (var node = call.Syntax.Parent; node is not null and not (MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax); inner = node, node = node.Parent)
        {
            foreach (var clause in node is TryStatementSyntax attempt && attempt.Block == inner ? attempt.Catches.Where(clause => Repeats(clause, attempt, call)) : [])
            {
                yield return clause;
            }
        }
    }

    // pipeline.ExecuteAsync(token => chat.GetResponseAsync(...)) of Polly, or a helper of the project whose name says that it retries.
    private static bool IsPipeline(InvocationExpressionSyntax executed, SemanticModel model, OperationAnalysisContext context)
    {
        if (model.GetSymbolInfo(executed, context.CancellationToken).Symbol is not IMethodSymbol method)
        {
            return false;
        }

        var type = method.ContainingType;
        var isPolly = type.ContainingNamespace.ToDisplayString().StartsWith("Polly", StringComparison.Ordinal)
            && type.Name.IndexOf("CircuitBreaker", StringComparison.Ordinal) < 0 && type.Name.IndexOf("Timeout", StringComparison.Ordinal) < 0;
        return (isPolly && method.Name.StartsWith("Execute", StringComparison.Ordinal) && RetryPipelines.MayRepeat(executed, model, context.CancellationToken)) || HasRetryWord(method.Name) || (HasRetryWord(type.Name) && method.Name.StartsWith("Execute", StringComparison.Ordinal));
    }

    private static bool HasRetryWord(string name) => name.IndexOf("Retry", StringComparison.Ordinal) >= 0 || name.IndexOf("Retries", StringComparison.Ordinal) >= 0;

    // The clause swallows the failure and a loop around it sends again, or it sends again itself.
    private static bool Repeats(CatchClauseSyntax clause, TryStatementSyntax attempt, IInvocationOperation call)
    {
        if (IsNeverBilled(clause))
        {
            return false;
        }

        var loop = attempt.Ancestors().TakeWhile(node => node is not (MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .FirstOrDefault(node => node is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax);
        if (loop is not null && !LeavesAlways(clause.Block) && IsAttemptLoop(loop, attempt))
        {
            return true;
        }

        if (clause.Block.DescendantNodes().OfType<GotoStatementSyntax>().Any(jump => jump.Expression is IdentifierNameSyntax label && IsBefore(label, attempt)))
        {
            return true;
        }

        var method = attempt.FirstAncestorOrSelf<MethodDeclarationSyntax>();
        return clause.Block.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(again =>
            SourceIndex.NameOf(again.Expression) is { } name
            && ((name == call.TargetMethod.Name && IsSameReceiver(again, call)) || (method is not null && name == method.Identifier.ValueText)));
    }

    private static bool IsBefore(IdentifierNameSyntax label, TryStatementSyntax attempt) =>
        attempt.Ancestors().TakeWhile(node => node is (not MemberDeclarationSyntax) or GlobalStatementSyntax).SelectMany(node => node.DescendantNodesAndSelf()).OfType<LabeledStatementSyntax>()
            .Any(target => target.Identifier.ValueText == label.Identifier.ValueText && target.SpanStart <= attempt.SpanStart);

    // Another client after a failure is a fallback; the first one may have been billed all the same, but it is no retry of that supplier.
    private static bool IsSameReceiver(InvocationExpressionSyntax again, IInvocationOperation call) =>
        again.Expression is MemberAccessExpressionSyntax { Expression: var second } && (call.Syntax as InvocationExpressionSyntax)?.Expression is MemberAccessExpressionSyntax { Expression: var first }
        && SyntaxFactory.AreEquivalent(first, second);

    // A loop over work items sends each one once: a loop of attempts is left when an attempt succeeds.
    private static bool IsAttemptLoop(SyntaxNode loop, TryStatementSyntax attempt)
    {
        var leavesOnSuccess = attempt.Block.DescendantNodes().Any(node => node is ReturnStatementSyntax or BreakStatementSyntax)
            || StatementsAfter(attempt).Any(statement => statement is ReturnStatementSyntax or BreakStatementSyntax);
        var condition = loop switch
        {
            WhileStatementSyntax statement => statement.Condition,
            DoStatementSyntax statement => statement.Condition,
            ForStatementSyntax statement => statement.Condition,
            _ => null,
        };
        var words = (condition?.ToString() ?? string.Empty) + ((loop as ForStatementSyntax)?.Declaration?.ToString() ?? string.Empty);
        return leavesOnSuccess || words.IndexOf("attempt", StringComparison.OrdinalIgnoreCase) >= 0 || words.IndexOf("retr", StringComparison.OrdinalIgnoreCase) >= 0
            || words.IndexOf("tries", StringComparison.OrdinalIgnoreCase) >= 0;
    }

    private static System.Collections.Generic.IEnumerable<StatementSyntax> StatementsAfter(TryStatementSyntax attempt) =>
        attempt.Parent is BlockSyntax block ? block.Statements.SkipWhile(statement => statement != attempt).Skip(1) : [];

    private static bool LeavesAlways(BlockSyntax block) =>
        block.Statements.LastOrDefault() is ThrowStatementSyntax or ReturnStatementSyntax or BreakStatementSyntax;

    // Refused before any work was done, or never sent.
    private static bool IsNeverBilled(CatchClauseSyntax clause)
    {
        var type = clause.Declaration?.Type.ToString() ?? string.Empty;
        var filter = clause.Filter?.ToString() ?? string.Empty;
        return RetryPipelines.IsNeverBilled(type)
            || filter.IndexOf("429", StringComparison.Ordinal) >= 0 || filter.IndexOf("TooManyRequests", StringComparison.Ordinal) >= 0
            || filter.IndexOf("RateLimit", StringComparison.Ordinal) >= 0 || filter.IndexOf("ConnectionError", StringComparison.Ordinal) >= 0
            || filter.IndexOf("NameResolutionError", StringComparison.Ordinal) >= 0;
    }

    private static bool HasRequestId(SyntaxNode call)
    {
        var type = call.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        return type is not null && type.DescendantTokens().Any(token => token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.IdentifierToken)
            ? IsRequestIdWord(token.ValueText) : false);
    }

    private static bool IsRequestIdWord(string word)
    {
        var plain = word.Replace("-", string.Empty).Replace("_", string.Empty);
        return plain.IndexOf("idempoten", StringComparison.OrdinalIgnoreCase) >= 0 || plain.IndexOf("requestid", StringComparison.OrdinalIgnoreCase) >= 0
            || plain.IndexOf("dedup", StringComparison.OrdinalIgnoreCase) >= 0;
    }
}
