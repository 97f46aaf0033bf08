using System;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Tables that lead back from pseudonyms to people, by the name of the variable and its type.</summary>
internal static class PseudonymTables
{
    private static readonly string[] Pseudonyms = ["pseudonym", "placeholder", "restore", "reidentif", "deanonym", "unmask", "tokento", "가명", "복원", "대체어"];

    public static bool Is(ISymbol symbol, ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol { TypeArguments.Length: 2 } table || table.Name.IndexOf("Dictionary", StringComparison.Ordinal) < 0)
        {
            return false;
        }

        foreach (var word in Pseudonyms)
        {
            if (symbol.Name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
