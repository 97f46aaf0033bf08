using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Output;

/// <summary>What makes output fit to be run, opened or rendered.</summary>
internal sealed class ExecutionPolicy(ExecutionKind kind) : OutputPolicy
{
    private static readonly string[] Checkers =
        ["Validate", "Ensure", "Check", "Verify", "Assert", "Guard", "Require", "Sanitize", "Sanitise", "Escape", "Encode", "Clean", "Filter", "Strip", "Allow", "Quote", "Normalize", "Whitelist"];

    private readonly ExecutionKind _kind = kind;

    public override bool Accepts(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: var name, ContainingType.Name: var type } method } =>
            (IsChecker(name) && type is not "String")
            || name is "HtmlEncode" or "UrlEncode" or "EscapeDataString" or "JavaScriptStringEncode"
            || (_kind == ExecutionKind.Path && type is "Path" && name is "GetFileName" or "GetFileNameWithoutExtension" or "GetExtension" or "GetRandomFileName")
            || (method.ReturnType is { Name: "FormattableString" }),

        // allowed.Contains(text) ? text : "none"
        IConditionalOperation { WhenFalse: not null } conditional => IsCheck(conditional.Condition.Syntax, Names(conditional.WhenTrue.Syntax).Concat(Names(conditional.WhenFalse.Syntax)), isNameUsed: true),

        // tools[name] finds only what was put there.
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance.Type: { } receiver } => IsTable(receiver) && OutputTypes.FormOf(receiver) == OutputForms.None && !IsArguments(receiver),
        _ => false,
    };

    /// <summary>Whether the place is reached only after a check of one of the variables, or of the same expression.</summary>
    public static bool IsChecked(SyntaxNode place, IEnumerable<ISymbol> variables)
    {
        var names = new HashSet<string>(variables.Select(variable => variable.Name).Concat(Names(place)), StringComparer.Ordinal);
        var isNameUsed = place.DescendantNodesAndSelf().Any(IsNameOfCall);
        return Conditions.Before(place).Any(condition => IsCheck(condition, names, isNameUsed))
            || Conditions.StatementsBefore(place).Any(statement => IsCheckingCall(statement, names));
    }

    private static bool IsCheckingCall(StatementSyntax statement, HashSet<string> names) =>
        statement is ExpressionStatementSyntax { Expression: var expression }
        && (expression is AwaitExpressionSyntax awaited ? awaited.Expression : expression) is InvocationExpressionSyntax call
        && IsChecker(NameOf(call)) && call.ArgumentList.Arguments.Any(argument => Names(argument).Any(names.Contains));

    // Null and emptiness say nothing about what the text is.
    // Which tool the model called says nothing about the arguments that it gave.
    private static bool IsCheck(SyntaxNode condition, IEnumerable<string> names, bool isNameUsed)
    {
        var known = new HashSet<string>(names, StringComparer.Ordinal);
        IEnumerable<string> Names(SyntaxNode node) => ExecutionPolicy.Names(node, isNameUsed);
        return condition.DescendantNodesAndSelf().Any(node => node switch
        {
            InvocationExpressionSyntax call => NameOf(call) is not ("IsNullOrEmpty" or "IsNullOrWhiteSpace" or "ReferenceEquals" or "Any" or "Count") && Names(call).Any(known.Contains),
            BinaryExpressionSyntax { OperatorToken.RawKind: (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.EqualsEqualsToken or (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.ExclamationEqualsToken } comparison =>
                !IsNothing(comparison.Left) && !IsNothing(comparison.Right) && Names(comparison).Any(known.Contains),
            IsPatternExpressionSyntax pattern => pattern.Pattern.DescendantNodesAndSelf().OfType<ConstantPatternSyntax>().Any(constant => !IsNothing(constant.Expression)) && Names(pattern.Expression).Any(known.Contains),
            IdentifierNameSyntax identifier => identifier.Parent is SwitchStatementSyntax or SwitchExpressionSyntax && known.Contains(identifier.Identifier.ValueText),
            _ => false,
        });
    }

    private static bool IsNothing(ExpressionSyntax expression) =>
        expression is LiteralExpressionSyntax { Token.Value: null or "" or int } || expression.ToString() is "string.Empty" or "String.Empty";

    private static bool IsChecker(string name)
    {
        foreach (var word in Checkers)
        {
            if (name.IndexOf(word, StringComparison.OrdinalIgnoreCase) is var at && at >= 0 && (at == 0 || char.IsUpper(name[at])))
            {
                return true;
            }
        }

        return name.StartsWith("Is", StringComparison.Ordinal) || name.StartsWith("ThrowIf", StringComparison.Ordinal) && name is not ("ThrowIfNull" or "ThrowIfNullOrEmpty" or "ThrowIfNullOrWhiteSpace" or "ThrowIfCancellationRequested");
    }

    private static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        _ => string.Empty,
    };

    private static bool IsNameOfCall(SyntaxNode node) => node is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Name" or "CallId" };

    private static IEnumerable<string> Names(SyntaxNode node, bool withNames = true) =>
        node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            .Where(name => name.Parent is not MemberAccessExpressionSyntax member || (member.Expression == name && (withNames || !IsNameOfCall(member))))
            .Select(name => name.Identifier.ValueText);

    private static bool IsTable(ITypeSymbol type) => type.Name is "Dictionary" or "IDictionary" or "IReadOnlyDictionary" or "FrozenDictionary" or "ImmutableDictionary" or "ConcurrentDictionary";

    // The arguments of a function call are the model's own words.
    private static bool IsArguments(ITypeSymbol type) =>
        type.Name is "JsonObject" or "JsonElement"
        || (type is INamedTypeSymbol { TypeArguments: { Length: 2 } arguments } && arguments[0].SpecialType == SpecialType.System_String
            && arguments[1].SpecialType is SpecialType.System_Object or SpecialType.System_String);
}
