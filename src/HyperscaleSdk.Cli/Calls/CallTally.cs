using System.Collections.Concurrent;

namespace HyperscaleSdk.Cli.Calls;

/// <summary>Keeps the ledger rows of this run, so that what is printed is what the ledger says; writes them to a ledger when there is one.</summary>
internal sealed class CallTally(IUsageLedger? ledger) : IUsageLedger
{
    private readonly ConcurrentDictionary<Guid, UsageReservation> _open = new();
    private readonly ConcurrentQueue<UsageRow> _rows = new();

    public IReadOnlyCollection<UsageRow> Rows => _rows;

    /// <summary>The cost of the run in won; null when a price that is needed is not known in won.</summary>
    public decimal? CostKrw => _rows.Any(row => row.CostKrw is null) ? null : _rows.Sum(row => row.CostKrw);

    /// <summary>Input tokens as the provider reported them; null when it did not report them for each call.</summary>
    public long? InputTokens => Reported(row => row.InputTokens);

    /// <summary>Output tokens as the provider reported them; null when it did not report them for each call.</summary>
    public long? OutputTokens => Reported(row => row.OutputTokens);

    /// <summary>The provider's request ids of the calls that it answered, in the order in which they ended.</summary>
    public IEnumerable<string> RequestIds => _rows.Where(row => row.Outcome == WireCallOutcome.Completed).Select(row => row.RequestId).OfType<string>();

    public async ValueTask ReserveAsync(UsageReservation reservation, CancellationToken cancellationToken = default)
    {
        if (ledger is not null)
        {
            await ledger.ReserveAsync(reservation, cancellationToken);
        }

        _open[reservation.CallId] = reservation;
    }

    public async ValueTask ReserveAsync(UsageReservation reservation, VoucherLimit limit, CancellationToken cancellationToken = default)
    {
        if (ledger is null)
        {
            throw new UsageLedgerException("A budget needs a ledger that lasts: name one with --ledger.");
        }

        await ledger.ReserveAsync(reservation, limit, cancellationToken);
        _open[reservation.CallId] = reservation;
    }

    public async ValueTask<UsageRow> SettleAsync(Guid callId, UsageSettlement settlement, CancellationToken cancellationToken = default)
    {
        if (!_open.TryRemove(callId, out var reservation))
        {
            throw new UsageLedgerException($"The call {callId:D} was not reserved, or is settled already.");
        }

        var row = ledger is null
            ? UsageRow.FromCall(reservation, settlement)
            : await ledger.SettleAsync(callId, settlement, cancellationToken);
        _rows.Enqueue(row);
        return row;
    }

    public ValueTask<UsageRow> ReverseAsync(long rowNumber, string reason, CancellationToken cancellationToken = default)
        => Ledger.ReverseAsync(rowNumber, reason, cancellationToken);

    public IAsyncEnumerable<UsageRow> ReadAsync(UsageQuery? query = null, CancellationToken cancellationToken = default)
        => Ledger.ReadAsync(query, cancellationToken);

    public IAsyncEnumerable<UsageReservation> ReadReservationsAsync(CancellationToken cancellationToken = default)
        => Ledger.ReadReservationsAsync(cancellationToken);

    public ValueTask<UsageVerification> VerifyAsync(CancellationToken cancellationToken = default) => Ledger.VerifyAsync(cancellationToken);

    public ValueTask<IReadOnlyList<UsageRow>> RecoverAsync(CancellationToken cancellationToken = default) => Ledger.RecoverAsync(cancellationToken);

    public ValueTask DisposeAsync() => ledger?.DisposeAsync() ?? ValueTask.CompletedTask;

    private IUsageLedger Ledger => ledger ?? throw new UsageLedgerException("No usage ledger is named. Add --ledger <file.db>.");

    private long? Reported(Func<UsageRow, long?> units)
    {
        // A refused attempt has no units; it says nothing about the answer that a retry brought.
        var counted = _rows.Where(row => row.UnitSource != UsageUnitSource.None).ToList();
        return counted.Count == 0 || counted.Any(row => row.UnitSource != UsageUnitSource.Reported || units(row) is null) ? null : counted.Sum(units);
    }
}
