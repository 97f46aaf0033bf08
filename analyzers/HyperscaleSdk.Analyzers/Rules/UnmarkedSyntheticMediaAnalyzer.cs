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

/// <summary>HSAI0013: a picture, voice or video that a model made leaves the service without a mark that people notice.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnmarkedSyntheticMediaAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.UnmarkedSyntheticMedia,
        RuleCategories.Transparency,
        DiagnosticSeverity.Error,
        new BilingualText("Synthetic media without a perceivable mark", "딥페이크 표시 누락"),
        new BilingualText(
            "What a model painted or spoke leaves through '{0}' without a mark that people notice (AI Basic Act Art. 31(3), in force since 2026-01-22): draw or speak one with MarkSynthetic(...)",
            "모델이 만든 이미지·음성·영상이 사람이 알아볼 표시 없이 '{0}'(으)로 나갑니다(인공지능기본법 제31조제3항, 2026-01-22 시행): MarkSynthetic(...)으로 표시를 넣으십시오"),
        new BilingualText(
            "Sounds, pictures and videos that are hard to tell from real ones have to be marked so that users clearly recognise them. Metadata is not enough.",
            "실제와 구분하기 어려운 음향·이미지·영상은 이용자가 명확하게 인식할 수 있도록 표시해야 합니다. 메타데이터만으로는 부족합니다."));

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
            if (options.IsService && !options.IsTestProject && AiTypes.Resolve(start.Compilation) is { } types)
            {
                var policy = ProjectPolicy.Load(start);
                start.RegisterOperationAction(operation => VisitInvocation(operation, types, policy), OperationKind.Invocation);
                start.RegisterOperationAction(operation => VisitReturn(operation, types, policy), OperationKind.Return, OperationKind.YieldReturn);
            }
        });
    }

    private static void VisitInvocation(OperationAnalysisContext context, AiTypes types, ProjectPolicy policy)
    {
        var invocation = (IInvocationOperation)context.Operation;
        foreach (var value in MediaExports.ValuesOf(invocation))
        {
            Check(context, value, invocation.TargetMethod.Name, types, policy);
        }

        if (WebResults.IsRoute(invocation.TargetMethod) && WebResults.HandlerOf(invocation, context.CancellationToken) is { } handler)
        {
            foreach (var result in OutputTracer.ResultsOf(handler))
            {
                Check(context, result, invocation.TargetMethod.Name, types, policy);
            }
        }
    }

    private static void VisitReturn(OperationAnalysisContext context, AiTypes types, ProjectPolicy policy)
    {
        if (((IReturnOperation)context.Operation).ReturnedValue is { } value && WebResults.IsAction(context.ContainingSymbol) && !OutputTracer.IsInFunction(context.Operation))
        {
            Check(context, value, context.ContainingSymbol.Name, types, policy);
        }
    }

    private static void Check(OperationAnalysisContext context, IOperation value, string place, AiTypes types, ProjectPolicy policy)
    {
        if (new OutputTracer(types, MarkPolicy.Instance, context.CancellationToken).Trace(value).HasFlag(OutputForms.Media) && !IsDeclared(context.ContainingSymbol))
        {
            policy.Report(context.ReportDiagnostic, Diagnostic.Create(Rule, value.Syntax.GetLocation(), place));
        }
    }

    // A work of art may be marked in a way that does not spoil it; the interface may show the mark.
    private static bool IsDeclared(ISymbol symbol)
    {
        for (var current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
        {
            if (LabelPolicy.IsMarked(current) || current.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "ArtisticWorkAttribute" or "CreativeWorkAttribute"))
            {
                return true;
            }
        }

        return false;
    }
}
