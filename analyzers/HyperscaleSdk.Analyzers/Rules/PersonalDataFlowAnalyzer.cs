using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using HyperscaleSdk.Analyzers.Ai;
using HyperscaleSdk.Analyzers.Flow;
using HyperscaleSdk.Localization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace HyperscaleSdk.Analyzers.Rules;

/// <summary>HSAI0001: a resident registration number reaches an AI call.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PersonalDataFlowAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIdentifiers.ResidentRegistrationNumberToAi,
        new BilingualText("Resident registration number sent to an AI API", "주민등록번호를 AI API로 전송"),
        new BilingualText(
            "{0} carries a resident registration number to '{1}' (PIPA Art. 24-2(1)): redact it or leave it out",
            "{0}에 담긴 주민등록번호가 '{1}' 호출로 전송됩니다(개인정보 보호법 제24조의2제1항): 가리거나 빼십시오"),
        RuleCategories.PersonalData,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        new BilingualText(
            "Resident registration numbers may be processed only where a statute says so; consent is no basis. An AI supplier's API is not such a place.",
            "주민등록번호는 법령에 근거가 있는 경우에만 처리할 수 있으며, 정보주체의 동의는 근거가 되지 않습니다."),
        RuleIdentifiers.HelpLink(RuleIdentifiers.ResidentRegistrationNumberToAi));

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
        if (AiTypes.Resolve(context.Compilation) is not { } types || options.IsTestProject)
        {
            return;
        }

        var sources = new PersonalDataSources();
        context.RegisterOperationBlockStartAction(block =>
        {
            // Most methods call no AI: the flow engine runs only for those that do.
            var callsAi = false;
            block.RegisterOperationAction(
                operation => callsAi |= AiCall.TryCreate((IInvocationOperation)operation.Operation, types, out _),
                OperationKind.Invocation);
            block.RegisterOperationBlockEndAction(end =>
            {
                if (callsAi)
                {
                    Analyze(end, types, sources);
                }
            });
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, AiTypes types, PersonalDataSources sources)
    {
        foreach (var block in context.OperationBlocks)
        {
            if (block.Kind is not (OperationKind.Block or OperationKind.MethodBody or OperationKind.ConstructorBody or OperationKind.FieldInitializer or OperationKind.PropertyInitializer or OperationKind.ParameterInitializer))
            {
                continue;
            }

            var analysis = FlowAnalysis.Run(context.GetControlFlowGraph(block), types, sources, context.Compilation, context.CancellationToken);
            foreach (var sink in analysis.Sinks)
            {
                Report(context, analysis, sink);
            }
        }
    }

    private static void Report(OperationBlockAnalysisContext context, FlowAnalysis analysis, FlowSink sink)
    {
        const PersonalDataKind Kind = PersonalDataKind.ResidentRegistrationNumber;
        var origins = sink.Origins.Where(origin => origin.Kind == Kind).ToList();
        if (origins.Count == 0 || IsGuarded(context, analysis, sink))
        {
            return;
        }

        var carriers = FlowCarriers.Find(sink.Argument, Kind, analysis);
        var first = carriers[0];
        var certain = origins.Max(origin => origin.Confidence) >= PersonalDataConfidence.Strong;
        context.ReportDiagnostic(Diagnostic.Create(
            Rule,
            first.GetLocation(),
            certain ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
            Trace(origins),
            FlowCarriers.ToProperties(carriers),
            CarrierName(origins),
            sink.Call.DisplayName));
    }

    private static bool IsGuarded(OperationBlockAnalysisContext context, FlowAnalysis analysis, FlowSink sink) =>
        sink.Call.Client is { } client && context.OperationBlocks[0].SemanticModel is { } model
        && ClientChain.Trace(client.Syntax, model, analysis.Types, context.CancellationToken).Has(ClientSteps.PersonalDataGuard);

    private static object CarrierName(List<FlowOrigin> origins)
    {
        var named = origins.FirstOrDefault(origin => origin.Name.Length > 0);

        // The text of a literal is the number itself: it must not get into the build log.
        return named is null ? new BilingualText("A string literal", "문자열 리터럴") : $"'{named.Name}'";
    }

    /// <summary>The declaration and the reading expression of each source, in flow order.</summary>
    private static IEnumerable<Location> Trace(List<FlowOrigin> origins)
    {
        var seen = new HashSet<(string, TextSpan)>();
        foreach (var origin in origins)
        {
            foreach (var location in new[] { origin.Declaration, origin.Read })
            {
                if (location is not null && seen.Add((location.SourceTree?.FilePath ?? string.Empty, location.SourceSpan)))
                {
                    yield return location;
                }
            }
        }
    }
}
