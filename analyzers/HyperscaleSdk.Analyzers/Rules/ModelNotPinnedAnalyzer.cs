using System;
using System.Collections.Immutable;
using HyperscaleSdk.Analyzers.Ai;
using HyperscaleSdk.Localization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Rules;

/// <summary>HSAI0022: a voucher's calls name their model by an alias, whose model and price change without notice.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ModelNotPinnedAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.ModelNotPinned,
        RuleCategories.UsageReporting,
        DiagnosticSeverity.Warning,
        new BilingualText("Model not pinned in a voucher project", "바우처 프로젝트에서 모델 미고정"),
        new BilingualText(
            "'{0}' is an alias: the model behind it and its price can change during the voucher; name the version that the agreement names",
            "'{0}'은(는) 별칭이라 바우처 기간에 모델과 단가가 바뀔 수 있습니다. 협약에 적힌 버전을 지정하십시오"),
        new BilingualText(
            "Usage is settled by model and dated price. An alias such as 'latest' says neither which model answered nor what it cost.",
            "사용 실적은 모델과 기준일 단가로 정산합니다. 'latest' 같은 별칭으로는 어떤 모델이 얼마에 응답했는지 알 수 없습니다."));

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
            if (options.IsVoucher && !options.IsTestProject && AiTypes.Resolve(start.Compilation) is not null)
            {
                start.RegisterOperationAction(Assigned, OperationKind.SimpleAssignment);
                start.RegisterOperationAction(Given, OperationKind.Argument);
            }
        });
    }

    private static void Assigned(OperationAnalysisContext context)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation { Property: { Name: "ModelId" or "Model" or "DefaultModelId" or "DeploymentName" } property } && IsOfAi(property.ContainingType))
        {
            Check(context, assignment.Value);
        }
    }

    private static void Given(OperationAnalysisContext context)
    {
        var argument = (IArgumentOperation)context.Operation;
        if (argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { Name: "model" or "modelId" or "defaultModelId" } parameter }
            && (IsOfAi(parameter.ContainingType) || ProviderClients.Contains(parameter.ContainingType)))
        {
            Check(context, argument.Value);
        }
    }

    private static bool IsOfAi(INamedTypeSymbol? type)
    {
        var name = type?.ContainingNamespace?.ToDisplayString() ?? string.Empty;
        return name is "Microsoft.Extensions.AI" or "HyperscaleSdk" || name.StartsWith("HyperscaleSdk.", StringComparison.Ordinal)
            || name.StartsWith("OpenAI", StringComparison.Ordinal) || name.StartsWith("Anthropic", StringComparison.Ordinal)
            || name.StartsWith("Azure.AI", StringComparison.Ordinal) || ProviderClients.Contains(type);
    }

    private static void Check(OperationAnalysisContext context, IOperation value)
    {
        if (value.ConstantValue is { HasValue: true, Value: string model } && IsAlias(model.Trim()))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, value.Syntax.GetLocation(), model));
        }
    }

    private static bool IsAlias(string model) =>
        model.Equals("latest", StringComparison.OrdinalIgnoreCase) || model.Equals("default", StringComparison.OrdinalIgnoreCase) || model.Equals("auto", StringComparison.OrdinalIgnoreCase)
        || model.EndsWith("-latest", StringComparison.OrdinalIgnoreCase) || model.EndsWith(":latest", StringComparison.OrdinalIgnoreCase) || model.EndsWith("/latest", StringComparison.OrdinalIgnoreCase);
}
