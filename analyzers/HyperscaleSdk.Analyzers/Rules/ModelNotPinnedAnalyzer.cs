using System;
using System.Collections.Immutable;
using System.Linq;
using HyperscaleSdk.Analyzers.Ai;
using HyperscaleSdk.Analyzers.Policies;
using HyperscaleSdk.Analyzers.Usage;
using HyperscaleSdk.Localization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Rules;

/// <summary>HSAI0022: a voucher's calls name a model that an alias moves, that has ended, or whose price is not known.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ModelNotPinnedAnalyzer : DiagnosticAnalyzer
{
    /// <summary>Diagnostic property: the name to pin the model to.</summary>
    internal const string ReplacementProperty = "Replacement";

    private static readonly DiagnosticDescriptor Alias = RuleDescriptor.Create(
        RuleIdentifiers.ModelNotPinned,
        RuleCategories.UsageReporting,
        DiagnosticSeverity.Warning,
        new BilingualText("Price or model not pinned in a voucher project", "바우처 프로젝트에서 단가·모델 미고정"),
        new BilingualText(
            "'{0}' is an alias: the model behind it and its price can change during the voucher; name the version that the agreement names",
            "'{0}'은(는) 별칭이라 바우처 기간에 모델과 단가가 바뀔 수 있습니다. 협약에 적힌 버전을 지정하십시오"),
        Description());

    private static readonly DiagnosticDescriptor Ended = RuleDescriptor.Create(
        RuleIdentifiers.ModelNotPinned,
        RuleCategories.UsageReporting,
        DiagnosticSeverity.Warning,
        new BilingualText("Price or model not pinned in a voucher project", "바우처 프로젝트에서 단가·모델 미고정"),
        new BilingualText(
            "'{0}' is served no longer since {1}: name a model that the supplier serves, and have the change agreed",
            "'{0}' 모델은 {1}에 서비스가 끝났습니다. 제공 중인 모델로 바꾸고 협약 변경을 확인하십시오"),
        Description());

    private static readonly DiagnosticDescriptor EndsEarly = RuleDescriptor.Create(
        RuleIdentifiers.ModelNotPinned,
        RuleCategories.UsageReporting,
        DiagnosticSeverity.Warning,
        new BilingualText("Price or model not pinned in a voucher project", "바우처 프로젝트에서 단가·모델 미고정"),
        new BilingualText(
            "'{0}' ends on {1}, while the voucher still pays: choose its successor, and have the change agreed",
            "'{0}' 모델은 바우처 기간 중인 {1}에 서비스가 끝납니다. 후속 모델을 정하고 협약 변경을 확인하십시오"),
        Description());

    private static readonly DiagnosticDescriptor Unpriced = RuleDescriptor.Create(
        RuleIdentifiers.ModelNotPinned,
        RuleCategories.UsageReporting,
        DiagnosticSeverity.Warning,
        new BilingualText("Price or model not pinned in a voucher project", "바우처 프로젝트에서 단가·모델 미고정"),
        new BilingualText(
            "'{0}' has no dated price: what its calls cost cannot be settled; add it to 'prices' in the policy",
            "'{0}' 모델의 기준일 단가가 없어 호출 비용을 정산할 수 없습니다. 정책의 'prices'에 추가하십시오"),
        Description());

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Alias, Ended, EndsEarly, Unpriced];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static BilingualText Description() => new(
        "Usage is settled by model and dated price. An alias such as 'latest' says neither which model answered nor what it cost.",
        "사용 실적은 모델과 기준일 단가로 정산합니다. 'latest' 같은 별칭으로는 어떤 모델이 얼마에 응답했는지 알 수 없습니다.");

    private static void Start(CompilationStartAnalysisContext context)
    {
        var options = new ProjectOptions(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
        if (!options.IsVoucher || options.IsTestProject || AiTypes.Resolve(context.Compilation) is not { } types)
        {
            return;
        }

        var policy = ProjectPolicy.Load(context);
        var book = new ModelBook(policy.Current, options.Today);
        var graph = new ClientGraph(context.Compilation, types);
        context.RegisterOperationAction(
            operation =>
            {
                var assignment = (IAssignmentOperation)operation.Operation;
                if (assignment.Target is IPropertyReferenceOperation { Property: { } property } target && ModelNames.IsMember(property))
                {
                    Check(operation, assignment.Value, ProviderIds.OfClientOrOptions(target.Instance?.Type), book, policy, graph);
                }
            },
            OperationKind.SimpleAssignment,
            OperationKind.CoalesceAssignment);
        context.RegisterOperationAction(
            operation =>
            {
                var argument = (IArgumentOperation)operation.Operation;
                if (argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter } && ModelNames.IsParameter(parameter))
                {
                    Check(operation, argument.Value, ProviderIds.OfClient(parameter.ContainingType), book, policy, graph);
                }
            },
            OperationKind.Argument);
    }

    private static void Check(OperationAnalysisContext context, IOperation value, string? provider, ModelBook book, ProjectPolicy policy, ClientGraph graph)
    {
        foreach (var (place, name) in ModelNames.Constants(value, context.CancellationToken))
        {
            var location = place.Syntax.GetLocation();
            var finding = book.Judge(name, provider, out var detail);
            if (finding == ModelFinding.None && provider is null && KnownModels.Find(name, provider: null).Count == 0
                && ProviderOfUses(value, graph, context) is { } called)
            {
                finding = book.Judge(name, called, out detail);
            }

            if (finding != ModelFinding.None
                && !policy.IsSuppressed(RuleIdentifiers.ModelNotPinned, location) && !IsUnpaid(value, graph, context))
            {
                var properties = ImmutableDictionary<string, string?>.Empty;
                context.ReportDiagnostic(Diagnostic.Create(
                    finding switch { ModelFinding.Ended => Ended, ModelFinding.EndsEarly => EndsEarly, ModelFinding.Unpriced => Unpriced, _ => Alias },
                    location,
                    finding == ModelFinding.Alias && detail is not null ? properties.Add(ReplacementProperty, detail) : properties,
                    name,
                    detail));
            }
        }
    }

    // Given to a client of this machine, or to a call of one: nobody is paid.
    private static bool IsUnpaid(IOperation value, ClientGraph graph, OperationAnalysisContext context)
    {
        if (ModelUses.Of(value, graph, context.CancellationToken) is { IsEmpty: false } uses)
        {
            return uses.All(chain => chain.IsHarmless);
        }

        for (var parent = value.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IInvocationOperation or IObjectCreationOperation when Loopback.IsMentioned(parent, context.CancellationToken):
                    return true;
                case IAnonymousFunctionOperation or IBlockOperation:
                    return false;
            }
        }

        return false;
    }

    // Where all clients that are called with it are of one provider.
    private static string? ProviderOfUses(IOperation value, ClientGraph graph, OperationAnalysisContext context)
    {
        var providers = ModelUses.Of(value, graph, context.CancellationToken).SelectMany(chain => chain.Origins).Select(origin => ProviderIds.OfClient(origin.Type)).Distinct(StringComparer.Ordinal).Take(2).ToList();
        return providers.Count == 1 ? providers[0] : null;
    }
}
