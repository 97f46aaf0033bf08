using System;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HyperscaleSdk.Analyzers.Usage;

/// <summary>Whether a project works with the usage ledger.</summary>
internal static class UsageTypeMentions
{
    public static bool Any(Compilation compilation, CancellationToken cancellationToken) =>
        compilation.GetTypeByMetadataName("HyperscaleSdk.IUsageLedger") is not null
        && compilation.SyntaxTrees.Any(tree => tree.GetRoot(cancellationToken).DescendantTokens().Any(IsMention));

    private static bool IsMention(SyntaxToken token) =>
        token.IsKind(SyntaxKind.IdentifierToken)
        && (token.ValueText is "IUsageLedger" or "UsageRow" or "UsagePrice" or "UsageQuery" or "UsageSettlement" or "UsageReservation" or "UseUsageLedger"
            || token.ValueText.EndsWith("UsageLedger", StringComparison.Ordinal));
}
