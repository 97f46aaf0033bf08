namespace HyperscaleSdk;

/// <summary>How a ledger file is opened.</summary>
public sealed class SqliteUsageLedgerOptions
{
    /// <summary>Whether a missing file is created; default <see langword="true"/>. Its folder must exist in any case.</summary>
    public bool CreateIfMissing { get; set; } = true;

    /// <summary>How long to wait for other processes that write to the file; default 30 seconds, at least 1 second.</summary>
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether opening settles the calls of processes that have died; default <see langword="true"/>.</summary>
    public bool RecoverOnOpen { get; set; } = true;

    /// <summary>
    /// After how long a reservation counts as an orphan when its process cannot be checked, because it ran on another
    /// machine or in another container; default 24 hours. <see langword="null"/> leaves such reservations alone for ever.
    /// </summary>
    public TimeSpan? UncheckedOwnerTimeout { get; set; } = TimeSpan.FromHours(24);

    /// <summary>The clock; default <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
