using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>Reads the known beginning of an address: scheme and host are nearly always constant.</summary>
internal static class AddressText
{
    private const int MaxDepth = 12;

    public static string? Find(IOperation value, ClientGraph graph, CancellationToken cancellationToken) => Find(value, graph, 0, cancellationToken);

    private static string? Find(IOperation? value, ClientGraph graph, int depth, CancellationToken cancellationToken)
    {
        if (value is null || depth > MaxDepth)
        {
            return null;
        }

        if (value.ConstantValue is { HasValue: true, Value: string constant })
        {
            return constant;
        }

        return value switch
        {
            IConversionOperation conversion => Find(conversion.Operand, graph, depth + 1, cancellationToken),
            IInterpolatedStringOperation interpolated => Beginning(interpolated, graph, depth, cancellationToken),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => Find(sum.LeftOperand, graph, depth + 1, cancellationToken),
            IObjectCreationOperation { Type.Name: "Uri" or "UriBuilder" } uri => Find(uri.Arguments.FirstOrDefault()?.Value, graph, depth + 1, cancellationToken),
            IObjectCreationOperation { Type.Name: "HttpRequestMessage" } request => OfRequest(request, graph, depth, cancellationToken),
            IInvocationOperation { TargetMethod.Name: "ToString", Instance: { } text } => Find(text, graph, depth + 1, cancellationToken),
            IInvocationOperation { TargetMethod: { Name: "Format" or "Concat", ContainingType.SpecialType: SpecialType.System_String } } format =>
                Find(format.Arguments.FirstOrDefault(argument => argument.Parameter?.Type.SpecialType == SpecialType.System_String)?.Value, graph, depth + 1, cancellationToken),
            ILocalReferenceOperation local => OfSymbol(local.Local, graph, depth, cancellationToken),
            IFieldReferenceOperation field => OfSymbol(field.Field, graph, depth, cancellationToken),
            IPropertyReferenceOperation property => OfSymbol(property.Property, graph, depth, cancellationToken),
            _ => null,
        };
    }

    private static string? Beginning(IInterpolatedStringOperation interpolated, ClientGraph graph, int depth, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        foreach (var part in interpolated.Parts)
        {
            switch (part)
            {
                case IInterpolatedStringTextOperation literal when literal.Text.ConstantValue.Value is string known:
                    text.Append(known);
                    break;
                case IInterpolationOperation hole when Find(hole.Expression, graph, depth + 1, cancellationToken) is { } known:
                    text.Append(known);
                    break;
                default:
                    return text.ToString();
            }
        }

        return text.ToString();
    }

    private static string? OfRequest(IObjectCreationOperation request, ClientGraph graph, int depth, CancellationToken cancellationToken)
    {
        foreach (var argument in request.Arguments)
        {
            if (Find(argument.Value, graph, depth + 1, cancellationToken) is { } text)
            {
                return text;
            }
        }

        foreach (var initializer in request.Initializer?.Initializers ?? [])
        {
            if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "RequestUri" } } assignment)
            {
                return Find(assignment.Value, graph, depth + 1, cancellationToken);
            }
        }

        return null;
    }

    private static string? OfSymbol(ISymbol symbol, ClientGraph graph, int depth, CancellationToken cancellationToken)
    {
        if (!graph.IsInSource(symbol) && symbol is not ILocalSymbol)
        {
            return null;
        }

        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            var value = reference.GetSyntax(cancellationToken) switch
            {
                VariableDeclaratorSyntax { Initializer.Value: { } initial } => initial,
                PropertyDeclarationSyntax { Initializer.Value: { } initial } => initial,
                PropertyDeclarationSyntax { ExpressionBody.Expression: { } body } => body,
                _ => null,
            };
            if (value is not null && Find(graph.Model(value.SyntaxTree).GetOperation(value, cancellationToken), graph, depth + 1, cancellationToken) is { } text)
            {
                return text;
            }
        }

        return null;
    }
}
