using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.CodeFixes;

/// <summary>What can be named at a place: locals declared before it, parameters, members.</summary>
internal static class ScopeSymbols
{
    /// <summary>All names of a type in scope, as they are found.</summary>
    public static IEnumerable<string> FindAll(ExpressionSyntax place, SemanticModel model, Func<ITypeSymbol, bool> isWanted)
    {
        foreach (var (symbol, type) in Usable(place, model))
        {
            if (isWanted(type))
            {
                yield return symbol.Name;
            }
        }
    }

    /// <summary>The first expression of a type in scope, for example <c>configuration</c> or <c>builder.Configuration</c>.</summary>
    public static string? Find(ExpressionSyntax place, SemanticModel model, Func<ITypeSymbol, bool> isWanted)
    {
        string? member = null;
        foreach (var (symbol, type) in Usable(place, model))
        {
            if (isWanted(type))
            {
                return symbol.Name;
            }

            // A builder that carries it.
            if (member is null && symbol is ILocalSymbol or IParameterSymbol)
            {
                foreach (var property in type.GetMembers())
                {
                    if (property is IPropertySymbol { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsIndexer: false } carried && isWanted(carried.Type))
                    {
                        member = $"{symbol.Name}.{carried.Name}";
                    }
                }
            }
        }

        return member;
    }

    private static IEnumerable<(ISymbol Symbol, ITypeSymbol Type)> Usable(ExpressionSyntax place, SemanticModel model)
    {
        foreach (var symbol in model.LookupSymbols(place.SpanStart))
        {
            var type = symbol switch
            {
                ILocalSymbol { DeclaringSyntaxReferences.Length: 1 } local when local.DeclaringSyntaxReferences[0].Span.End <= place.SpanStart => local.Type,
                IParameterSymbol parameter => parameter.Type,
                IFieldSymbol field when IsReachable(field, place) => field.Type,
                IPropertySymbol property when IsReachable(property, place) => property.Type,
                _ => null,
            };
            if (type is not null)
            {
                yield return (symbol, type);
            }
        }
    }

    private static bool IsReachable(ISymbol member, ExpressionSyntax place) =>
        member.IsStatic || place.FirstAncestorOrSelf<MemberDeclarationSyntax>() switch
        {
            ConstructorDeclarationSyntax => false,
            BaseMethodDeclarationSyntax method => !method.Modifiers.Any(SyntaxKind.StaticKeyword),

            // What a getter computes, and no initializer.
            PropertyDeclarationSyntax property => !property.Modifiers.Any(SyntaxKind.StaticKeyword) && property.Initializer?.Span.Contains(place.Span) != true,
            _ => false,
        };
}
