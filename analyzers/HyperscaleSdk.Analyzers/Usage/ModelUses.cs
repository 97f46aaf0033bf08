using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using HyperscaleSdk.Analyzers.Ai;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Usage;

/// <summary>The clients whose calls are handed the options in which a model is named: in place, or through a variable or field of the type.</summary>
internal static class ModelUses
{
    public static ImmutableArray<ClientChain> Of(IOperation model, ClientGraph graph, CancellationToken cancellationToken) =>
        [.. Calls(model, graph, cancellationToken).Select(client => graph.Trace(client, cancellationToken))];

    private static IEnumerable<IOperation> Calls(IOperation model, ClientGraph graph, CancellationToken cancellationToken)
    {
        for (var parent = model.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IInvocationOperation invocation when AiCall.TryCreate(invocation, graph.Types, out var call) && call.Client is { } client:
                    return [client];
                case IAssignmentOperation { Target: IPropertyReferenceOperation { Instance: { } options } } when HolderOf(options) is { } holder:
                    return CallsWith(holder, model, graph, cancellationToken);
                case IVariableDeclaratorOperation variable:
                    return CallsWith(variable.Symbol, model, graph, cancellationToken);
                case IFieldInitializerOperation field:
                    return CallsWith(field.InitializedFields[0], model, graph, cancellationToken);
                case IAnonymousFunctionOperation or IBlockOperation or IExpressionStatementOperation:
                    return [];
            }
        }

        return [];
    }

    private static ISymbol? HolderOf(IOperation options) => options switch
    {
        ILocalReferenceOperation local => local.Local,
        IFieldReferenceOperation field => field.Field,
        _ => null,
    };

    private static IEnumerable<IOperation> CallsWith(ISymbol holder, IOperation model, ClientGraph graph, CancellationToken cancellationToken)
    {
        var scope = model.Syntax.Ancestors().FirstOrDefault(node => holder is ILocalSymbol ? node is MemberDeclarationSyntax and not GlobalStatementSyntax : node is TypeDeclarationSyntax)
            ?? model.Syntax.SyntaxTree.GetRoot(cancellationToken);
        foreach (var argument in scope.DescendantNodes().OfType<ArgumentSyntax>())
        {
            if (argument is { Expression: IdentifierNameSyntax name, Parent.Parent: InvocationExpressionSyntax call } && name.Identifier.ValueText == holder.Name
                && model.SemanticModel!.GetOperation(call, cancellationToken) is IInvocationOperation invocation
                && AiCall.TryCreate(invocation, graph.Types, out var found) && found.Client is { } client)
            {
                yield return client;
            }
        }
    }
}
