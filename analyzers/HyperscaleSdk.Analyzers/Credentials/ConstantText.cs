using System.Text;
using System.Threading;
using HyperscaleSdk.Analyzers.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Credentials;

/// <summary>The text that an expression always has, through constants, concatenation, and variables that are set once.</summary>
internal static class ConstantText
{
    private const int Deepest = 6;

    public static string? Of(IOperation? operation, CancellationToken cancellationToken) => Of(operation, Deepest, cancellationToken);

    /// <summary>The variable that holds the text, when the expression is one.</summary>
    public static ISymbol? Variable(IOperation? operation) => operation switch
    {
        IConversionOperation conversion => Variable(conversion.Operand),
        ILocalReferenceOperation local => local.Local,
        IFieldReferenceOperation field => field.Field,
        IPropertyReferenceOperation property => property.Property,
        _ => null,
    };

    /// <summary>The expression that a variable is set to where it is declared.</summary>
    public static ExpressionSyntax? Initializer(ISymbol variable, CancellationToken cancellationToken) =>
        variable.DeclaringSyntaxReferences.Length != 1 ? null : variable.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) switch
        {
            VariableDeclaratorSyntax declarator => declarator.Initializer?.Value,
            PropertyDeclarationSyntax property => property.Initializer?.Value ?? property.ExpressionBody?.Expression,
            _ => null,
        };

    private static string? Of(IOperation? operation, int depth, CancellationToken cancellationToken)
    {
        if (operation is null || depth == 0)
        {
            return null;
        }

        if (operation.ConstantValue is { HasValue: true, Value: var value })
        {
            return value as string;
        }

        switch (operation)
        {
            case IConversionOperation conversion:
                return Of(conversion.Operand, depth, cancellationToken);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                return Of(sum.LeftOperand, depth - 1, cancellationToken) is { } left && Of(sum.RightOperand, depth - 1, cancellationToken) is { } right ? left + right : null;
            case IInterpolatedStringOperation interpolated:
                var text = new StringBuilder();
                foreach (var part in interpolated.Parts)
                {
                    var content = part is IInterpolatedStringTextOperation fixedText ? fixedText.Text : (part as IInterpolationOperation)?.Expression;
                    if (Of(content, depth - 1, cancellationToken) is not { } piece)
                    {
                        return null;
                    }

                    text.Append(piece);
                }

                return text.ToString();
            case ILocalReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation:
                return OfVariable(operation, depth, cancellationToken);
            default:
                return null;
        }
    }

    private static string? OfVariable(IOperation operation, int depth, CancellationToken cancellationToken)
    {
        var variable = Variable(operation)!;
        var isSetOnce = variable switch
        {
            ILocalSymbol local => !SingleInitializer.IsSetAgain(local, operation.Syntax),
            IFieldSymbol field => field.IsReadOnly,
            IPropertySymbol property => property.SetMethod is null,
            _ => false,
        };
        return isSetOnce && Initializer(variable, cancellationToken) is { } initializer && operation.SemanticModel is { } model && initializer.SyntaxTree == model.SyntaxTree
            ? Of(model.GetOperation(initializer, cancellationToken), depth - 1, cancellationToken)
            : null;
    }
}
