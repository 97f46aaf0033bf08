using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.CodeFixes;

/// <summary>What has to change in an expression that becomes decimal: <c>1.5</c> and <c>(double)amount</c>.</summary>
internal static class DecimalValues
{
    public static IEnumerable<SyntaxNode> Find(SyntaxNode value, SemanticModel model, CancellationToken cancellationToken) => value.DescendantNodes().Where(node => node switch
    {
        LiteralExpressionSyntax { Token.Value: double or float } => true,
        CastExpressionSyntax cast => IsFloat(model.GetTypeInfo(cast, cancellationToken).Type)
            && model.GetTypeInfo(cast.Expression, cancellationToken).Type?.SpecialType == SpecialType.System_Decimal,
        _ => false,
    });

    public static SyntaxNode Convert(SyntaxNode node) => node switch
    {
        LiteralExpressionSyntax literal => SyntaxFactory.ParseExpression(literal.Token.Text.TrimEnd('d', 'D', 'f', 'F') + "m").WithTriviaFrom(literal),
        CastExpressionSyntax cast => cast.Expression.WithTriviaFrom(cast),
        _ => node,
    };

    private static bool IsFloat(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Double or SpecialType.System_Single;
}
