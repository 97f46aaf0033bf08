using System;
using System.Collections.Immutable;
using System.Linq;
using HyperscaleSdk.Analyzers.Policies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace HyperscaleSdk.Analyzers.Rules;

/// <summary>HSAI0010, the switch: <c>EnableSensitiveData = true</c>, or the variable that does the same, puts prompts and answers into telemetry.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SensitiveTelemetryAnalyzer : DiagnosticAnalyzer
{
    private const string Property = "EnableSensitiveData";
    private const string Variable = "OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT";
    private const string Quoted = "\"" + Variable + "\"";

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [PersonalDataFlowRules.SensitiveTelemetry];

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
        if (options.IsTestProject || options.IsExempt)
        {
            return;
        }

        var policy = ProjectPolicy.Load(context);
        context.RegisterOperationAction(operation => VisitAssignment(operation, policy), OperationKind.SimpleAssignment);
        context.RegisterOperationAction(operation => VisitCall(operation, policy), OperationKind.Invocation);
        context.RegisterAdditionalFileAction(file => VisitFile(file, policy));
    }

    private static void VisitAssignment(OperationAnalysisContext context, ProjectPolicy policy)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation { Property: { Name: Property } property } && IsTelemetry(property.ContainingType)
            && assignment.Value.ConstantValue is { HasValue: true, Value: true } && !IsForDevelopment(assignment.Syntax))
        {
            policy.Report(context.ReportDiagnostic, Diagnostic.Create(PersonalDataFlowRules.SensitiveTelemetry, assignment.Syntax.GetLocation(), Property + " = true"));
        }
    }

    private static void VisitCall(OperationAnalysisContext context, ProjectPolicy policy)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod is { Name: "SetEnvironmentVariable", ContainingType: { Name: "Environment", ContainingNamespace.Name: "System" } }
            && call.Arguments.Length >= 2 && call.Arguments[0].Value.ConstantValue is { HasValue: true, Value: Variable }
            && call.Arguments[1].Value.ConstantValue is { HasValue: true, Value: string value } && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase)
            && !IsForDevelopment(call.Syntax))
        {
            policy.Report(context.ReportDiagnostic, Diagnostic.Create(PersonalDataFlowRules.SensitiveTelemetry, call.Syntax.GetLocation(), Variable));
        }
    }

    private static void VisitFile(AdditionalFileAnalysisContext context, ProjectPolicy policy)
    {
        var path = context.AdditionalFile.Path;
        if (!path.EndsWith("launchSettings.json", StringComparison.OrdinalIgnoreCase) || context.AdditionalFile.GetText(context.CancellationToken) is not { } text)
        {
            return;
        }

        var json = text.ToString();
        for (var start = json.IndexOf(Quoted, StringComparison.Ordinal); start >= 0; start = json.IndexOf(Quoted, start + 1, StringComparison.Ordinal))
        {
            if (EndOfValue(json, start + Quoted.Length) is { } end)
            {
                var span = TextSpan.FromBounds(start, end);
                policy.Report(context.ReportDiagnostic, Diagnostic.Create(PersonalDataFlowRules.SensitiveTelemetry, Location.Create(path, span, text.Lines.GetLinePositionSpan(span)), Variable));
            }
        }
    }

    /// <summary>Where <c>: "true"</c> ends; null when something else follows.</summary>
    private static int? EndOfValue(string json, int position)
    {
        var colon = SkipBlanks(json, position);
        if (colon == json.Length || json[colon] != ':')
        {
            return null;
        }

        var value = SkipBlanks(json, colon + 1);
        const string True = "\"true\"";
        return string.Compare(json, value, True, 0, True.Length, StringComparison.OrdinalIgnoreCase) == 0 ? value + True.Length : null;
    }

    private static int SkipBlanks(string json, int position)
    {
        while (position < json.Length && char.IsWhiteSpace(json[position]))
        {
            position++;
        }

        return position;
    }

    // By name: the packages that have the switch are many, and not all are referenced.
    private static bool IsTelemetry(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            var space = current.ContainingNamespace.ToDisplayString();
            if (current.Name.StartsWith("OpenTelemetry", StringComparison.Ordinal) || current.Name.EndsWith("TelemetryOptions", StringComparison.Ordinal)
                || space.StartsWith("Microsoft.Extensions.AI", StringComparison.Ordinal) || space.StartsWith("Microsoft.Agents.AI", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // if (environment.IsDevelopment()) ...: no customer's data is there.
    private static bool IsForDevelopment(SyntaxNode node) => node.Ancestors().OfType<IfStatementSyntax>().Any(condition =>
        condition.Statement.Span.Contains(node.Span) && condition.Condition is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsDevelopment" } });
}
