using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Masks by regular expression: <c>Regex.Replace(phone, @"(\d{3})-\d{4}-(\d{4})", "$1-****-$2")</c>.</summary>
internal sealed partial class FlowEvaluator
{
    private FlowValue ReplaceByRegex(IInvocationOperation invocation, FlowValue receiver, List<FlowValue> arguments)
    {
        var text = InvokeOther(invocation, receiver, arguments);
        if (text.IsBlank || ReplacementOf(invocation) is not { } replacement || PatternOf(invocation) is not var (pattern, options))
        {
            return text;
        }

        var (gone, shortened) = RegexMasks.Of(pattern, replacement, options);
        return shortened == 0 ? text.Without(gone) : AsBirthDates(text.Without(gone), shortened);
    }

    private (string Pattern, RegexOptions Options)? PatternOf(IInvocationOperation invocation)
    {
        if (invocation.Instance is null)
        {
            return TextArgument(invocation, "pattern") is { } pattern
                ? (pattern, (RegexOptions)(invocation.Arguments.FirstOrDefault(argument => argument.Parameter?.Name is "options")?.Value.ConstantValue.Value as int? ?? 0))
                : null;
        }

        var text = Source(invocation.Instance) switch
        {
            IInvocationOperation generated => Generated(generated.TargetMethod),
            IPropertyReferenceOperation generated => Generated(generated.Property),
            IObjectCreationOperation { Arguments.Length: > 0 } made => made.Arguments[0].Value.ConstantValue.Value as string,
            IFieldReferenceOperation field => Declared(field.Field),
            ILocalReferenceOperation local => Declared(local.Local),
            _ => null,
        };
        return text is null ? null : (text, RegexOptions.None);
    }

    /// <summary>The replacement as a pattern, also where a lambda puts it together.</summary>
    private static string? ReplacementOf(IInvocationOperation invocation) => TextArgument(invocation, "replacement")
        ?? (invocation.Arguments.FirstOrDefault(argument => argument.Parameter?.Name is "evaluator")?.Value.Syntax is LambdaExpressionSyntax { ExpressionBody: { } made } ? Written(made) : null);

    private static string? Written(ExpressionSyntax made) => !ExecutionStack.HasRoom ? null : made switch
    {
        LiteralExpressionSyntax { Token.Value: string text } => text.Replace("$", "$$"),
        InterpolatedStringExpressionSyntax text => Concatenated(text.Contents.Select(part => part is InterpolationSyntax hole ? Written(hole.Expression) : ((InterpolatedStringTextSyntax)part).TextToken.ValueText.Replace("$", "$$"))),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => Concatenated([Written(sum.Left), Written(sum.Right)]),
        ParenthesizedExpressionSyntax inner => Written(inner.Expression),

        // new string('*', match.Length): how many does not matter.
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: 2 } filled } when filled[0].Expression is LiteralExpressionSyntax { Token.Value: char mask } => new string(mask, 3),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value", Expression: ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } group, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Groups" } } }
            when group[0].Expression is LiteralExpressionSyntax name => "${" + name.Token.ValueText + "}",
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value", Expression: IdentifierNameSyntax } => "$0",
        _ => null,
    };

    private static string? Concatenated(IEnumerable<string?> parts)
    {
        var all = parts.ToList();
        return all.Contains(null) ? null : string.Concat(all);
    }

    private static string? TextArgument(IInvocationOperation invocation, string parameter) =>
        invocation.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter)?.Value.ConstantValue.Value as string;

    // [GeneratedRegex("...")]
    private static string? Generated(ISymbol member) => member.GetAttributes()
        .FirstOrDefault(attribute => attribute.AttributeClass?.Name is "GeneratedRegexAttribute")?.ConstructorArguments.FirstOrDefault().Value as string;

    // static readonly Regex Digits = new(@"\d");
    private static string? Declared(ISymbol variable) => variable.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax()
        is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } } && arguments[0].Expression is LiteralExpressionSyntax literal
            ? literal.Token.ValueText
            : null;
}
