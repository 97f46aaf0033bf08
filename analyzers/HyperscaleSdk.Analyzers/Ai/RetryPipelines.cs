using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>Pipelines and policies of Polly: whether what is run in one is sent again after a failure that may have been billed.</summary>
internal static class RetryPipelines
{
    /// <summary>True as well where nothing is known about the pipeline: it came from elsewhere.</summary>
    public static bool MayRepeat(InvocationExpressionSyntax executed, SemanticModel model, CancellationToken cancellationToken)
    {
        if (executed.Expression is not MemberAccessExpressionSyntax { Expression: var pipeline })
        {
            return true;
        }

        var made = (pipeline is InvocationExpressionSyntax ? [pipeline] : ValuesOf(pipeline, model, cancellationToken)).Where(IsWhole).ToList();
        return made.Count == 0 || made.Exists(Repeats);
    }

    /// <summary>Refused before any work was done, or never sent.</summary>
    public static bool IsNeverBilled(string exception) =>
        exception.IndexOf("RateLimit", StringComparison.Ordinal) >= 0 || exception.IndexOf("ConnectionException", StringComparison.Ordinal) >= 0
        || exception.EndsWith("SocketException", StringComparison.Ordinal);

    // What the variable, field or property is set to, in the type that declares it.
    private static IEnumerable<ExpressionSyntax> ValuesOf(ExpressionSyntax pipeline, SemanticModel model, CancellationToken cancellationToken)
    {
        var symbol = model.GetSymbolInfo(pipeline, cancellationToken).Symbol;
        foreach (var reference in symbol?.DeclaringSyntaxReferences ?? [])
        {
            var declaration = reference.GetSyntax(cancellationToken);
            var value = declaration switch
            {
                VariableDeclaratorSyntax variable => variable.Initializer?.Value,
                PropertyDeclarationSyntax property => property.Initializer?.Value ?? property.ExpressionBody?.Expression,
                _ => null,
            };
            if (value is not null)
            {
                yield return value;
            }

            foreach (var assignment in (declaration.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? declaration.SyntaxTree.GetRoot(cancellationToken)).DescendantNodes().OfType<AssignmentExpressionSyntax>())
            {
                if (SourceIndex.NameOf(assignment.Left) == symbol!.Name)
                {
                    yield return assignment.Right;
                }
            }
        }
    }

    // From the first builder on, so that all strategies can be seen.
    private static bool IsWhole(ExpressionSyntax value) => value.DescendantNodesAndSelf().Any(node => node switch
    {
        ObjectCreationExpressionSyntax creation => creation.Type.ToString().IndexOf("PipelineBuilder", StringComparison.Ordinal) >= 0,
        IdentifierNameSyntax name => name.Identifier.ValueText is "Policy",
        _ => false,
    });

    private static bool Repeats(ExpressionSyntax value)
    {
        var isRetry = value.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(call => SourceIndex.NameOf(call.Expression) is { } name
            && (name.IndexOf("Retry", StringComparison.Ordinal) >= 0 || name.IndexOf("Hedging", StringComparison.Ordinal) >= 0));
        var exceptions = value.DescendantNodes().OfType<SimpleNameSyntax>()
            .Where(name => name.Identifier.ValueText.EndsWith("Exception", StringComparison.Ordinal) && !(name.Parent is MemberAccessExpressionSyntax member && member.Name == name))
            .Select(name => name.Identifier.ValueText).ToList();
        return isRetry && !(exceptions.Count > 0 && exceptions.TrueForAll(IsNeverBilled));
    }
}
