namespace HyperscaleSdk.Cli.Usage;

/// <summary>Sums over rows: of one provider and outcome, or of all. Reversals take back units and cost; they are no calls.</summary>
internal sealed class UsageGroup(string provider, string outcome)
{
    public string Provider { get; } = provider;

    public string Outcome { get; } = outcome;

    public long Calls { get; private set; }

    public long Reversals { get; private set; }

    public long InputTokens { get; private set; }

    public long OutputTokens { get; private set; }

    /// <summary>Rows for which no price in won is known; their cost is not in the sum.</summary>
    public long Unpriced { get; private set; }

    /// <summary>The sum of the costs that are known; null when none is.</summary>
    public decimal? CostKrw { get; private set; }

    public void Add(UsageRow row)
    {
        if (row.Kind == UsageRowKind.Call)
        {
            Calls++;
        }
        else
        {
            Reversals++;
        }

        InputTokens += row.InputTokens ?? 0;
        OutputTokens += row.OutputTokens ?? 0;
        if (row.CostKrw is { } cost)
        {
            CostKrw = (CostKrw ?? 0m) + cost;
        }
        else
        {
            Unpriced++;
        }
    }
}
