namespace HyperscaleSdk;

/// <summary>
/// How much a client sends to a model in any 60 seconds, so that the provider need not refuse. Calls over the limit wait their turn; one whose turn comes
/// later than the call may last is refused at once with <see cref="HyperscaleRateLimitException"/>.
/// </summary>
/// <remarks>Each client counts for itself, retries included: clients, processes and machines that share a key divide its limits between them.</remarks>
public sealed record ClientRateLimits
{
    /// <summary>Holds the limits that the provider documents; models of which none are known have none.</summary>
    public static ClientRateLimits Documented { get; } = new() { UseDocumented = true };

    /// <summary>Requests to one model in 60 seconds; <see langword="null"/> (the default) takes the documented limit where <see cref="UseDocumented"/> says so, else none.</summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>
    /// Tokens to one model in 60 seconds: the input by estimate, and the output that the request allows. <see langword="null"/> (the default) takes the documented
    /// limit where <see cref="UseDocumented"/> says so, else none.
    /// </summary>
    public int? TokensPerMinute { get; init; }

    /// <summary>Whether <see cref="ModelDescriptor.Limits"/> holds where no number is set; <see langword="false"/> by default. Those are the limits of the lowest tier.</summary>
    public bool UseDocumented { get; init; }

    internal void CollectProblems(List<string> problems, string? section)
    {
        if (RequestsPerMinute < 1)
        {
            problems.Add($"{OptionName.Of(section, "RateLimits.RequestsPerMinute")} must be at least 1.");
        }

        if (TokensPerMinute < 1)
        {
            problems.Add($"{OptionName.Of(section, "RateLimits.TokensPerMinute")} must be at least 1.");
        }
    }

    internal (int? Requests, int? Tokens) For(ModelDescriptor? model)
        => (RequestsPerMinute ?? (UseDocumented ? model?.Limits?.RequestsPerMinute : null), TokensPerMinute ?? (UseDocumented ? model?.Limits?.TokensPerMinute : null));
}
