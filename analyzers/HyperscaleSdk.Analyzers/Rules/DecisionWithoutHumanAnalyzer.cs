using System.Collections.Generic;
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

/// <summary>HSAI0017: a model's result decides about a person, and nobody looks at it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DecisionWithoutHumanAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.DecisionWithoutHuman,
        RuleCategories.Transparency,
        DiagnosticSeverity.Warning,
        new BilingualText("Automated decision without a human path", "자동화된 결정 이의·설명 경로 없음"),
        new BilingualText(
            "A model's result decides '{0}' and no person looks at it (PIPA Art. 37-2, AI Basic Act Art. 34(1)): ask an IHumanReview first",
            "모델의 결과만으로 '{0}' 결정을 하며 사람의 검토가 없습니다(개인정보 보호법 제37조의2, 인공지능기본법 제34조제1항): 먼저 IHumanReview로 사람의 검토를 받으십시오"),
        new BilingualText(
            "People may refuse a decision that is made by a machine alone and affects their rights or duties seriously, and may ask for an explanation or a review by a person.",
            "정보주체는 권리나 의무에 중대한 영향을 주는 완전히 자동화된 결정을 거부하고 설명이나 사람의 검토를 요구할 수 있습니다."));

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
            if (options.HasRole && !options.IsTestProject && AiTypes.Resolve(start.Compilation) is { } types)
            {
                var policy = ProjectPolicy.Load(start);
                start.RegisterOperationAction(operation => VisitInvocation(operation, types, policy), OperationKind.Invocation);
                start.RegisterOperationAction(operation => VisitAssignment(operation, types, policy), OperationKind.SimpleAssignment);
                start.RegisterOperationBlockAction(block => VisitMarkedMethod(block, types, policy));
            }
        });
    }

    private static void VisitInvocation(OperationAnalysisContext context, AiTypes types, ProjectPolicy policy)
    {
        var invocation = (IInvocationOperation)context.Operation;
        var method = invocation.TargetMethod;
        if ((DecisionNames.IsMarked(method) || DecisionNames.IsDecision(method)) && !DecisionPolicy.IsReview(method)
            && (invocation.Arguments.Any(argument => IsOutput(argument.Value, types, context)) || IsDriven(invocation, types, context)) && !IsReviewed(invocation))
        {
            policy.Report(context.ReportDiagnostic, Diagnostic.Create(Rule, invocation.Syntax.GetLocation(), method.Name));
        }
    }

    private static void VisitAssignment(OperationAnalysisContext context, AiTypes types, ProjectPolicy policy)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is not IMemberReferenceOperation { Member: var member })
        {
            return;
        }

        var value = assignment.Value is IConversionOperation conversion ? conversion.Operand : assignment.Value;
        var isOutcome = Choices(value).Any(choice => choice is IFieldReferenceOperation { Field: var field } && DecisionNames.IsOutcome(member, field));
        if ((isOutcome || DecisionNames.IsDecision(member)) && (IsOutput(value, types, context) || IsDriven(assignment, types, context)) && !IsReviewed(assignment))
        {
            policy.Report(context.ReportDiagnostic, Diagnostic.Create(Rule, assignment.Syntax.GetLocation(), member.Name));
        }
    }

    // score >= 70 ? LoanStatus.Approved : LoanStatus.Rejected
    private static IEnumerable<IOperation> Choices(IOperation value)
    {
        var open = new Stack<IOperation>([value]);
        while (open.Count > 0)
        {
            var next = open.Pop();
            switch (next)
            {
                case IConversionOperation conversion:
                    open.Push(conversion.Operand);
                    break;
                case IParenthesizedOperation parenthesized:
                    open.Push(parenthesized.Operand);
                    break;
                case IConditionalOperation { WhenFalse: { } otherwise } conditional:
                    open.Push(conditional.WhenTrue);
                    open.Push(otherwise);
                    break;
                case ISwitchExpressionOperation choice:
                    foreach (var arm in choice.Arms)
                    {
                        open.Push(arm.Value);
                    }

                    break;
                default:
                    yield return next;
                    break;
            }
        }
    }

    /// <summary>The method says that it decides, and asks a model itself.</summary>
    private static void VisitMarkedMethod(OperationBlockAnalysisContext context, AiTypes types, ProjectPolicy policy)
    {
        if (context.OwningSymbol is not IMethodSymbol method || !DecisionNames.IsMarked(method) || method.Locations.Length == 0)
        {
            return;
        }

        var calls = context.OperationBlocks.SelectMany(block => block.Descendants()).OfType<IInvocationOperation>().ToList();
        if (calls.Exists(call => AiCall.TryCreate(call, types, out _) || ProviderClients.IsCall(call)) && !calls.Exists(call => DecisionPolicy.IsReview(call.TargetMethod)))
        {
            policy.Report(context.ReportDiagnostic, Diagnostic.Create(Rule, method.Locations[0], method.Name));
        }
    }

    private static bool IsOutput(IOperation value, AiTypes types, OperationAnalysisContext context) =>
        new OutputTracer(types, DecisionPolicy.Instance, context.CancellationToken).Trace(value) != OutputForms.None;

    // if (answer.Text.Contains("approve")) Approve(application);
    private static bool IsDriven(IOperation decision, AiTypes types, OperationAnalysisContext context) =>
        decision.SemanticModel is { } model && Conditions.Before(decision.Syntax).Any(condition => IsOutput(model.GetOperation(condition, context.CancellationToken)!, types, context));

    private static bool IsReviewed(IOperation decision)
    {
        var root = decision;
        while (root.Parent is not null)
        {
            root = root.Parent;
        }

        return root.Descendants().Any(operation => operation is IInvocationOperation call && call.Syntax.SpanStart < decision.Syntax.SpanStart && DecisionPolicy.IsReview(call.TargetMethod));
    }
}
