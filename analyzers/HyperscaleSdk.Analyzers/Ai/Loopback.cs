using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>Finds an address of this machine among the things that a client is made of.</summary>
internal static class Loopback
{
    public static bool IsMentioned(IOperation creation, CancellationToken cancellationToken)
    {
        foreach (var operation in creation.DescendantsAndSelf())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (IsLocalAddress(operation) || (Declaration(operation, cancellationToken) is { } value && IsMentionedIn(value)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMentionedIn(IOperation value)
    {
        foreach (var operation in value.DescendantsAndSelf())
        {
            if (IsLocalAddress(operation))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLocalAddress(IOperation operation) =>
        operation.ConstantValue is { HasValue: true, Value: string text } && text.IndexOf("://", System.StringComparison.Ordinal) > 0 && ProviderHosts.IsLocal(text);

    // One step: var options = new SolarOptions { BaseAddress = new Uri("http://127.0.0.1:5081") };
    private static IOperation? Declaration(IOperation operation, CancellationToken cancellationToken)
    {
        var symbol = operation switch
        {
            ILocalReferenceOperation local => (ISymbol)local.Local,
            IFieldReferenceOperation field => field.Field,
            _ => null,
        };
        if (symbol is null || operation.SemanticModel is not { } model || symbol.DeclaringSyntaxReferences.Length != 1
            || symbol.DeclaringSyntaxReferences[0] is not { } reference || reference.SyntaxTree != model.SyntaxTree
            || reference.GetSyntax(cancellationToken) is not VariableDeclaratorSyntax { Initializer: { } initializer })
        {
            return null;
        }

        return model.GetOperation(initializer.Value, cancellationToken);
    }
}
