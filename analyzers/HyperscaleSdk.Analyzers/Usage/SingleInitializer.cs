using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Usage;

/// <summary>What a variable, a read-only field or a property without a setter was set to. What is set again is not followed.</summary>
internal static class SingleInitializer
{
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

    /// <summary>The method sets the variable somewhere after its declaration: by an assignment, by counting or by reference.</summary>
    public static bool IsSetAgain(ISymbol local, SyntaxNode use) =>
        MemberWrites.Around(use) is var writes && (writes.AssignmentsOf(local.Name) > 0 || writes.IsSetOtherwise(local.Name));
}
