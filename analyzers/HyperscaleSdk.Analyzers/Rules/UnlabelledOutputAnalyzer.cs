using System;
using System.Collections.Immutable;
using System.Linq;
using HyperscaleSdk.Analyzers.Ai;
using HyperscaleSdk.Analyzers.Output;
using HyperscaleSdk.Analyzers.Policies;
using HyperscaleSdk.Localization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Rules;

/// <summary>HSAI0011: a service hands out what a model wrote without saying that AI made it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnlabelledOutputAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.UnlabelledOutput,
        RuleCategories.Transparency,
        DiagnosticSeverity.Warning,
        new BilingualText("AI output returned without a label", "생성 결과물 AI 표시 누락"),
        new BilingualText(
            "'{0}' hands out a model's output without a label (AI Basic Act Art. 31(2), in force since 2026-01-22): return AiGenerated<T> or add a label",
            "'{0}'에서 모델의 결과물을 AI 표시 없이 내보냅니다(인공지능기본법 제31조제2항, 2026-01-22 시행): AiGenerated<T>로 반환하거나 표시를 더하십시오"),
        new BilingualText(
            "Who offers generative AI to users has to mark its results as made by AI. Internal use is exempt; set HyperscaleRole=Service where people outside the organisation use the product.",
            "생성형 인공지능을 이용자에게 제공하는 사업자는 결과물이 AI가 만든 것임을 표시해야 합니다. 내부 업무용은 예외이며, 외부 이용자가 쓰는 제품은 HyperscaleRole=Service로 설정합니다."));

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            var options = new ProjectOptions(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
            if (!options.IsService || options.IsTestProject || AiTypes.Resolve(start.Compilation) is not { } types || LabelPolicy.IsMarked(start.Compilation.Assembly))
            {
                return;
            }

            var policy = ProjectPolicy.Load(start);
            var middleware = new LabelMiddleware(start.Compilation);
            start.RegisterOperationAction(operation => VisitInvocation(operation, types, middleware, policy), OperationKind.Invocation);
            start.RegisterOperationAction(operation => VisitReturn(operation, types, middleware, policy), OperationKind.Return, OperationKind.YieldReturn);
        });
    }

    private static void VisitInvocation(OperationAnalysisContext context, AiTypes types, LabelMiddleware middleware, ProjectPolicy policy)
    {
        var invocation = (IInvocationOperation)context.Operation;
        var method = invocation.TargetMethod;
        if (WebResults.IsFactory(method))
        {
            VisitArguments(context, invocation, types, middleware, policy);
        }
        else if (WebResults.IsWriter(method))
        {
            if (!LabelPolicy.IsLabelledInMethod(invocation, streams: !WebResults.IsExport(method)))
            {
                VisitArguments(context, invocation, types, middleware, policy, first: WebResults.IsPieceOfExport(method) ? 0 : 1);
            }
        }
        else if (WebResults.IsRoute(method) && !IsLabelledAfterwards(invocation) && WebResults.HandlerOf(invocation, context.CancellationToken) is { } handler)
        {
            foreach (var result in OutputTracer.ResultsOf(handler))
            {
                Check(context, result, $"{method.Name}", types, middleware, policy);
            }
        }
    }

    private static void VisitArguments(OperationAnalysisContext context, IInvocationOperation invocation, AiTypes types, LabelMiddleware middleware, ProjectPolicy policy, int first = 0)
    {
        foreach (var argument in invocation.Arguments)
        {
            // A path or content type is no output; what else stands first is the receiver of an extension.
            if (argument is { ArgumentKind: not ArgumentKind.DefaultValue, Parameter: { } parameter } && parameter.Ordinal >= first
                && parameter.Name is not ("path" or "contentType" or "fileDownloadName" or "statusCode" or "uri" or "routeName" or "method"))
            {
                Check(context, argument.Value, invocation.TargetMethod.Name, types, middleware, policy);
            }
        }
    }

    private static void VisitReturn(OperationAnalysisContext context, AiTypes types, LabelMiddleware middleware, ProjectPolicy policy)
    {
        var result = (IReturnOperation)context.Operation;
        if (result.ReturnedValue is { } value && WebResults.IsAction(context.ContainingSymbol) && !OutputTracer.IsInFunction(result))
        {
            Check(context, value, context.ContainingSymbol.Name, types, middleware, policy);
        }
    }

    private static void Check(OperationAnalysisContext context, IOperation value, string place, AiTypes types, LabelMiddleware middleware, ProjectPolicy policy)
    {
        var form = new OutputTracer(types, LabelPolicy.Instance, context.CancellationToken).Trace(value);
        if ((form & (OutputForms.Text | OutputForms.Typed)) == OutputForms.None
            || LabelPolicy.IsLabelledInMethod(value, streams: IsStream(value)) || IsMarked(context.ContainingSymbol) || middleware.IsUsed)
        {
            return;
        }

        policy.Report(context.ReportDiagnostic, Diagnostic.Create(Rule, value.Syntax.GetLocation(), place));
    }

    private static bool IsStream(IOperation value) => value.Parent is { Kind: OperationKind.YieldReturn } || value.Type?.Name is "IAsyncEnumerable";

    private static bool IsMarked(ISymbol symbol)
    {
        for (var current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
        {
            if (LabelPolicy.IsMarked(current))
            {
                return true;
            }
        }

        return false;
    }

    // app.MapPost(...).WithAiLabel(), .AddEndpointFilter<AiLabelFilter>()
    private static bool IsLabelledAfterwards(IInvocationOperation route)
    {
        for (IOperation? current = route.Parent; current is not null; current = current.Parent)
        {
            if (current is IInvocationOperation { TargetMethod: var method } && (IsLabel(method.Name) || method.TypeArguments.Any(argument => IsLabel(argument.Name))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLabel(string name) => name.IndexOf("AiLabel", StringComparison.Ordinal) >= 0;
}
