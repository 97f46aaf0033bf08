using System;
using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Analyzers.Ai;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Tables that lead back from pseudonyms to people, by the name of the variable and its type.</summary>
internal static class PseudonymTables
{
    private static readonly string[] Pseudonyms = ["pseudonym", "reidentif", "deanonym", "unmask", "가명", "복원", "대체어"];

    // Words that have other meanings: only a table's type makes them one.
    private static readonly string[] Ambiguous = ["placeholder", "restore", "tokento"];

    public static bool Is(ISymbol symbol, ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeArguments.Length: 2 } table && table.Name.IndexOf("Dictionary", StringComparison.Ordinal) >= 0 && (Has(symbol.Name, Pseudonyms) || Has(symbol.Name, Ambiguous));

    /// <summary>The name alone says that it may be one.</summary>
    public static bool MayBeNamed(string name) => Has(name, Pseudonyms);

    /// <summary>What a file declares that may be one although the name alone does not say so.</summary>
    public static IEnumerable<string> DeclaredIn(SyntaxTree tree) => SourceWords.Of(tree).Any(word => Has(word, Ambiguous))
        ? tree.GetRoot().DescendantNodes().SelectMany(Declared).Where(declared => Has(declared.Name, Ambiguous) && MayBeTable(declared.Type)).Select(declared => declared.Name)
        : [];

    private static IEnumerable<(string Name, TypeSyntax Type)> Declared(SyntaxNode node) => node switch
    {
        VariableDeclarationSyntax declaration => declaration.Variables.Select(variable => (variable.Identifier.ValueText, declaration.Type)),
        ParameterSyntax { Type: { } type } parameter => [(parameter.Identifier.ValueText, type)],
        PropertyDeclarationSyntax property => [(property.Identifier.ValueText, property.Type)],
        MethodDeclarationSyntax method => [(method.Identifier.ValueText, method.ReturnType)],
        DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax variable } declaration => [(variable.Identifier.ValueText, declaration.Type)],
        _ => [],
    };

    private static bool MayBeTable(TypeSyntax type) => type.IsVar || type.DescendantTokens().Any(token => token.ValueText.IndexOf("Dictionary", StringComparison.Ordinal) >= 0);

    private static bool Has(string name, string[] words) => Array.Exists(words, word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
}
