using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Conditions that cannot vary: the compiler folds constants, this folds fields that are never assigned and methods that return a literal.</summary>
internal sealed partial class FlowEvaluator
{
    public bool? ConstantCondition(IOperation condition) => Fold(condition) as bool?;

    private object? Fold(IOperation? operation)
    {
        switch (operation)
        {
            case null:
                return null;
            case { ConstantValue.HasValue: true }:
                return operation.ConstantValue.Value;
            case IConversionOperation conversion:
                return Fold(conversion.Operand);
            case IParenthesizedOperation parenthesized:
                return Fold(parenthesized.Operand);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Fold(not.Operand) is bool value ? !value : null;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equal:
                return Fold(equal.LeftOperand) is { } left && Fold(equal.RightOperand) is { } right ? left.Equals(right) : null;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } different:
                return Fold(different.LeftOperand) is { } one && Fold(different.RightOperand) is { } other ? !one.Equals(other) : null;
            case IFieldReferenceOperation field:
                return Engine.Constants.ValueOf(field.Field);
            case IInvocationOperation { Arguments.IsEmpty: true } call:
                return ConstantMembers.ValueOf(call.TargetMethod.OriginalDefinition);
            default:
                return null;
        }
    }
}
