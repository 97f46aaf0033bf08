using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>How the client of a call was built, as far as the same method and type tell.</summary>
internal static class ClientChain
{
    public static bool IsGuarded(IOperation? client, CancellationToken cancellationToken) => false;
}
