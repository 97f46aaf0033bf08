using System;
using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.CodeFixes;

/// <summary>The members of a type that say nothing about who it is: public, plain values, with no kind of personal data.</summary>
internal static class UnclassifiedMembers
{
    public static IEnumerable<IPropertySymbol> Of(ITypeSymbol type)
    {
        var sources = new PersonalDataSources();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (ITypeSymbol? owner = type; owner is { SpecialType: SpecialType.None }; owner = owner.BaseType)
        {
            foreach (var member in owner.GetMembers().OfType<IPropertySymbol>())
            {
                if (member is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsIndexer: false, GetMethod.DeclaredAccessibility: Accessibility.Public }
                    && IsPlain(member.Type) && sources.Of(member).IsEmpty && seen.Add(member.Name))
                {
                    yield return member;
                }
            }
        }
    }

    // An object may hold classified members of its own; a list may hold such objects.
    private static bool IsPlain(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Enum
        || type.SpecialType is (>= SpecialType.System_Boolean and <= SpecialType.System_String) or SpecialType.System_DateTime
        || (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable && IsPlain(nullable.TypeArguments[0]))
        || (type.Name is "Guid" or "DateOnly" or "TimeOnly" or "DateTimeOffset" or "TimeSpan" && type.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true });
}
