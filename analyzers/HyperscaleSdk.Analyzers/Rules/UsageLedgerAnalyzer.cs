using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using HyperscaleSdk.Analyzers.Ai;
using HyperscaleSdk.Localization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Rules;

/// <summary>HSAI0003: a client that the code makes itself, without the usage ledger, is used for calls.</summary>
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
            "Voucher money has to be accounted for call by call. In projects with HyperscaleVoucher=true this is an error.",
            "바우처 사용액은 호출 단위로 정산되어야 합니다. HyperscaleVoucher=true인 프로젝트에서는 오류입니다."));

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
        if (AiTypes.Resolve(context.Compilation) is not { } types || options.IsTestProject || context.Compilation.AssemblyName is "HyperscaleSdk")
        {
            return;
        }

        var severity = options.IsVoucher ? DiagnosticSeverity.Error : DiagnosticSeverity.Info;
        var isVoucher = options.IsVoucher;
        context.RegisterSymbolStartAction(
            type =>
            {
                var uses = new ConcurrentBag<(ExpressionSyntax Creation, SyntaxNode Use)>();
                type.RegisterOperationAction(operation => VisitCall(operation, types, isVoucher, uses), OperationKind.Invocation);
                type.RegisterOperationAction(operation => VisitArgument(operation, types, uses), OperationKind.Argument);
                type.RegisterSymbolEndAction(end => Report(end, uses, severity));
            },
            SymbolKind.NamedType);
    }

    private static void VisitCall(OperationAnalysisContext context, AiTypes types, bool isVoucher, ConcurrentBag<(ExpressionSyntax Creation, SyntaxNode Use)> uses)
    {
        var invocation = (IInvocationOperation)context.Operation;
        var client = AiCall.TryCreate(invocation, types, out var call) ? call.Client
            : isVoucher && ProviderClients.IsCall(invocation) ? invocation.Instance
            : null;
        if (client?.SemanticModel is { } model)
        {
            Add(Missing(client.Syntax, model, types, context.CancellationToken), invocation.Syntax, uses);
        }
    }

    // Handed on as it is made: nobody in this type can add the ledger any more.
    private static void VisitArgument(OperationAnalysisContext context, AiTypes types, ConcurrentBag<(ExpressionSyntax Creation, SyntaxNode Use)> uses)
    {
        var argument = (IArgumentOperation)context.Operation;
        if (argument.Value is not { SemanticModel: { } model } value || value.Syntax is not ExpressionSyntax expression
            || !types.IsAiClient(Unconverted(value).Type) || IsStepOfAChain(argument, types) || HasLedgerAfterwards(expression))
        {
            return;
        }

        foreach (var creation in Missing(expression, model, types, context.CancellationToken))
        {
            Add([creation], creation, uses);
        }
    }

    private static List<ExpressionSyntax> Missing(SyntaxNode client, SemanticModel model, AiTypes types, CancellationToken cancellationToken)
    {
        var chain = ClientChain.Trace(client, model, types, cancellationToken);
        return chain.IsHarmless || chain.Has(ClientSteps.UsageLedger) ? [] : chain.Creations;
    }

    private static void Add(List<ExpressionSyntax> creations, SyntaxNode use, ConcurrentBag<(ExpressionSyntax Creation, SyntaxNode Use)> uses)
    {
        foreach (var creation in creations)
        {
            uses.Add((creation, use));
        }
    }

    private static IOperation Unconverted(IOperation operation) => operation is IConversionOperation conversion ? conversion.Operand : operation;

    private static bool IsStepOfAChain(IArgumentOperation argument, AiTypes types) => argument.Parent switch
    {
        IInvocationOperation invocation => invocation.Arguments.Length > 0 && ReferenceEquals(invocation.Arguments[0], argument) && invocation.TargetMethod.IsExtensionMethod
            || types.IsAiClient(invocation.Type),
        IObjectCreationOperation creation => types.IsAiClient(creation.Type) || creation.Type?.Name.EndsWith("Builder", System.StringComparison.Ordinal) == true,
        _ => false,
    };

    // services.AddChatClient(new ...).UseUsageLedger(...)
    private static bool HasLedgerAfterwards(ExpressionSyntax expression) =>
        expression.Ancestors().TakeWhile(node => node is not StatementSyntax and not MemberDeclarationSyntax)
            .OfType<InvocationExpressionSyntax>()
            .Any(call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: ClientSteps.UsageLedger });

    private static void Report(SymbolAnalysisContext context, ConcurrentBag<(ExpressionSyntax Creation, SyntaxNode Use)> uses, DiagnosticSeverity severity)
    {
        // One report per creation, at its first use: which one that is must not depend on the order of threads.
        foreach (var group in uses.GroupBy(use => use.Creation).OrderBy(group => group.Key.SyntaxTree.FilePath, System.StringComparer.Ordinal).ThenBy(group => group.Key.SpanStart))
        {
            var use = group.Select(item => item.Use).OrderBy(node => node.SpanStart).First();
            context.ReportDiagnostic(Diagnostic.Create(
                Rule, use.GetLocation(), severity, [group.Key.GetLocation()], ImmutableDictionary<string, string?>.Empty, NameOf(group.Key)));
        }
    }

    private static string NameOf(ExpressionSyntax creation) => creation switch
    {
        ObjectCreationExpressionSyntax { Type: var type } => type.ToString(),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name } } => name.Identifier.ValueText,
        _ => "new(...)",
    };
}
