using System;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Methods whose result is free of personal data, or of some kinds of it.</summary>
internal static class Sanitizers
{
    /// <returns>The bits of the kinds that the method removes; all bits when it removes every kind.</returns>
    public static uint Cleans(IMethodSymbol method)
    {
        if (method.Name is "Redact" && (IsOurRedactor(method.ContainingType) || IsComplianceRedactor(method.ContainingType)))
        {
            return uint.MaxValue;
        }

        // A digest cannot be read back; encryption in the same namespace can be, but not by the supplier.
        if (string.Equals(method.ContainingNamespace?.ToDisplayString(), "System.Security.Cryptography", StringComparison.Ordinal))
        {
            return uint.MaxValue;
        }

        var marked = Marked(method);
        return marked == 0 && method.OverriddenMethod is { } overridden ? Cleans(overridden) : marked;
    }

    private static uint Marked(IMethodSymbol method)
    {
        foreach (var attribute in (method.ReducedFrom ?? method).OriginalDefinition.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "PersonalDataSanitizerAttribute", ContainingNamespace: { Name: "HyperscaleSdk", ContainingNamespace.IsGlobalNamespace: true } })
            {
                return KindsOf(attribute);
            }
        }

        return 0;
    }

    // [PersonalDataSanitizer] removes everything, [PersonalDataSanitizer(PersonalDataKind.Phone)] what it names.
    private static uint KindsOf(AttributeData attribute)
    {
        if (attribute.ConstructorArguments.Length == 0 || attribute.ConstructorArguments[0] is not { Kind: TypedConstantKind.Array, Values: { IsEmpty: false } kinds })
        {
            return uint.MaxValue;
        }

        var bits = 0u;
        foreach (var kind in kinds)
        {
            bits |= kind.Value is int value and >= 0 and <= (int)PersonalDataKind.Other ? 1u << value : 0;
        }

        return bits;
    }

    private static bool IsOurRedactor(INamedTypeSymbol type) =>
        type is { Name: "PersonalDataRedactor", ContainingNamespace: { Name: "HyperscaleSdk", ContainingNamespace.IsGlobalNamespace: true } };

    private static bool IsComplianceRedactor(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Name is "Redactor" && string.Equals(type.ContainingNamespace?.ToDisplayString(), "Microsoft.Extensions.Compliance.Redaction", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
