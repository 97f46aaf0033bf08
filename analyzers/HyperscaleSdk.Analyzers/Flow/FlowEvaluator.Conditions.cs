using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Conditions that cannot vary: the compiler folds constants, this folds read-only fields with a literal.</summary>
internal sealed partial class FlowEvaluator
{
    public bool? ConstantCondition(IOperation condition) => Fold(condition) as bool?;

    private static object? Fold(IOperation? operation)
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
                return InitialValue(field);
            default:
                return null;
        }
    }

    private static object? InitialValue(IFieldReferenceOperation reference)
    {
        if (!reference.Field.IsReadOnly || reference.Field.DeclaringSyntaxReferences.Length != 1
            || reference.Field.DeclaringSyntaxReferences[0].GetSyntax() is not VariableDeclaratorSyntax { Initializer.Value: LiteralExpressionSyntax literal }
            || IsAssignedInConstructor(reference.Field))
        {
            return null;
        }

        return literal.Token.Value;
    }

    private static bool IsAssignedInConstructor(IFieldSymbol field)
    {
        foreach (var constructor in field.ContainingType.Constructors)
        {
            foreach (var declaration in constructor.DeclaringSyntaxReferences)
            {
                // A primary constructor's declaration is the whole type: it has no body that could assign.
                if (declaration.GetSyntax() is not ConstructorDeclarationSyntax written)
                {
                    continue;
                }

                foreach (var node in written.DescendantNodes())
                {
                    if (node is IdentifierNameSyntax name && string.Equals(name.Identifier.ValueText, field.Name, StringComparison.Ordinal))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }
}
