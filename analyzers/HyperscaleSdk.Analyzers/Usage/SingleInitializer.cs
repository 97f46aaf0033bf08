using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Usage;

/// <summary>What a variable, a read-only field or a property without a setter was set to. What is set again is not followed.</summary>
internal static class SingleInitializer
{
    // Asked of every local that a long method uses.
    private static readonly ConditionalWeakTable<SyntaxNode, HashSet<string>> Assigned = new();

    /// <summary>The value that a reference stands for; null when it is no such reference, or nothing of this assembly.</summary>
    public static IOperation? Of(IOperation value, CancellationToken cancellationToken)
    {
        var symbol = value switch
        {
            ILocalReferenceOperation local => (ISymbol)local.Local,
            IFieldReferenceOperation { Field: { IsReadOnly: true } field } => field,
            IPropertyReferenceOperation { Property: { SetMethod: null } property } => property,
            _ => null,
        };
        if (symbol is not { DeclaringSyntaxReferences.Length: 1 } || value.SemanticModel is not { } model || symbol.DeclaringSyntaxReferences[0].SyntaxTree is not { } tree
            || !model.Compilation.ContainsSyntaxTree(tree))
        {
            return null;
        }

        var initial = symbol.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) switch
        {
            VariableDeclaratorSyntax variable => variable.Initializer?.Value,
            PropertyDeclarationSyntax property => property.Initializer?.Value ?? property.ExpressionBody?.Expression,
            _ => null,
        };
#pragma warning disable RS1030 // the model of another file; the compiler keeps it
        return initial is null || (symbol is ILocalSymbol && IsSetAgain(symbol, value.Syntax)) ? null
            : (tree == model.SyntaxTree ? model : model.Compilation.GetSemanticModel(tree)).GetOperation(initial, cancellationToken);
#pragma warning restore RS1030
    }

    /// <summary>The method assigns the variable somewhere.</summary>
    public static bool IsSetAgain(ISymbol local, SyntaxNode use) =>
        Assigned.GetValue(use.FirstAncestorOrSelf<MemberDeclarationSyntax>(member => member is not GlobalStatementSyntax) ?? use.SyntaxTree.GetRoot(), NamesAssignedIn).Contains(local.Name);

    private static HashSet<string> NamesAssignedIn(SyntaxNode member) => new(
        member.DescendantNodes().OfType<AssignmentExpressionSyntax>().Select(assignment => assignment.Left).OfType<IdentifierNameSyntax>().Select(name => name.Identifier.ValueText),
        StringComparer.Ordinal);
}
