using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using HyperscaleSdk.Analyzers.Ai;
using HyperscaleSdk.Analyzers.Policies;
using HyperscaleSdk.Localization;
using HyperscaleSdk.Policies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Rules;

/// <summary>HSAI0018: AI is called in an area of high impact, and the policy has no record that anybody reviewed that.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HighImpactReviewAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.HighImpactNotReviewed,
        RuleCategories.Transparency,
        DiagnosticSeverity.Warning,
        new BilingualText("High-impact use not reviewed", "고영향 AI 사전 검토 기록 없음"),
        new BilingualText(
            "'{0}' calls AI in the area '{1}', where AI may be high-impact, and 'highImpactReviews' of the policy has no review of it (AI Basic Act art. 33(1))",
            "'{0}'이(가) 고영향 인공지능에 해당할 수 있는 '{1}' 영역에서 AI를 호출하는데 정책 'highImpactReviews'에 검토 기록이 없습니다(인공지능기본법 제33조제1항)"),
        new BilingualText(
            "Who offers AI has to review in advance whether it is high-impact. A review that finds that it is not is a record too.",
            "인공지능사업자는 고영향 인공지능에 해당하는지 사전에 검토해야 합니다. '해당 없음'이라는 결과도 기록입니다."));

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
        if (!options.HasRole || options.IsTestProject || AiTypes.Resolve(context.Compilation) is not { } types)
        {
            return;
        }

        var policy = ProjectPolicy.Load(context);
        context.RegisterSymbolStartAction(
            type =>
            {
                var methods = new ConcurrentDictionary<ISymbol, bool>(SymbolEqualityComparer.Default);
                type.RegisterOperationAction(
                    operation =>
                    {
                        var invocation = (IInvocationOperation)operation.Operation;
                        if (AiCall.TryCreate(invocation, types, out _) || ProviderClients.IsCall(invocation))
                        {
                            methods.TryAdd(operation.ContainingSymbol, true);
                        }
                    },
                    OperationKind.Invocation);
                type.RegisterSymbolEndAction(end =>
                {
                    foreach (var method in methods.Keys)
                    {
                        Check(end, method, policy);
                    }
                });
            },
            SymbolKind.NamedType);
    }

    private static void Check(SymbolAnalysisContext context, ISymbol method, ProjectPolicy policy)
    {
        if (DomainOf(method, policy) is not { } domain
            || policy.Current?.HighImpactReviews.Any(review => review.Domain == domain) == true
            || method.Locations.FirstOrDefault(location => location.IsInSource) is not { } place
            || policy.IsSuppressed(RuleIdentifiers.HighImpactNotReviewed, place))
        {
            return;
        }

        var word = Word(domain);
        var properties = ImmutableDictionary<string, string?>.Empty.Add(PolicyLocations.StubProperty, "review").Add(PolicyLocations.SubjectProperty, word);
        context.ReportDiagnostic(Diagnostic.Create(Rule, place, properties, method.Name, word));
    }

    /// <summary>What the policy declares for the purpose that the code names; else what the names of the code say.</summary>
    private static HighImpactDomain? DomainOf(ISymbol method, ProjectPolicy policy) =>
        policy.Current?.FindPurpose(AiPurposes.Of(method))?.Domain ?? HighImpactNames.Find(method.ContainingType?.Name ?? string.Empty, method.Name);

    private static string Word(HighImpactDomain domain)
    {
        var name = domain.ToString();
        return char.ToLowerInvariant(name[0]) + name.Substring(1);
    }
}
