using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using HyperscaleSdk.Analyzers.Ai;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.CodeFixes;

/// <summary>Finds, in one file, the expressions that give the client of a reported call its value.</summary>
internal sealed class ClientMakers(SemanticModel model, AiTypes types, CancellationToken cancellationToken)
{
    private readonly SemanticModel _model = model;
    private readonly AiTypes _types = types;
    private readonly CancellationToken _cancellationToken = cancellationToken;

    /// <summary>The makers of the client; empty when it is not made or handed in here, or is guarded already.</summary>
    public IReadOnlyList<ExpressionSyntax> Of(Diagnostic diagnostic, SyntaxNode root) =>
        Client(diagnostic, root) is { } client && _model.GetSymbolInfo(client, _cancellationToken).Symbol is { } symbol && Makers(symbol, client, root) is { Count: > 0 } makers
            && !makers.Any(IsGuarded)
            ? makers
            : [];

    /// <summary>The receiver of the call that sends: around the reported expression, or at the end of the way there.</summary>
    public ExpressionSyntax? Client(Diagnostic diagnostic, SyntaxNode root)
    {
        var places = diagnostic.AdditionalLocations.Reverse().Take(1).Prepend(diagnostic.Location);
        foreach (var place in places.Where(place => place.SourceTree == root.SyntaxTree))
        {
            foreach (var call in root.FindNode(place.SourceSpan, getInnermostNodeForTie: true).AncestorsAndSelf().OfType<InvocationExpressionSyntax>())
            {
                if (call.Expression is MemberAccessExpressionSyntax { Expression: var receiver } && _types.IsAiClient(_model.GetTypeInfo(receiver, _cancellationToken).Type))
                {
                    return receiver;
                }
            }
        }

        return null;
    }

    private List<ExpressionSyntax> Makers(ISymbol client, ExpressionSyntax read, SyntaxNode root) => client switch
    {
        ILocalSymbol or IFieldSymbol or IPropertySymbol => [.. Declared(client).Concat(Assigned(client, root))],

        // What is handed in is guarded where it is used: the caller's client stays as it is.
        IParameterSymbol => [read],
        _ => [],
    };

    private IEnumerable<ExpressionSyntax> Declared(ISymbol client)
    {
        foreach (var reference in client.DeclaringSyntaxReferences.Where(reference => reference.SyntaxTree == _model.SyntaxTree))
        {
            var value = reference.GetSyntax(_cancellationToken) switch
            {
                VariableDeclaratorSyntax variable => variable.Initializer?.Value,
                PropertyDeclarationSyntax property => property.Initializer?.Value ?? property.ExpressionBody?.Expression,
                _ => null,
            };
            if (value is not null)
            {
                yield return value;
            }
        }
    }

    private IEnumerable<ExpressionSyntax> Assigned(ISymbol client, SyntaxNode root) =>
        from assignment in root.DescendantNodes().OfType<AssignmentExpressionSyntax>()
        where Name(assignment.Left) == client.Name
            && SymbolEqualityComparer.Default.Equals(_model.GetSymbolInfo(assignment.Left, _cancellationToken).Symbol, client)
        select assignment.Right;

    private static string? Name(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        _ => null,
    };

    private static bool IsGuarded(ExpressionSyntax maker) => maker.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
        .Any(name => string.Equals(name.Identifier.ValueText, ClientSteps.PersonalDataGuard, StringComparison.Ordinal));
}
