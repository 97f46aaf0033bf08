using System;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Methods whose result is free of personal data.</summary>
internal static class Sanitizers
{
    public static bool Cleans(IMethodSymbol method)
    {
        if (method.Name is "Redact" && (IsOurRedactor(method.ContainingType) || IsComplianceRedactor(method.ContainingType)))
        {
            return true;
        }

        // A digest cannot be read back; encryption in the same namespace can be, but not by the supplier.
        if (string.Equals(method.ContainingNamespace?.ToDisplayString(), "System.Security.Cryptography", StringComparison.Ordinal))
        {
            return true;
        }

        return IsMarked(method) || (method.OverriddenMethod is { } overridden && Cleans(overridden));
    }

    private static bool IsMarked(IMethodSymbol method)
    {
        foreach (var attribute in (method.ReducedFrom ?? method).OriginalDefinition.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "PersonalDataSanitizerAttribute", ContainingNamespace: { Name: "HyperscaleSdk", ContainingNamespace.IsGlobalNamespace: true } })
            {
                return true;
            }
        }

        return false;
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
