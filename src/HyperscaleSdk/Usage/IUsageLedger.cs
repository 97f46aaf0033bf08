namespace HyperscaleSdk;

/// <summary>The book of AI usage: one row per wire call, append-only, hash-chained.</summary>
/// <remarks>Safe for concurrent use. Every method throws <see cref="UsageLedgerException"/> when the store cannot be used.</remarks>
public interface IUsageLedger : IAsyncDisposable
{
    /// <summary>Writes durably that a call is about to be sent. When it returns, a crash can no longer lose the call.</summary>
    /// <param name="reservation">The call.</param>
    /// <param name="cancellationToken">Cancels; then nothing is reserved.</param>
    /// <exception cref="UsageLedgerException">The call is already known, or the store cannot be written.</exception>
    ValueTask ReserveAsync(UsageReservation reservation, CancellationToken cancellationToken = default);

    /// <summary>Does the same for a call that a voucher pays, if the voucher covers the most that the call can cost.</summary>
    /// <param name="reservation">The call; its <see cref="UsageReservation.VoucherId"/> is that of the limit.</param>
    /// <param name="limit">What the voucher pays. <see cref="VoucherLimit.Check"/> decides, in one transaction with the writing.</param>
    /// <param name="cancellationToken">Cancels; then nothing is reserved.</param>
    /// <exception cref="VoucherBudgetException">The voucher does not pay for the call; nothing is reserved.</exception>
    /// <exception cref="UsageLedgerException">The call is already known, or the store cannot be written.</exception>
    ValueTask ReserveAsync(UsageReservation reservation, VoucherLimit limit, CancellationToken cancellationToken = default);

    /// <summary>Turns a reservation into a row, durably.</summary>
    /// <param name="callId">The call that was reserved.</param>
    /// <param name="settlement">How it ended.</param>
    /// <param name="cancellationToken">Cancels; then the reservation stays open.</param>
    /// <returns>The row as it was written.</returns>
    /// <exception cref="UsageLedgerException">The call is not reserved or already settled, or the store cannot be written.</exception>
    ValueTask<UsageRow> SettleAsync(Guid callId, UsageSettlement settlement, CancellationToken cancellationToken = default);

    /// <summary>Takes back a row by a second row with the opposite units and cost; the first row stays as it is.</summary>
    /// <param name="rowNumber">The number of the row that is wrong.</param>
    /// <param name="reason">Why, in a few words (at most 200 characters). Never personal data or prompt text.</param>
    /// <param name="cancellationToken">Cancels; then nothing is written.</param>
    /// <returns>The reversing row.</returns>
    /// <exception cref="UsageLedgerException">There is no such row, it is a reversal itself, or it is already reversed.</exception>
    ValueTask<UsageRow> ReverseAsync(long rowNumber, string reason, CancellationToken cancellationToken = default);

    /// <summary>Reads rows in the order of their numbers.</summary>
    /// <param name="query">Which rows; <see langword="null"/> reads all.</param>
    /// <param name="cancellationToken">Cancels.</param>
    IAsyncEnumerable<UsageRow> ReadAsync(UsageQuery? query = null, CancellationToken cancellationToken = default);

    /// <summary>Reads the calls that are reserved and not settled: those under way, and orphans not yet recovered.</summary>
    /// <param name="cancellationToken">Cancels.</param>
    IAsyncEnumerable<UsageReservation> ReadReservationsAsync(CancellationToken cancellationToken = default);

    /// <summary>Recomputes the hash of every row and compares.</summary>
    /// <param name="cancellationToken">Cancels.</param>
    ValueTask<UsageVerification> VerifyAsync(CancellationToken cancellationToken = default);

    /// <summary>Settles as <see cref="WireCallOutcome.Incomplete"/> the reservations whose process has died.</summary>
    /// <param name="cancellationToken">Cancels; then nothing is written.</param>
    /// <returns>The rows that were written; empty when there was no orphan.</returns>
    ValueTask<IReadOnlyList<UsageRow>> RecoverAsync(CancellationToken cancellationToken = default);
}
