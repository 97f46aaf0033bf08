using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Output;

/// <summary>What a person decided is no longer the model's.</summary>
internal sealed class DecisionPolicy : OutputPolicy
{
    public static readonly DecisionPolicy Instance = new();

    public override bool FollowsValues => true;

    public override bool Accepts(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: var method } => IsReview(method) || method.Name is "IsNullOrEmpty" or "IsNullOrWhiteSpace",

        // Whether there is an answer decides nothing.
        IIsPatternOperation { Pattern: var pattern } => IsNull(pattern is INegatedPatternOperation negated ? negated.Pattern : pattern),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison => IsNull(comparison.LeftOperand) || IsNull(comparison.RightOperand),
        _ => false,
    };

    public static bool IsReview(IMethodSymbol method)
    {
        if (method.ContainingType is { } type && (IsReviewer(type) || Array.Exists([.. type.AllInterfaces], IsReviewer)))
        {
            return true;
        }

        var name = method.Name;
        return Has(name, "HumanReview") || Has(name, "ManualReview") || Has(name, "HumanApproval") || Has(name, "RequestReview") || Has(name, "ForReview") || Has(name, "RequestApproval")
            || Has(name, "ConfirmBy") || Has(name, "AskHuman") || Has(name, "Escalate") || name is "ReviewAsync" or "Review";
    }

    private static bool IsReviewer(INamedTypeSymbol type) => Has(type.Name, "Human") || Has(type.Name, "Reviewer") || Has(type.Name, "Officer");

    private static bool IsNull(IOperation operation) => operation switch
    {
        IConversionOperation conversion => IsNull(conversion.Operand),
        IConstantPatternOperation constant => IsNull(constant.Value),
        _ => operation.ConstantValue is { HasValue: true, Value: null },
    };

    private static bool Has(string name, string word) => name.IndexOf(word, StringComparison.Ordinal) >= 0;
}
