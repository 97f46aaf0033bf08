using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Finds, inside an argument, the smallest expressions that carry the data: those are reported and fixed.</summary>
internal static class FlowCarriers
{
    /// <summary>Diagnostic property: the spans of all carriers, <c>start:length</c> separated by <c>;</c>.</summary>
    public const string SpansProperty = "Carriers";

    public static IReadOnlyList<SyntaxNode> Find(SyntaxNode argument, PersonalDataKind kind, FlowValues values)
    {
        var found = new List<SyntaxNode>();
        Descend(argument, kind, values, found);
        return found;
    }

    public static ImmutableDictionary<string, string?> ToProperties(IReadOnlyList<SyntaxNode> carriers) =>
        ImmutableDictionary<string, string?>.Empty.Add(
            SpansProperty,
            string.Join(";", carriers.Select(carrier => carrier.SpanStart.ToString(CultureInfo.InvariantCulture) + ":" + carrier.Span.Length.ToString(CultureInfo.InvariantCulture))));

    private static void Descend(SyntaxNode node, PersonalDataKind kind, FlowValues values, List<SyntaxNode> found)
    {
        var before = found.Count;
        Collect(node, kind, values, found);
        if (found.Count == before)
        {
            found.Add(node);
        }
    }

    // Objects and collections hold no text themselves; what they were made of may.
    private static void Collect(SyntaxNode node, PersonalDataKind kind, FlowValues values, List<SyntaxNode> found)
    {
        foreach (var part in ExecutionStack.HasRoom ? Parts(node) : [])
        {
            if (values.At(part) is { } value && value.Holds(kind))
            {
                Descend(part, kind, values, found);
            }
            else if (IsTransparent(part))
            {
                Collect(part, kind, values, found);
            }
        }
    }

    private static bool IsTransparent(SyntaxNode node) => node
        is BaseObjectCreationExpressionSyntax or InitializerExpressionSyntax or CollectionExpressionSyntax or ArrayCreationExpressionSyntax
        or ImplicitArrayCreationExpressionSyntax or AnonymousObjectCreationExpressionSyntax or ParenthesizedExpressionSyntax
        or AssignmentExpressionSyntax or ConditionalExpressionSyntax or SwitchExpressionSyntax or TupleExpressionSyntax;

    private static IEnumerable<SyntaxNode> Parts(SyntaxNode node)
    {
        switch (node)
        {
            case InterpolatedStringExpressionSyntax interpolated:
                return interpolated.Contents.OfType<InterpolationSyntax>().Select(hole => hole.Expression);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } binary:
                return [binary.Left, binary.Right];
            case ParenthesizedExpressionSyntax parenthesized:
                return [parenthesized.Expression];
            case ConditionalExpressionSyntax conditional:
                return [conditional.WhenTrue, conditional.WhenFalse];
            case SwitchExpressionSyntax switched:
                return switched.Arms.Select(arm => arm.Expression);
            case BaseObjectCreationExpressionSyntax creation:
                return Arguments(creation.ArgumentList).Concat(creation.Initializer?.Expressions ?? default);
            case InitializerExpressionSyntax initializer:
                return initializer.Expressions;
            case AssignmentExpressionSyntax assignment:
                return [assignment.Right];
            case CollectionExpressionSyntax collection:
                return collection.Elements.OfType<ExpressionElementSyntax>().Select(element => element.Expression);
            case ArrayCreationExpressionSyntax { Initializer: { } elements }:
                return elements.Expressions;
            case ImplicitArrayCreationExpressionSyntax array:
                return array.Initializer.Expressions;
            case AnonymousObjectCreationExpressionSyntax anonymous:
                return anonymous.Initializers.Select(member => member.Expression);
            case TupleExpressionSyntax tuple:
                return tuple.Arguments.Select(argument => argument.Expression);
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Format" or "Concat" or "Join" } } call:
                return Arguments(call.ArgumentList);
            default:
                return [];
        }
    }

    private static IEnumerable<SyntaxNode> Arguments(ArgumentListSyntax? list) => list?.Arguments.Select(argument => argument.Expression) ?? [];
}
