using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using HyperscaleSdk.Analyzers.Ai;
using HyperscaleSdk.Analyzers.Policies;
using HyperscaleSdk.Localization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Rules;

/// <summary>HSAI0019: a reservation that is not settled on every way out, or a stream that is not ended.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UsageSettlementAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.UsageNotSettled,
        RuleCategories.UsageReporting,
        DiagnosticSeverity.Warning,
        new BilingualText("Usage not settled on failure, cancellation or stream end", "실패·취소·스트림 종료 시 사용량 미정산"),
        new BilingualText(
            "'{0}' {1}: the voucher's settlement is then wrong (Subsidy Management Act Art. 27)",
            "'{0}': {1}. 이 경우 바우처 정산이 틀려집니다(보조금법 제27조)"),
        new BilingualText(
            "A call that fails, is cancelled or breaks off may be billed as well. What was reserved has to be settled or released on every way out: in a finally block, or by await using.",
            "실패하거나 취소되거나 중단된 호출도 과금될 수 있습니다. 예약한 사용량은 finally나 await using으로 모든 경로에서 정산하거나 해제해야 합니다."));

    private static readonly BilingualText NotOnEveryWay = new("is not settled when the call fails or is cancelled", "호출이 실패하거나 취소되면 정산되지 않습니다");
    private static readonly BilingualText NotDisposed = new("is not disposed on every way out", "모든 경로에서 해제되지 않습니다");
    private static readonly BilingualText WithoutUsage = new("is settled without the usage that ends the stream", "스트림 끝의 사용량을 읽지 않고 정산됩니다");

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
        if (options.IsTestProject || AiTypes.Resolve(context.Compilation) is not { } types
            || context.Compilation.AssemblyName is "HyperscaleSdk" || context.Compilation.AssemblyName?.StartsWith("HyperscaleSdk.Usage", StringComparison.Ordinal) == true)
        {
            return;
        }

        var settlements = new Settlements(context.Compilation);
        var policy = ProjectPolicy.Load(context);
        context.RegisterOperationAction(operation => Visit(operation, types, settlements, policy), OperationKind.Invocation);
    }

    private static void Visit(OperationAnalysisContext context, AiTypes types, Settlements settlements, ProjectPolicy policy)
    {
        var invocation = (IInvocationOperation)context.Operation;
        if (Settlements.IsReservation(invocation) || settlements.OpensReservation(invocation))
        {
            VisitReservation(context, invocation, types, settlements, policy);
        }
        else if (invocation.TargetMethod.Name is "GetAsyncEnumerator" && IsModelStream(invocation.Instance, types)
            && Settlements.Variable(invocation) is { } enumerator && !Settlements.IsDisposed(enumerator))
        {
            Report(context, policy, invocation, enumerator.Identifier.ValueText, NotDisposed);
        }
    }

    private static void VisitReservation(OperationAnalysisContext context, IInvocationOperation reservation, AiTypes types, Settlements settlements, ProjectPolicy policy)
    {
        var member = Settlements.BodyOf(reservation.Syntax);
        if (Settlements.HasOwnLifetime(reservation))
        {
            if (Settlements.Variable(reservation) is { } variable && !Settlements.IsDisposed(variable))
            {
                Report(context, policy, reservation, variable.Identifier.ValueText, NotDisposed);
            }
            else if (Settlements.IsDropped(reservation))
            {
                Report(context, policy, reservation, reservation.TargetMethod.Name, NotDisposed);
            }

            return;
        }

        if (!ClientSteps.IsLedger(ClientExpressions.Receiver(reservation)?.Type) || member is null || settlements.IsSettledByOthers(reservation, context.ContainingSymbol))
        {
            return;
        }

        if (!settlements.IsSettledOnEveryWay(reservation.Syntax, member, context.CancellationToken))
        {
            Report(context, policy, reservation, "ReserveAsync", NotOnEveryWay);
        }
        else if (StreamWithoutUsage(member, reservation.SemanticModel!, types, context.CancellationToken) is { } stream)
        {
            Report(context, policy, stream, stream.TargetMethod.Name, WithoutUsage);
        }
    }

    private static IInvocationOperation? StreamWithoutUsage(SyntaxNode member, SemanticModel model, AiTypes types, CancellationToken cancellationToken)
    {
        // In "OutputTokens = text.Length / 2" the name is what is written, not what is read. An estimate that says so is accepted.
        if (member.DescendantNodes().OfType<SimpleNameSyntax>().Any(name => IsUsageName(name.Identifier.ValueText)
            && (name.Identifier.ValueText is "EstimatedOutputTokens" || name.Parent is not AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment || assignment.Left != name)))
        {
            return null;
        }

        return member.DescendantNodes().OfType<ForEachStatementSyntax>().Where(each => each.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword))
            .SelectMany(each => each.Expression.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>())
            .Select(call => model.GetOperation(call, cancellationToken) as IInvocationOperation)
            .FirstOrDefault(call => call is not null && IsModelStream(call, types));
    }

    private static bool IsUsageName(string name) =>
        name is "Usage" or "UsageContent" or "UsageDetails" or "ToChatResponse" or "ToChatResponseAsync" or "InputTokenCount" or "OutputTokenCount" or "TotalTokenCount" or "InputTokens" or "OutputTokens" or "EstimatedOutputTokens";

    private static bool IsModelStream(IOperation? operation, AiTypes types)
    {
        var value = operation is IConversionOperation conversion ? conversion.Operand : operation;
        return value is IInvocationOperation call && (
            (AiCall.TryCreate(call, types, out _) && call.Type?.Name is "IAsyncEnumerable")
            || (call.TargetMethod.Name is "WithCancellation" or "ConfigureAwait" && IsModelStream(ClientExpressions.Receiver(call), types)));
    }

    private static void Report(OperationAnalysisContext context, ProjectPolicy policy, IInvocationOperation call, string name, BilingualText what) =>
        policy.Report(context.ReportDiagnostic, Diagnostic.Create(Rule, call.Syntax.GetLocation(), name, what));
}
