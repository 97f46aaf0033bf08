using System;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>The methods and types that matter when a client is built.</summary>
internal static class ClientSteps
{
    public const string UsageLedger = "UseUsageLedger";
    public const string PersonalDataGuard = "UsePersonalDataGuard";

    /// <summary>Methods that turn a provider's own client into the unified interface.</summary>
    public static bool IsFactory(IMethodSymbol method) =>
        method.Name is "AsIChatClient" or "AsIEmbeddingGenerator" or "AsChatClient" or "AsEmbeddingGenerator";

    public static bool IsTestDouble(ITypeSymbol type)
    {
        foreach (var word in new[] { "Fake", "Stub", "Mock", "Test", "Dummy", "InMemory" })
        {
            if (type.Name.StartsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
