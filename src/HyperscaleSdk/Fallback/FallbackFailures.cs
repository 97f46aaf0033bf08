using System.Net;

namespace HyperscaleSdk;

/// <summary>Tells the failures that another supplier can help with from those that it cannot.</summary>
internal static class FallbackFailures
{
    /// <summary>Why the call may go on; null when it may not: the request itself was refused, or this side is in the wrong.</summary>
    public static FallbackReason? ReasonOf(Exception failure, FallbackOptions options) => failure switch
    {
        VoucherBudgetException => FallbackReason.OverBudget,
        HyperscaleRateLimitException => FallbackReason.OverQuota,
        HyperscaleServerException or HyperscaleConnectionException or HyperscaleStreamException => FallbackReason.Down,
        HyperscaleFallbackException => FallbackReason.Down,
        HyperscaleRequestException { StatusCode: HttpStatusCode.RequestTimeout } => FallbackReason.Down,
        HyperscaleAuthenticationException => options.AfterAuthenticationFailure ? FallbackReason.KeyRefused : null,
        HyperscaleException => null,
        TimeoutException => options.AfterTimeout ? FallbackReason.Down : null,
        HttpRequestException { StatusCode: HttpStatusCode.TooManyRequests } => FallbackReason.OverQuota,
        HttpRequestException { StatusCode: null or >= HttpStatusCode.InternalServerError } => FallbackReason.Down,
        _ => null,
    };

    /// <summary>The failure in words. Another vendor's text could hold the prompt: of it only the type is said.</summary>
    public static string Explain(Exception failure) => failure switch
    {
        HyperscaleException known => known.Message,
        TimeoutException => "it did not begin to answer in time.",
        _ => $"its client threw {failure.GetType().Name}.",
    };
}
