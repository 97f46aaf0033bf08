namespace HyperscaleSdk.Emulator.Errors;

/// <summary>How a provider says what is left of its limits and when to try again.</summary>
internal enum RateHeaderForm
{
    /// <summary>It does not say, unless the request asks for a <c>Retry-After</c>.</summary>
    None,

    /// <summary><c>Retry-After</c> in seconds.</summary>
    RetryAfter,

    /// <summary><c>Retry-After</c> as a date.</summary>
    RetryAfterDate,

    /// <summary><c>retry-after-ms</c>.</summary>
    RetryAfterMilliseconds,

    /// <summary><c>x-ratelimit-*</c> with resets as durations: <c>20ms</c>, <c>1m0s</c>; and <c>Retry-After</c>.</summary>
    Durations,

    /// <summary><c>x-ratelimit-*</c> with resets in seconds from now; and <c>Retry-After</c>.</summary>
    Seconds,

    /// <summary><c>x-ratelimit-*</c> with resets in seconds since 1970; no <c>Retry-After</c>.</summary>
    Epoch,

    /// <summary><c>x-upstage-ratelimit-*</c> with resets in seconds since 1970; and <c>Retry-After</c>.</summary>
    Upstage,
}
