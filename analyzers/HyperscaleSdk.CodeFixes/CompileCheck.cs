using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.CodeFixes;

/// <summary>A fix is offered only when what it makes compiles as well as what was there.</summary>
internal static class CompileCheck
{
    public static bool Passes(SemanticModel before, SyntaxNode changedRoot, CancellationToken cancellationToken)
    {
        var tree = before.SyntaxTree;
        var after = before.Compilation.ReplaceSyntaxTree(tree, tree.WithRootAndOptions(changedRoot, tree.Options));
        return Errors(after, cancellationToken) <= Errors(before.Compilation, cancellationToken);
    }

    private static int Errors(Compilation compilation, CancellationToken cancellationToken) =>
        compilation.GetDiagnostics(cancellationToken).Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
