namespace HyperscaleSdk.Tests.Faults;

/// <summary>One fault, and what it comes to.</summary>
/// <param name="Fault">The emulator's name of it, with settings.</param>
/// <param name="Completion">On a whole answer.</param>
/// <param name="Stream">On a stream.</param>
/// <param name="Embedding">On embeddings.</param>
internal sealed record FaultRow(string Fault, FaultCell Completion, FaultCell Stream, FaultCell Embedding)
{
    /// <summary>The same on all three.</summary>
    public FaultRow(string fault, FaultCell all)
        : this(fault, all, all, all)
    {
    }

    /// <summary>The fault without its settings.</summary>
    public string Name => Fault.Split(';')[0];

    /// <summary>The server stays silent: the client's clock is moved until its timeout has passed.</summary>
    public bool IsSilent { get; init; }

    /// <summary>Where a wire format differs: its name, the operation, and what the fault comes to there.</summary>
    public IReadOnlyList<(string Wire, string Operation, FaultCell Cell, string Why)> Differences { get; init; } = [];

    /// <summary>What the fault comes to on a wire format.</summary>
    public FaultCell Of(FaultWire wire, string operation)
    {
        foreach (var (other, there, cell, _) in Differences)
        {
            if (other == wire.Name && there == operation)
            {
                return cell;
            }
        }

        var isStream = operation == FaultOperations.Stream;
        var usual = isStream ? Stream : operation == FaultOperations.Completion ? Completion : Embedding;
        if (!(isStream ? wire.CanStreamUsage : wire.ReportsUsage))
        {
            // What is not reported can be neither missing nor doubled.
            return Name.EndsWith("-usage", StringComparison.Ordinal) ? FaultCell.Impossible : Unmetered(usual);
        }

        // A server that doubles usage reports it, asked or not.
        return isStream && !wire.AsksForStreamUsage && Name != "duplicate-usage" ? Unmetered(usual) : usual;
    }

    private static FaultCell Unmetered(FaultCell cell) => ReferenceEquals(cell, FaultCell.Answered) ? FaultCell.AnsweredUnmetered : cell;
}
