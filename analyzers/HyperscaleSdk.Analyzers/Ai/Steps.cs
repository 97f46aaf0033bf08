using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>Finds the steps that a piece of code adds to the client that it is handed.</summary>
internal static class Steps
{
    /// <summary>Steps anywhere within the code.</summary>
    public static ClientMarks Within(IOperation code, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var marks = ClientMarks.None;
        foreach (var operation in code.DescendantsAndSelf())
        {
            marks |= operation switch
            {
                IInvocationOperation invocation => ClientSteps.MarkOf(invocation.TargetMethod.Name),
                IObjectCreationOperation creation => ClientSteps.MarkOf(creation.Type),
                _ => ClientMarks.None,
            };
        }

        return marks;
    }

    /// <summary>Steps that a call adds to what it is called on: by its name, by its lambdas, or within a method of this assembly.</summary>
    public static ClientMarks Of(IInvocationOperation invocation, ClientGraph graph, CancellationToken cancellationToken)
    {
        var marks = ClientSteps.MarkOf(invocation.TargetMethod.Name);
        foreach (var argument in invocation.Arguments)
        {
            if (argument.Value is IDelegateCreationOperation { Target: IAnonymousFunctionOperation function })
            {
                marks |= Within(function, cancellationToken);
            }
        }

        var method = (invocation.TargetMethod.ReducedFrom ?? invocation.TargetMethod).OriginalDefinition;
        return graph.IsInSource(method) ? marks | OfMethod(method, graph, cancellationToken, depth: 0) : marks;
    }

    private static ClientMarks OfMethod(IMethodSymbol method, ClientGraph graph, CancellationToken cancellationToken, int depth)
    {
        var marks = ClientMarks.None;
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            foreach (var node in reference.GetSyntax(cancellationToken).DescendantNodes())
            {
                if (node is not InvocationExpressionSyntax call || SourceIndex.NameOf(call.Expression) is not { } name)
                {
                    continue;
                }

                marks |= ClientSteps.MarkOf(name);
                if (depth < 3 && graph.Model(call.SyntaxTree).GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol called)
                {
                    var definition = (called.ReducedFrom ?? called).OriginalDefinition;
                    marks |= graph.IsInSource(definition) && !SymbolEqualityComparer.Default.Equals(definition, method)
                        ? OfMethod(definition, graph, cancellationToken, depth + 1) : ClientMarks.None;
                }
            }
        }

        return marks;
    }
}
