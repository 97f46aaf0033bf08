namespace HyperscaleSdk.Cli.Usage;

/// <summary>What a ledger holds, read in one pass.</summary>
internal sealed class UsageSummary
{
    private readonly SortedDictionary<(string Provider, string Outcome), UsageGroup> _groups = [];

    private UsageSummary(string path, UsageVerification chain)
    {
        Path = path;
        Chain = chain;
    }

    public string Path { get; }

    public UsageVerification Chain { get; }

    public IReadOnlyCollection<UsageGroup> Groups => _groups.Values;

    public UsageGroup Total { get; } = new("total", "");

    /// <summary>The first day (Korean time) on which a call started; null in an empty ledger.</summary>
    public DateOnly? From { get; private set; }

    /// <summary>The last day (Korean time) on which a call started; null in an empty ledger.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>Calls that are under way, or whose process died and which nobody has settled yet.</summary>
    public long OpenReservations { get; private set; }

    public static async Task<UsageSummary> ReadAsync(SqliteUsageLedger ledger, CancellationToken cancellationToken)
    {
        var summary = new UsageSummary(ledger.Path, await ledger.VerifyAsync(cancellationToken));
        await foreach (var row in ledger.ReadAsync(cancellationToken: cancellationToken))
        {
            summary.Add(row);
        }

        await foreach (var _ in ledger.ReadReservationsAsync(cancellationToken))
        {
            summary.OpenReservations++;
        }

        return summary;
    }

    private void Add(UsageRow row)
    {
        var key = (row.Provider, row.Outcome.ToString().ToLowerInvariant());
        if (!_groups.TryGetValue(key, out var group))
        {
            group = new UsageGroup(key.Provider, key.Item2);
            _groups.Add(key, group);
        }

        group.Add(row);
        Total.Add(row);
        From = From is { } from && from <= row.Date ? from : row.Date;
        To = To is { } to && to >= row.Date ? to : row.Date;
    }
}
