using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Which arguments a composite format writes: <c>"{0}: {2:N0}"</c> has no hole for the second.</summary>
internal static class FormatHoles
{
    /// <param name="format">A call of <c>string.Format</c>.</param>
    /// <param name="source">What one of the compiler's temporaries was made from.</param>
    /// <returns>Null when the format is not constant.</returns>
    public static IReadOnlyList<(int Index, string? Format)>? Of(IInvocationOperation format, Func<IOperation?, IOperation?> source)
    {
        var operand = source(format.Arguments.FirstOrDefault(argument => argument.Parameter?.Name is "format")?.Value);
        var text = operand switch
        {
            { ConstantValue: { HasValue: true, Value: string constant } } => constant,
            IFieldReferenceOperation { Field.IsReadOnly: true } field => Parsed(field.Field),
            _ => null,
        };
        return text is null ? null : [.. In(text)];
    }

    /// <summary>Which hole a parameter of <c>string.Format</c> is for; null when it is none of the first three.</summary>
    public static int? IndexOf(IParameterSymbol? parameter) => parameter?.Name switch
    {
        "arg0" => 0,
        "arg1" => 1,
        "arg2" => 2,
        _ => null,
    };

    private static IEnumerable<(int Index, string? Format)> In(string format)
    {
        for (var i = 0; i < format.Length - 1; i++)
        {
            if (format[i] != '{')
            {
                continue;
            }

            var hole = 0;
            for (i++; i < format.Length && format[i] is >= '0' and <= '9' && hole < 1_000; i++)
            {
                hole = (hole * 10) + (format[i] - '0');
            }

            // "{{" is a brace.
            if (format[i - 1] != '{')
            {
                var end = format.IndexOf('}', i);
                var colon = end < 0 ? -1 : format.IndexOf(':', i, end - i);
                yield return (hole, colon < 0 ? null : format.Substring(colon + 1, end - colon - 1));
            }
        }
    }

    // static readonly CompositeFormat Line = CompositeFormat.Parse("...");
    private static string? Parsed(IFieldSymbol field) => field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax()
        is VariableDeclaratorSyntax { Initializer.Value: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Parse" }, ArgumentList.Arguments: { Count: > 0 } arguments } } && arguments[0].Expression is LiteralExpressionSyntax { Token.Value: string text }
            ? text
            : null;
}
