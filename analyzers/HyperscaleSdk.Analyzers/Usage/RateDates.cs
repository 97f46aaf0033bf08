using System;
using System.Linq;
using System.Threading;
using HyperscaleSdk.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.Analyzers.Usage;

/// <summary>Whether the day of an exchange rate stands beside it.</summary>
internal static class RateDates
{
    /// <param name="rate">The rate: a member, parameter or variable.</param>
    /// <param name="use">Where it is multiplied.</param>
    /// <param name="containing">The member that does it.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public static bool StandBeside(ISymbol rate, SyntaxNode use, ISymbol containing, CancellationToken cancellationToken) =>
        HasDate(rate.ContainingType) || HasDate(containing.ContainingType) || MemberMentionsDate(use, cancellationToken);

    private static bool HasDate(INamedTypeSymbol? type)
    {
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (IsDate((member as IPropertySymbol)?.Type ?? (member as IFieldSymbol)?.Type)
                    || (member is IPropertySymbol or IFieldSymbol && IsDateName(member.Name)))
                {
                    return true;
                }
            }

            if (current.InstanceConstructors.Any(constructor => constructor.Parameters.Any(parameter => IsDate(parameter.Type))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDate(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? IsDate(nullable.TypeArguments[0])
        : type is { Name: "DateOnly" or "DateTime" or "DateTimeOffset" or "PolicyDate" or "LocalDate" };

    private static bool IsDateName(string name) => IdentifierTokens.Split(name).Any(word =>
        word is "date" or "day" || word.EndsWith("일자", StringComparison.Ordinal) || word.EndsWith("날짜", StringComparison.Ordinal) || word.EndsWith("기준일", StringComparison.Ordinal));

    private static bool MemberMentionsDate(SyntaxNode use, CancellationToken cancellationToken)
    {
        if (use.FirstAncestorOrSelf<MemberDeclarationSyntax>(member => member is not BaseTypeDeclarationSyntax) is not { } member)
        {
            return false;
        }

        foreach (var token in member.DescendantTokens())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (token.ValueText is "DateOnly" or "DateTime" or "DateTimeOffset" || (token.RawKind == (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.IdentifierToken && IsDateName(token.ValueText)))
            {
                return true;
            }
        }

        return false;
    }
}
