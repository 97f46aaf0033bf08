using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>The exact types of objects that members are given once and keep: <c>private readonly IFormatter _formatter = new PlainFormatter();</c></summary>
internal sealed class KeptTypes(Compilation compilation)
{
    private readonly ConcurrentDictionary<ISymbol, ITypeSymbol?> _types = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, ILookup<string, ExpressionSyntax>> _values = new(SymbolEqualityComparer.Default);
    private readonly Compilation _compilation = compilation;

    /// <summary>The type of what a field or property holds; null when it may hold others.</summary>
    public ITypeSymbol? Of(ISymbol member, CancellationToken cancellationToken) =>
        member is IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null }
            ? _types.TryGetValue(member.OriginalDefinition, out var known) ? known : _types.GetOrAdd(member.OriginalDefinition, Find(member.OriginalDefinition, cancellationToken))
            : null;

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
        if (values.Count != 1 || values[0] is not BaseObjectCreationExpressionSyntax made)
        {
            return null;
        }

#pragma warning disable RS1030 // the model of another file; the compiler keeps it
        return _compilation.GetSemanticModel(made.SyntaxTree).GetTypeInfo(made, cancellationToken).Type;
#pragma warning restore RS1030
    }

    // What is readonly is set in constructors of its own type only.
    private static ILookup<string, ExpressionSyntax> ValuesIn(INamedTypeSymbol type) => type.DeclaringSyntaxReferences
        .SelectMany(declaration => ((TypeDeclarationSyntax)declaration.GetSyntax()).Members.OfType<ConstructorDeclarationSyntax>())
        .SelectMany(constructor => constructor.DescendantNodes())
        .SelectMany(node => node switch
        {
            AssignmentExpressionSyntax { Left: TupleExpressionSyntax tuple } => tuple.Arguments.Select(argument => (Place: argument.Expression, Value: (ExpressionSyntax)tuple)),
            AssignmentExpressionSyntax assignment => [(assignment.Left, assignment.Right)],
            ArgumentSyntax { RefKindKeyword.RawKind: not 0 } given => [(given.Expression, given.Expression)],
            _ => [],
        })
        .ToLookup(set => set.Place is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: var name } ? name.Identifier.ValueText : (set.Place as IdentifierNameSyntax)?.Identifier.ValueText ?? string.Empty, set => set.Value, StringComparer.Ordinal);
}
