using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Conditions that cannot vary: the compiler folds constants, this folds fields and variables that are never assigned and methods that return a literal.</summary>
internal sealed partial class FlowEvaluator
{
    public bool? ConstantCondition(IOperation condition) => IsOfNothing(condition) ? false : Fold(condition) as bool?;

    // letter?.Text = text; where there is no letter, there is also nothing that holds its old text.
    private static bool IsOfNothing(IOperation condition) => condition is IIsNullOperation { Operand.Syntax: { Parent: ConditionalAccessExpressionSyntax { Parent: ExpressionStatementSyntax } access } accessed } && access.Expression == accessed;

    private object? Fold(IOperation? operation)
    {
        switch ((operation is IFlowCaptureReferenceOperation { Id: var id } && _capturedTwice.Contains(id)) || !ExecutionStack.HasRoom ? null : Source(operation))
        {
            case null:
                return null;
            case { ConstantValue: { HasValue: true, Value: var constant } }:
                return constant;
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
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual } ordered:
                return Compared(ordered);
            case IIsPatternOperation { Pattern: IConstantPatternOperation pattern } test:
                return Fold(test.Value) is { } tested && Fold(pattern.Value) is { } expected ? tested.Equals(expected) : null;
            case (IIsPatternOperation or IIsTypeOperation) and var test:
                return TypeTest(test);
            case IFieldReferenceOperation field:
                return ValueOf(field.Field);
            case IPropertyReferenceOperation { Property: { Name: nameof(string.Length), ContainingType.SpecialType: SpecialType.System_String }, Instance: { } measured }:
                return (Fold(measured) as string)?.Length;
            case IPropertyReferenceOperation property:
                return ValueOf(property.Property.OriginalDefinition);
            case ILocalReferenceOperation local:
                return _paths?.ValueOf(_path, local.Local) ?? ValueOf(local.Local);
            case IParameterReferenceOperation parameter:
                return _paths?.ValueOf(_path, parameter.Parameter);
            case IInvocationOperation { TargetMethod.Name: "MoveNext", Instance: { } } next:
                return CountTaken(next) is var (taken, elements) ? taken < elements.Count : null;
            case IInvocationOperation call when call.Arguments.All(argument => Fold(argument.Value) is not null):
                return Engine.Constants.ValueOf(call.TargetMethod.OriginalDefinition, [.. call.Arguments.OrderBy(argument => argument.Parameter?.Ordinal).Select(argument => Fold(argument.Value))], _analysis.CancellationToken);
            default:
                return null;
        }
    }

    /// <summary>How many a loop has taken of its elements, and these; null when that is not known.</summary>
    public (int Taken, List<FlowValue> Elements)? CountTaken(IOperation condition) =>
        condition is IInvocationOperation { TargetMethod.Name: "MoveNext", Instance: { } enumerator } && _paths?.TakenOf(_path, enumerator) is { } taken && InOrder(Evaluate(enumerator)) is { } elements ? (taken, elements) : null;

    private object? ValueOf(ISymbol member) => Engine.Constants.ValueOf(member, _analysis.CancellationToken);

    private object? Compared(IBinaryOperation ordered)
    {
        if (Fold(ordered.RightOperand) is not int right)
        {
            return null;
        }

        return Fold(ordered.LeftOperand) switch
        {
            int left => ordered.OperatorKind switch
            {
                BinaryOperatorKind.LessThan => left < right,
                BinaryOperatorKind.LessThanOrEqual => left <= right,
                BinaryOperatorKind.GreaterThan => left > right,
                _ => left >= right,
            },
            // for (var i = 0; i < 0; i++)
            null when ordered.LeftOperand is ILocalReferenceOperation counter && ConstantMembers.LeastOf(counter.Local) is int least
                && (ordered.OperatorKind == BinaryOperatorKind.LessThan && least >= right || ordered.OperatorKind == BinaryOperatorKind.LessThanOrEqual && least > right) => false,
            _ => null,
        };
    }

    /// <summary>The state on one side of a condition: a text that equals a constant, or is one of an allowed list, is no longer the person's.</summary>
    public FlowState Narrowed(FlowState state, IOperation condition, bool outcome)
    {
        if (Known(condition, ref outcome) is not { } variable || !outcome || state.Get(variable) is not { IsBlank: false })
        {
            return state;
        }

        var narrowed = state.Clone();
        narrowed.Set(variable, FlowValue.Clean);
        return narrowed;
    }

    private ISymbol? Known(IOperation condition, ref bool outcome)
    {
        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                outcome = !outcome;
                return Known(not.Operand, ref outcome);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                outcome = comparison.OperatorKind == BinaryOperatorKind.Equals == outcome;
                return IsText(comparison.RightOperand) ? VariableOf(comparison.LeftOperand) : IsText(comparison.LeftOperand) ? VariableOf(comparison.RightOperand) : null;
            case IInvocationOperation { TargetMethod: { Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace", ContainingType.SpecialType: SpecialType.System_String } } empty:
                return VariableOf(empty.Arguments[0].Value);
            case IIsPatternOperation { Pattern: var pattern } test when IsListOfTexts(pattern):
                return VariableOf(test.Value);
            case IInvocationOperation { TargetMethod.Name: "Contains" or "ContainsKey", Type.SpecialType: SpecialType.System_Boolean } lookup when !IsPartOfText(lookup):
                var wanted = lookup.Arguments[lookup.Instance is null && lookup.Arguments.Length > 1 ? 1 : 0].Value;
                var list = lookup.Instance ?? lookup.Arguments[0].Value;
                return _analysis.Values.At(list.Syntax) is { Origins.IsEmpty: false } ? null : VariableOf(wanted);
            default:
                return null;
        }
    }

    private static bool IsPartOfText(IInvocationOperation lookup) =>
        lookup.Arguments.Length == 0 || (lookup.Instance ?? lookup.Arguments[0].Value).Type is { SpecialType: SpecialType.System_String } or { Name: "ReadOnlySpan" or "Span" };

    private static bool IsText(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: string };

    private static bool IsListOfTexts(IPatternOperation pattern) => ExecutionStack.HasRoom && pattern switch
    {
        IConstantPatternOperation constant => IsText(constant.Value),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => IsListOfTexts(either.LeftPattern) && IsListOfTexts(either.RightPattern),
        _ => false,
    };

    private ISymbol? VariableOf(IOperation operation) => Source(Unconverted(operation)) switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };
}
