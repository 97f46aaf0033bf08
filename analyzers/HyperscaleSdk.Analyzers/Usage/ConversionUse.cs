using HyperscaleSdk.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Usage;

/// <summary>What becomes of an amount that was converted to floating point.</summary>
internal static class ConversionUse
{
    /// <summary>It is drawn, formatted, measured or made a ratio, or a variable that is reported itself takes it.</summary>
    public static bool IsForDisplay(IConversionOperation conversion)
    {
        for (IOperation? current = conversion.Parent; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case IConversionOperation or IParenthesizedOperation or IUnaryOperation:
                    continue;
                case IBinaryOperation binary when binary.OperatorKind is BinaryOperatorKind.Divide || binary.Type?.SpecialType == SpecialType.System_Boolean:
                    return true;
                case IBinaryOperation:
                    continue;
                case IInterpolationOperation or IArrayInitializerOperation or ICollectionExpressionOperation:
                    return true;
                case IArgumentOperation argument:
                    return IsDisplayArgument(argument);
                case IInvocationOperation { TargetMethod.Name: "ToString" }:
                    return true;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                    return IsNamedForDisplay(declarator.Symbol);
                case IAssignmentOperation assignment:
                    return MoneySymbols.SymbolOf(assignment.Target) is not { } target || IsNamedForDisplay(target);
                case IReturnOperation:
                    return conversion.SemanticModel?.GetEnclosingSymbol(conversion.Syntax.SpanStart) is not IMethodSymbol { MethodKind: MethodKind.Ordinary } method || IsNamedForDisplay(method);
                default:
                    // Elsewhere nothing is known: members of anonymous types, tuples, lambdas of a chart.
                    return true;
            }
        }

        return true;
    }

    private static bool IsNamedForDisplay(ISymbol target) =>
        MoneySymbols.IsFloatMoney(target, MoneySymbols.TypeOf(target)) || MoneyNames.IsAboutDisplay(target.Name) || MoneyNames.IsAboutDisplay(target.ContainingType?.Name)
        || (IdentifierTokens.Split(target.Name) is { Count: > 0 } words && words[words.Count - 1] is "ratio" or "rate" or "percent" or "share" or "score" or "x" or "y" or "value" or "height" or "width");

    private static bool IsDisplayArgument(IArgumentOperation argument)
    {
        var method = argument.Parent switch
        {
            IInvocationOperation invocation => invocation.TargetMethod,
            IObjectCreationOperation creation => creation.Constructor,
            _ => null,
        };

        // Only arithmetic of the framework is known to go on computing with the amount.
        return method?.ContainingType is not { Name: "Math" or "MathF", ContainingNamespace.Name: "System" };
    }
}
