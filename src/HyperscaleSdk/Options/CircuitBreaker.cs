namespace HyperscaleSdk;

/// <summary>
/// When a client stops asking a model that keeps failing. While the circuit is open, calls fail at once with <see cref="HyperscaleConnectionException"/>
/// (<c>circuit_open</c>); after the break one call tries, and closes the circuit when it succeeds.
/// </summary>
/// <remarks>Failures are 5xx answers, broken or refused connections and timeouts before the head of an answer: not 429, and not what the request itself is to blame for.</remarks>
public sealed record CircuitBreaker
{
    /// <summary>The share of attempts that must fail, more than 0 and at most 1; a half by default.</summary>
    public double FailureRatio { get; init; } = 0.5;

    /// <summary>How many attempts there must be within <see cref="SamplingDuration"/>; 10 by default, at least 2.</summary>
    public int MinimumThroughput { get; init; } = 10;

    /// <summary>How far back failures count; 30 seconds by default, half a second to a day.</summary>
    public TimeSpan SamplingDuration { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the circuit stays open; 15 seconds by default, half a second to a day.</summary>
    public TimeSpan BreakDuration { get; init; } = TimeSpan.FromSeconds(15);

    internal void CollectProblems(List<string> problems, string? section)
    {
        if (FailureRatio is not (> 0 and <= 1))
        {
            problems.Add($"{OptionName.Of(section, "CircuitBreaker.FailureRatio")} must be more than 0 and at most 1.");
        }

        if (MinimumThroughput < 2)
        {
            problems.Add($"{OptionName.Of(section, "CircuitBreaker.MinimumThroughput")} must be at least 2.");
        }

        if (!IsDuration(SamplingDuration))
        {
            problems.Add($"{OptionName.Of(section, "CircuitBreaker.SamplingDuration")} must be half a second to a day.");
        }

        if (!IsDuration(BreakDuration))
        {
            problems.Add($"{OptionName.Of(section, "CircuitBreaker.BreakDuration")} must be half a second to a day.");
        }
    }

    private static bool IsDuration(TimeSpan span) => span >= TimeSpan.FromMilliseconds(500) && span <= TimeSpan.FromDays(1);
}
