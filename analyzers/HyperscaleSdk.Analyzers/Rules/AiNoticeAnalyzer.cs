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

namespace HyperscaleSdk.Analyzers.Rules;

/// <summary>HSAI0012: a service with a web endpoint calls AI, and neither code nor policy has the notice that users get before.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AiNoticeAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.MissingAiNotice,
        RuleCategories.Transparency,
        DiagnosticSeverity.Warning,
        new BilingualText("No prior AI notice registered", "AI 사용 사전 고지 누락"),
        new BilingualText(
            "Users of this service are not told beforehand that AI answers (AI Basic Act art. 31(1)): call AddAiNotice(...), or name the notice under 'transparency' in the policy",
            "이 서비스의 이용자에게 AI로 운용된다는 사실을 미리 알리지 않습니다(인공지능기본법 제31조제1항). AddAiNotice(...)를 호출하거나 정책 'transparency'에 고지를 적으십시오"),
        new BilingualText(
            "Who offers a product or service with generative or high-impact AI has to tell users beforehand. Without the notice there is a fine of up to KRW 30 million (art. 43).",
            "생성형·고영향 인공지능을 이용한 제품이나 서비스를 제공하려면 이용자에게 미리 알려야 합니다. 위반하면 3천만원 이하의 과태료가 부과됩니다(제43조)."),
        WellKnownDiagnosticTags.CompilationEnd);

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
        if (!options.IsService || options.IsTestProject || AiTypes.Resolve(context.Compilation) is not { } types)
        {
            return;
        }

        var policy = ProjectPolicy.Load(context);
        if (policy.Current?.Transparency?.Notice is not null)
        {
            return;
        }

        var found = new Found();
        context.RegisterOperationAction(operation => found.Visit((IInvocationOperation)operation.Operation, operation.ContainingSymbol, types), OperationKind.Invocation);
        context.RegisterSymbolAction(symbol => found.Visit((INamedTypeSymbol)symbol.Symbol), SymbolKind.NamedType);
        context.RegisterCompilationEndAction(end => Report(end, found, policy));
    }

    private static void Report(CompilationAnalysisContext context, Found found, ProjectPolicy policy)
    {
        // One notice is missing, however many places call: the report stands at the first of them.
        if (!found.HasNotice && found.HasEndpoint && found.First() is { } place && !policy.IsSuppressed(RuleIdentifiers.MissingAiNotice, place))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, place, ImmutableDictionary<string, string?>.Empty.Add(PolicyLocations.StubProperty, "notice")));
        }
    }

    private sealed class Found
    {
        private readonly ConcurrentBag<(bool IsInEndpoint, Location Place)> _calls = [];
        private int _hasNotice;
        private int _hasEndpoint;

        public bool HasNotice => Volatile.Read(ref _hasNotice) != 0;

        public bool HasEndpoint => Volatile.Read(ref _hasEndpoint) != 0;

        public Location? First() => _calls
            .OrderByDescending(call => call.IsInEndpoint)
            .ThenBy(call => call.Place.SourceTree!.FilePath, StringComparer.Ordinal)
            .ThenBy(call => call.Place.SourceSpan.Start)
            .Select(call => call.Place)
            .FirstOrDefault();

        public void Visit(INamedTypeSymbol type)
        {
            if (WebEndpoints.IsEndpointType(type))
            {
                Volatile.Write(ref _hasEndpoint, 1);
            }
        }

        public void Visit(IInvocationOperation invocation, ISymbol container, AiTypes types)
        {
            if (invocation.TargetMethod.Name is "AddAiNotice" or "UseAiNotice" or "MapAiNotice")
            {
                Volatile.Write(ref _hasNotice, 1);
            }
            else if (WebEndpoints.IsMapping(invocation))
            {
                Volatile.Write(ref _hasEndpoint, 1);
            }
            else if (AiCall.TryCreate(invocation, types, out _) || ProviderClients.IsCall(invocation))
            {
                _calls.Add((WebEndpoints.IsEndpointType(container.ContainingType) || IsInMapping(invocation), NameOf(invocation)));
            }
        }

        private static bool IsInMapping(IOperation operation)
        {
            for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
            {
                if (parent is IInvocationOperation invocation && WebEndpoints.IsMapping(invocation))
                {
                    return true;
                }
            }

            return false;
        }

        private static Location NameOf(IInvocationOperation invocation) => invocation.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }
            ? access.Name.GetLocation()
            : invocation.Syntax.GetLocation();
    }
}
