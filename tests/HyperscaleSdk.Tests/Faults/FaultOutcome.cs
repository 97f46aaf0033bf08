using HyperscaleSdk.Emulator;

namespace HyperscaleSdk.Tests.Faults;

/// <summary>What one call came to, seen from the caller, the wire, the server and the ledger.</summary>
internal sealed record FaultOutcome
{
    public required Exception? Failure { get; init; }

    /// <summary>The text and the reasoning that the caller got, or the number of vectors.</summary>
    public required string Received { get; init; }

    /// <summary>Bytes of each request, in the order of sending.</summary>
    public required IReadOnlyList<int> Sent { get; init; }

    public required int RequestsAtServer { get; init; }

    public required IReadOnlyList<EmulatedRequest> Billed { get; init; }

    public required IReadOnlyList<UsageRow> Rows { get; init; }

    public required int OpenReservations { get; init; }
}
