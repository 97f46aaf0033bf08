using System;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>The methods and types that matter when a client is built.</summary>
internal static class ClientSteps
{
    public const string UsageLedger = "UseUsageLedger";
    public const string VoucherBudget = "UseVoucherBudget";
    public const string PersonalDataGuard = "UsePersonalDataGuard";

    /// <summary>Methods that turn a provider's own client into the unified interface.</summary>
    public static bool IsFactory(IMethodSymbol method) =>
        method.Name is "AsIChatClient" or "AsIEmbeddingGenerator" or "AsChatClient" or "AsEmbeddingGenerator";

    public static ClientMarks MarkOf(string method) => method switch
    {
        UsageLedger => ClientMarks.UsageLedger,
        VoucherBudget => ClientMarks.VoucherBudget,
        PersonalDataGuard => ClientMarks.PersonalDataGuard,
        _ => ClientMarks.None,
    };

    /// <summary>What a client of this type adds to the client that it is made around.</summary>
    public static ClientMarks MarkOf(ITypeSymbol? type)
    {
        var marks = ClientMarks.None;
        if (type is null)
        {
            return marks;
        }

        marks |= Mentions(type, "UsageLedger") ? ClientMarks.UsageLedger : ClientMarks.None;
        marks |= Mentions(type, "VoucherBudget") ? ClientMarks.VoucherBudget : ClientMarks.None;
        marks |= Mentions(type, "PersonalDataGuard") ? ClientMarks.PersonalDataGuard : ClientMarks.None;

        // A client of the customer's that takes a ledger writes to it.
        return TakesLedger(type) ? marks | ClientMarks.UsageLedger : marks;
    }

    /// <summary>Says whether the type is handed a ledger or keeps one.</summary>
    public static bool TakesLedger(ITypeSymbol type) => type.GetMembers().Any(member => member switch
    {
        IFieldSymbol field => IsLedger(field.Type),
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.Parameters.Any(parameter => IsLedger(parameter.Type)),
        _ => false,
    });

    public static bool IsLedger(ITypeSymbol? type) =>
        type is { Name: "IUsageLedger" } || (type is not null && type.AllInterfaces.Any(implemented => implemented.Name is "IUsageLedger"));

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

    private static bool Mentions(ITypeSymbol type, string word) => type.Name.IndexOf(word, StringComparison.Ordinal) >= 0;
}
