using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>The exact types of objects that members are given once and keep: <c>private readonly IFormatter _formatter = new PlainFormatter();</c></summary>
internal sealed class KeptTypes(MethodBodies bodies)
{
    private readonly ConcurrentDictionary<ISymbol, ITypeSymbol?> _types = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, ILookup<string, ExpressionSyntax>> _values = new(SymbolEqualityComparer.Default);
    private readonly MethodBodies _bodies = bodies;

    /// <summary>The type of what a field or property holds; null when it may hold others.</summary>
    public ITypeSymbol? Of(ISymbol member, CancellationToken cancellationToken) =>
        member is IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null }
            ? _types.TryGetValue(member.OriginalDefinition, out var known) ? known : _types.GetOrAdd(member.OriginalDefinition, Find(member.OriginalDefinition, cancellationToken))
            : null;

    /// <summary>A constructor gives the field or property another value than that which it is declared with.</summary>
    public bool IsSetByConstructor(ISymbol member) => _values.GetOrAdd(member.ContainingType.OriginalDefinition, ValuesIn).Contains(member.Name);

    private ITypeSymbol? Find(ISymbol member, CancellationToken cancellationToken)
    {
        if (member.DeclaringSyntaxReferences.Length != 1)
        {
            return null;
        }

        var initial = member.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) switch
        {
            VariableDeclaratorSyntax field => field.Initializer?.Value,
            PropertyDeclarationSyntax property => property.Initializer?.Value,
            _ => null,
        };
        var values = _values.GetOrAdd(member.ContainingType, ValuesIn)[member.Name].Concat(initial is null ? [] : [initial]).ToList();
        return values.Count == 1 && values[0] is BaseObjectCreationExpressionSyntax made ? _bodies.ModelOf(made.SyntaxTree).GetTypeInfo(made, cancellationToken).Type : null;
    }

    // What is readonly is set in constructors of its own type only.
    private static ILookup<string, ExpressionSyntax> ValuesIn(INamedTypeSymbol type) => type.Constructors.SelectMany(constructor => constructor.DeclaringSyntaxReferences)
        .Select(declaration => declaration.GetSyntax()).OfType<ConstructorDeclarationSyntax>()
        .SelectMany(constructor => constructor.DescendantNodes())
        .SelectMany(node => node switch
        {
            AssignmentExpressionSyntax { Left: TupleExpressionSyntax tuple } => tuple.Arguments.Select(argument => (Place: argument.Expression, Value: (ExpressionSyntax)tuple)),
            AssignmentExpressionSyntax assignment => [(assignment.Left, assignment.Right)],
            ArgumentSyntax { RefKindKeyword.RawKind: not 0 } given => [(given.Expression, given.Expression)],
            _ => [],
        })
        .ToLookup(set => NameOf(set.Place), set => set.Value, StringComparer.Ordinal);

    private static string NameOf(ExpressionSyntax place) => place switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: var name } => name.Identifier.ValueText,
        _ => string.Empty,
    };
}
