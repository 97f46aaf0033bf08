using System;
using System.Linq;
using HyperscaleSdk.Analyzers.Credentials;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.CodeFixes;

/// <summary>Which variable and which setting a key is read from.</summary>
internal sealed class KeySettings
{
    private const string Suffix = "_API_KEY";

    private KeySettings(string variable) => Variable = variable;

    /// <summary>For example <c>UPSTAGE_API_KEY</c>.</summary>
    public string Variable { get; }

    /// <summary>For example <c>Hyperscale:upstage:ApiKey</c>.</summary>
    public string Path => Variable switch
    {
        "UPSTAGE_API_KEY" => "Hyperscale:upstage:ApiKey",
        "CLOVASTUDIO_API_KEY" => "Hyperscale:naver-clovastudio:ApiKey",
        _ => $"{Provider}:ApiKey",
    };

    private string Provider => Variable switch
    {
        "OPENAI_API_KEY" => "OpenAI",
        "API_KEY" => "Ai",
        _ when Variable.EndsWith(Suffix, StringComparison.Ordinal) => Variable[0] + Variable.Substring(1, Variable.Length - Suffix.Length - 1).ToLowerInvariant(),
        _ => Variable[0] + Variable.Substring(1).ToLowerInvariant(),
    };

    /// <summary>From the key's own form, then from the type that takes it, then from the name it is given to.</summary>
    public static KeySettings Of(ExpressionSyntax key, SemanticModel model)
    {
        if (model.GetConstantValue(key).Value is string text && KeyPrefixes.Variable(text) is { } known)
        {
            return new KeySettings(known);
        }

        foreach (var name in key.Ancestors().TakeWhile(node => node is not MemberDeclarationSyntax || node is FieldDeclarationSyntax or PropertyDeclarationSyntax).Select(node => NameIn(node, model)))
        {
            if (name is not null && OfName(name) is { } settings)
            {
                return settings;
            }
        }

        return new KeySettings("API_KEY");
    }

    private static string? NameIn(SyntaxNode node, SemanticModel model) => node switch
    {
        BaseObjectCreationExpressionSyntax creation => model.GetTypeInfo(creation).Type?.Name,
        AssignmentExpressionSyntax assignment => model.GetSymbolInfo(assignment.Left).Symbol is { } member
            ? (model.GetTypeInfo((assignment.Left as MemberAccessExpressionSyntax)?.Expression ?? assignment.Left).Type?.Name ?? string.Empty) + " " + member.ContainingType?.Name + " " + member.Name
            : null,
        InvocationExpressionSyntax invocation => model.GetSymbolInfo(invocation).Symbol?.Name,
        VariableDeclaratorSyntax declarator => declarator.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        _ => null,
    };

    private static KeySettings? OfName(string name)
    {
        foreach (var (word, variable) in new[]
        {
            ("Upstage", "UPSTAGE_API_KEY"), ("Solar", "UPSTAGE_API_KEY"), ("Clova", "CLOVASTUDIO_API_KEY"), ("OpenAI", "OPENAI_API_KEY"), ("Anthropic", "ANTHROPIC_API_KEY"),
            ("Friendli", "FRIENDLI_API_KEY"), ("Gemini", "GEMINI_API_KEY"),
        })
        {
            if (name.Replace("_", string.Empty).IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return new KeySettings(variable);
            }
        }

        return KeyNames.IsKey(name) && name.IndexOf(' ') < 0 && KeyNames.Variable(name) is { Length: > 0 } snake && snake.EndsWith(Suffix, StringComparison.Ordinal) ? new KeySettings(snake) : null;
    }
}
