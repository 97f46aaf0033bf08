namespace HyperscaleSdk;

/// <summary>
/// When a client sends a second request because the first one is slow: the answer that begins first is taken, the others are cancelled. <b>Each of them may be billed.</b>
/// Only whole completions and embeddings are hedged: never a stream, a typed call, or a wait between retries.
/// </summary>
/// <remarks>Every request has its own wire call, and so its own row in the ledger, before the call returns; a cancelled one is <see cref="WireCallOutcome.Cancelled"/>.</remarks>
public sealed record Hedging
{
    /// <summary>How long an attempt may go without the head of its answer until the next request is sent beside it; 10 seconds by default, 1 millisecond to a day.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How many requests are sent beside an attempt at most, each after another <see cref="Delay"/>; 1 by default, at most 3.</summary>
    public int MaxHedgedAttempts { get; init; } = 1;

    internal void CollectProblems(List<string> problems, string? section)
    {
        if (Delay < TimeSpan.FromMilliseconds(1) || Delay > TimeSpan.FromDays(1))
        {
            problems.Add($"{OptionName.Of(section, "Hedging.Delay")} must be 1 millisecond to a day.");
        }

        if (MaxHedgedAttempts is < 1 or > 3)
        {
            problems.Add($"{OptionName.Of(section, "Hedging.MaxHedgedAttempts")} must be 1 to 3.");
        }
    }
}
