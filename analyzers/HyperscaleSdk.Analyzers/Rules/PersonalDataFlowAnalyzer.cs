using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using HyperscaleSdk.Analyzers.Ai;
using HyperscaleSdk.Analyzers.Flow;
using HyperscaleSdk.Analyzers.Policies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HyperscaleSdk.Analyzers.Rules;

/// <summary>HSAI0001, 0002, 0004, 0005, 0007, 0008, 0010, 0020, 0024: personal data reaches an AI call or a log.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PersonalDataFlowAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [.. PersonalDataFlowRules.All, AnalysisRules.Ran, AnalysisRules.Truncated];

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
        if (AiTypes.Resolve(context.Compilation) is not { } types || options.IsTestProject || options.IsExempt)
        {
            return;
        }

        var engine = new FlowEngine(context.Compilation, types) { ConsoleIsLog = options.IsService && !TalksToItsUser(context.Compilation) };
        var policy = ProjectPolicy.Load(context);
        var reach = new SinkReach(engine);
        context.RegisterOperationBlockAction(block =>
        {
            if (block.OperationBlocks[0].SemanticModel is { } model)
            {
                engine.Bodies.Adopt(model);
            }

            // Most methods reach no sink: the engine runs only for those that may.
            var mayReach = reach.Contains(block.OwningSymbol, block.CancellationToken);
            engine.Counts.AddMethod(mayReach);
            if (mayReach)
            {
                Analyze(block, engine, policy);
            }
        });
        if (options.WantsAnalysisRecord)
        {
            context.RegisterCompilationEndAction(end => end.ReportDiagnostic(Diagnostic.Create(
                AnalysisRules.Ran, Location.None, DiagnosticSeverity.Info, [], ImmutableDictionary<string, string?>.Empty,
                engine.Counts.Methods, engine.Counts.Followed, engine.Counts.Sinks, engine.Sources.Count, engine.Counts.Findings, engine.Counts.Truncated)));
        }
    }

    // A program without a web server has a person before its console.
    private static bool TalksToItsUser(Compilation compilation) =>
        compilation.Options.OutputKind == OutputKind.ConsoleApplication && compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Builder.WebApplication") is null;

    private static void Analyze(OperationBlockAnalysisContext context, FlowEngine engine, ProjectPolicy policy)
    {
        foreach (var block in context.OperationBlocks)
        {
            // Default values of parameters are constants.
            if (block.Kind is not (OperationKind.Block or OperationKind.MethodBody or OperationKind.ConstructorBody or OperationKind.FieldInitializer or OperationKind.PropertyInitializer))
            {
                continue;
            }

            var summary = engine.Analyze(block.Syntax, () => context.GetControlFlowGraph(block), context.OwningSymbol, context.CancellationToken);
            var reports = new FlowReports(engine, policy, context.OwningSymbol, context.CancellationToken);

            // A call that leads to the same sink in two places is one finding.
            var said = new HashSet<string>(StringComparer.Ordinal);
            foreach (var diagnostic in summary.Hits.Where(hit => IsWithin(hit.At, block)).SelectMany(hit => reports.Of(hit, summary)))
            {
                if (said.Add(diagnostic.Location.SourceSpan + diagnostic.Id + diagnostic.GetMessage(CultureInfo.InvariantCulture)))
                {
                    engine.Counts.AddFinding();
                    context.ReportDiagnostic(diagnostic);
                }
            }

            if (summary.IsTruncated)
            {
                engine.Counts.AddTruncated(block.Syntax);
                context.ReportDiagnostic(Diagnostic.Create(
                    AnalysisRules.Truncated, context.OwningSymbol.Locations[0], DiagnosticSeverity.Info, [], ImmutableDictionary<string, string?>.Empty, context.OwningSymbol.Name));
            }
        }
    }

    // A constructor's summary contains the values of fields, which are blocks of their own.
    private static bool IsWithin(SyntaxNode node, IOperation block) =>
        node.SyntaxTree == block.Syntax.SyntaxTree && block.Syntax.Span.Contains(node.Span);
}
