using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Credentials;

/// <summary>Delegates that judge a server's certificate, and whether they accept every one.</summary>
internal static class CertificateCallbacks
{
    /// <summary>Whatever the property is called: such a delegate gets the errors and says whether they matter.</summary>
    public static bool Judges(ITypeSymbol? type) =>
        type is INamedTypeSymbol { DelegateInvokeMethod: { ReturnType.SpecialType: SpecialType.System_Boolean, Parameters: { Length: > 0 } parameters } }
        && parameters[parameters.Length - 1].Type is { Name: "SslPolicyErrors" };

    public static bool AcceptsAll(IDelegateCreationOperation creation, CancellationToken cancellationToken) => creation.Target switch
    {
        IAnonymousFunctionOperation { Syntax: AnonymousFunctionExpressionSyntax { ExpressionBody: { } body } } => IsTrue(body),
        IAnonymousFunctionOperation { Syntax: AnonymousFunctionExpressionSyntax { Block: { } block } } => ReturnsOnlyTrue(block),
        IMethodReferenceOperation { Method.DeclaringSyntaxReferences: { Length: 1 } declarations } => declarations[0].GetSyntax(cancellationToken) switch
        {
            MethodDeclarationSyntax { ExpressionBody.Expression: { } body } => IsTrue(body),
            MethodDeclarationSyntax { Body: { } block } => ReturnsOnlyTrue(block),
            LocalFunctionStatementSyntax { ExpressionBody.Expression: { } body } => IsTrue(body),
            LocalFunctionStatementSyntax { Body: { } block } => ReturnsOnlyTrue(block),
            _ => false,
        },
        _ => false,
    };

    private static bool ReturnsOnlyTrue(BlockSyntax block)
    {
        var results = block.DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .OfType<ReturnStatementSyntax>().ToList();
        return results.Count > 0 && results.TrueForAll(result => result.Expression is { } value && IsTrue(value));
    }

    private static bool IsTrue(ExpressionSyntax expression)
    {
        while (expression is ParenthesizedExpressionSyntax parenthesized)
        {
            expression = parenthesized.Expression;
        }

        return expression.IsKind(SyntaxKind.TrueLiteralExpression);
    }
}
