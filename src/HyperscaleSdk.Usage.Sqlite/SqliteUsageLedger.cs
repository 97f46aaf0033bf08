using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace HyperscaleSdk;

/// <summary>A usage ledger in one SQLite file, for any number of threads and processes on one machine.</summary>
/// <remarks>
/// The file is in WAL mode with full synchronisation: what <c>ReserveAsync</c> and <see cref="SettleAsync"/> have acknowledged
/// survives the end of the process and of the machine. The file must be on a local disk.
/// </remarks>
public sealed class SqliteUsageLedger : IUsageLedger
{
    private readonly LedgerFile _file;
    private readonly SqliteConnection _connection;
    private readonly SqliteUsageLedgerOptions _options;
    private readonly ReservationOwner _self = ProcessTable.Self();
    private readonly SemaphoreSlim _gate = new(1, 1);
    private bool _isDisposed;

    private SqliteUsageLedger(LedgerFile file, SqliteConnection connection, SqliteUsageLedgerOptions options) =>
        (_file, _connection, _options) = (file, connection, options);

    /// <summary>The full path of the file.</summary>
    public string Path => _file.Path;

    /// <summary>Opens a ledger file, creates it when it is missing, and settles the calls of processes that have died.</summary>
    /// <param name="path">The file; a relative path starts at the current folder. The folder must exist.</param>
    /// <param name="options">How to open it; <see langword="null"/> takes the defaults.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="UsageLedgerException">The file is none of ours, damaged, of a newer release, or cannot be written.</exception>
    public static async Task<SqliteUsageLedger> OpenAsync(
        string path, SqliteUsageLedgerOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        options ??= new SqliteUsageLedgerOptions();
        var ledger = await Task.Run(
            () =>
            {
                var file = LedgerFile.Open(path, options, out var connection);
                return new SqliteUsageLedger(file, connection, options);
            },
            cancellationToken).ConfigureAwait(false);
        try
        {
            if (options.RecoverOnOpen)
            {
                await ledger.RecoverAsync(cancellationToken).ConfigureAwait(false);
            }

            return ledger;
        }
        catch
        {
            await ledger.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask ReserveAsync(UsageReservation reservation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reservation);
        await WriteAsync(connection => Reserve(connection, reservation), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask ReserveAsync(UsageReservation reservation, VoucherLimit limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reservation);
        ArgumentNullException.ThrowIfNull(limit);
        if (!string.Equals(reservation.VoucherId, limit.VoucherId, StringComparison.Ordinal))
        {
            throw new ArgumentException("The reservation and the limit name different vouchers.", nameof(limit));
        }

        // Thrown after the commit: the total that was counted for it stays, so that the next refusal need not count again.
        if (await WriteAsync(connection => Reserve(connection, reservation, limit), cancellationToken).ConfigureAwait(false) is { } refusal)
        {
            throw refusal;
        }
    }

    /// <inheritdoc/>
    public ValueTask<UsageRow> SettleAsync(Guid callId, UsageSettlement settlement, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        return WriteAsync(connection => Settle(connection, callId, settlement), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<UsageRow> ReverseAsync(long rowNumber, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return WriteAsync(connection => Reverse(connection, rowNumber, reason), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<UsageRow>> RecoverAsync(CancellationToken cancellationToken = default) => WriteAsync(Recover, cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<UsageRow> ReadAsync(UsageQuery? query = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        using var connection = _file.Connect();
        long last = 0;
        IReadOnlyList<UsageRow> page;
        do
        {
            // Page by page: a slow reader holds no snapshot that would keep the file from being tidied.
            var after = last;
            page = await Task.Run(() => _file.Translate(() => RowTable.Page(connection, query ?? new UsageQuery(), after)), cancellationToken).ConfigureAwait(false);
            foreach (var row in page)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return row;
                last = row.Number;
            }
        }
        while (page.Count == RowTable.PageSize);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<UsageReservation> ReadReservationsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        using var connection = _file.Connect();
        foreach (var open in await Task.Run(() => _file.Translate(() => ReservationTable.All(connection)), cancellationToken).ConfigureAwait(false))
        {
            yield return open.Call;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<UsageVerification> VerifyAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        using var connection = _file.Connect();
        return await Task.Run(() => _file.Translate(() => ChainCheck.Run(connection, cancellationToken)), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Closes the file. Reservations that are still open stay, and become orphans when this process ends.</summary>
    public async ValueTask DisposeAsync()
    {
        await _gate.WaitAsync().ConfigureAwait(false);
        try
        {
            if (!_isDisposed)
            {
                _isDisposed = true;
                await _connection.DisposeAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    private async ValueTask<T> WriteAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken)
    {
        // Threads wait here and only processes contend for the file; SQLite blocks, so its work is moved off the caller's thread.
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            return await Task.Run(() => _file.Write(_connection, work), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    private bool Reserve(SqliteConnection connection, UsageReservation reservation)
    {
        if (RowTable.FindCall(connection, reservation.CallId) is not null || ReservationTable.Find(connection, reservation.CallId) is not null)
        {
            throw new UsageLedgerException($"The call {reservation.CallId:D} is already in the usage ledger '{Path}'. Every wire call needs an id of its own.");
        }

        ReservationTable.Insert(connection, reservation, _self, _options.TimeProvider.GetUtcNow());
        return true;
    }

    private VoucherBudgetException? Reserve(SqliteConnection connection, UsageReservation reservation, VoucherLimit limit)
    {
        try
        {
            limit.Check(reservation, VoucherTotals.UseOf(connection, limit.VoucherId));
        }
        catch (VoucherBudgetException refusal)
        {
            return refusal;
        }

        Reserve(connection, reservation);
        return null;
    }

    private UsageRow Settle(SqliteConnection connection, Guid callId, UsageSettlement settlement)
    {
        if (ReservationTable.Find(connection, callId) is not { } reservation)
        {
            throw new UsageLedgerException(RowTable.FindCall(connection, callId) is { } row
                ? string.Create(CultureInfo.InvariantCulture, $"The call {callId:D} is already settled: row {row.Number} of the usage ledger '{Path}', {row.Outcome}.")
                : $"The call {callId:D} was not reserved in the usage ledger '{Path}'.");
        }

        ReservationTable.Delete(connection, callId);
        return RowTable.Append(connection, UsageRow.FromCall(reservation, settlement));
    }

    private UsageRow Reverse(SqliteConnection connection, long rowNumber, string reason)
    {
        var row = RowTable.FindNumber(connection, rowNumber)
            ?? throw new UsageLedgerException(string.Create(CultureInfo.InvariantCulture, $"The usage ledger '{Path}' has no row {rowNumber}."));
        if (RowTable.FindReversal(connection, rowNumber) is { } earlier)
        {
            throw new UsageLedgerException(string.Create(CultureInfo.InvariantCulture, $"Row {rowNumber} is already reversed by row {earlier.Number}."));
        }

        return RowTable.Append(connection, UsageRow.FromReversal(row, reason, _options.TimeProvider.GetUtcNow()));
    }

    private IReadOnlyList<UsageRow> Recover(SqliteConnection connection)
    {
        var now = _options.TimeProvider.GetUtcNow();
        var rows = new List<UsageRow>();
        foreach (var open in ReservationTable.All(connection))
        {
            if (IsOrphan(open, now))
            {
                rows.Add(Settle(connection, open.Call.CallId, new UsageSettlement
                {
                    Outcome = WireCallOutcome.Incomplete,
                    EndedAt = now,
                    EstimatedOutputTokens = open.Call.MaxOutputTokens,
                    ErrorCode = "process_ended",
                }));
            }
        }

        return rows;
    }

    private bool IsOrphan(OpenReservation open, DateTimeOffset now) => ProcessTable.StateOf(open.Owner, _self) switch
    {
        OwnerState.Alive => false,
        OwnerState.Dead => true,
        _ => _options.UncheckedOwnerTimeout is { } timeout && now - open.ReservedAt > timeout,
    };
}
