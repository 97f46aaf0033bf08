namespace HyperscaleSdk.Usage.Sqlite.Tests;

/// <summary>A ledger that cannot reserve or cannot settle.</summary>
internal sealed class FaultyLedger : IUsageLedger
{
    public bool ReserveFails { get; init; }

    public bool SettleFails { get; init; }

    public int Settled { get; private set; }

    public ValueTask ReserveAsync(UsageReservation reservation, CancellationToken cancellationToken = default) =>
        ReserveFails ? throw new UsageLedgerException("The disk is full.") : ValueTask.CompletedTask;

    public ValueTask ReserveAsync(UsageReservation reservation, VoucherLimit limit, CancellationToken cancellationToken = default) =>
        ReserveAsync(reservation, cancellationToken);

    public ValueTask<UsageRow> SettleAsync(Guid callId, UsageSettlement settlement, CancellationToken cancellationToken = default)
    {
        Settled++;
        return SettleFails
            ? throw new UsageLedgerException("The disk is gone.")
            : ValueTask.FromResult(UsageRow.FromCall(Samples.Reservation() with { CallId = callId }, settlement));
    }

    public ValueTask<UsageRow> ReverseAsync(long rowNumber, string reason, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public IAsyncEnumerable<UsageRow> ReadAsync(UsageQuery? query = null, CancellationToken cancellationToken = default) => AsyncEnumerable.Empty<UsageRow>();

    public IAsyncEnumerable<UsageReservation> ReadReservationsAsync(CancellationToken cancellationToken = default) => AsyncEnumerable.Empty<UsageReservation>();

    public ValueTask<UsageVerification> VerifyAsync(CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(new UsageVerification { Rows = 0, HeadHash = UsageRowHash.Genesis });

    public ValueTask<IReadOnlyList<UsageRow>> RecoverAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult<IReadOnlyList<UsageRow>>([]);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
