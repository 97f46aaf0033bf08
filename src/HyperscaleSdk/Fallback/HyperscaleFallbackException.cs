namespace HyperscaleSdk;

/// <summary>None of the suppliers answered. The message names each with its reason, without secrets or prompt text.</summary>
/// <remarks><see cref="HyperscaleException.Provider"/> is the first of them; <see cref="HyperscaleException.RetryAfter"/> the shortest wait that one of them asks for.</remarks>
public sealed class HyperscaleFallbackException : HyperscaleException
{
    internal const string Code = "no_supplier";

    internal HyperscaleFallbackException(string message, IReadOnlyList<FallbackAttempt> attempts, Exception? innerException)
        : base(message, innerException) => Attempts = attempts;

    /// <summary>The suppliers in the order in which they were to be asked.</summary>
    public IReadOnlyList<FallbackAttempt> Attempts { get; }

    internal static HyperscaleFallbackException Of(IReadOnlyList<FallbackAttempt> attempts)
    {
        TimeSpan? wait = null;
        HyperscaleException? last = null;
        var isTransient = false;
        foreach (var attempt in attempts)
        {
            isTransient |= attempt.Failure is TimeoutException or HyperscaleException { IsTransient: true };
            last = attempt.Failure as HyperscaleException ?? last;
            if ((attempt.Failure as HyperscaleException)?.RetryAfter is { } asked && !(asked >= wait))
            {
                wait = asked;
            }
        }

        // Only our own failure stands inside: another vendor's text could hold the prompt, and ToString would print it.
        return new HyperscaleFallbackException($"No supplier answered. {string.Join(" | ", attempts)}", attempts, last)
        {
            Provider = attempts[0].Provider,
            ErrorCode = Code,
            IsTransient = isTransient,
            RetryAfter = wait,
        };
    }
}
