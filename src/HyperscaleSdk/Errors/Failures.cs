using System.Globalization;
using System.Net;
using System.Text;

namespace HyperscaleSdk.Runtime;

/// <summary>Makes the exceptions; the only place that writes their messages.</summary>
internal static class Failures
{
    private const int LongestToken = 128;

    public static HyperscaleRequestException Unsupported(ProviderDescriptor provider, string? model, string reason)
        => new($"{provider.Id}{Named(model)}: {reason}.")
        {
            Provider = provider.Id,
            ErrorCode = "unsupported",
        };

    public static HyperscaleAuthenticationException NoKey(ProviderDescriptor provider, string variables)
        => new($"{provider.Id}: there is no API key. Set the option ApiKey, the configuration value Hyperscale:{provider.Id}:ApiKey, or the environment variable {variables}.")
        {
            Provider = provider.Id,
            ErrorCode = "missing_key",
        };

    public static HyperscaleRateLimitException OverOwnLimit(ProviderDescriptor provider, string? model, TimeSpan wait)
        => new($"{provider.Id}{Named(model)}: nothing was sent, because the call's turn under the client's own limit (option RateLimits) comes in {Seconds(wait)} s, later than the call may last.")
        {
            Provider = provider.Id,
            ErrorCode = "client_rate_limit",
            RetryAfter = wait,
            IsTransient = true,
        };

    public static HyperscaleConnectionException CircuitOpen(ProviderDescriptor provider, string? model, TimeSpan? wait)
        => new($"{provider.Id}{Named(model)}: nothing was sent, because the last calls failed and the circuit is open (option CircuitBreaker).")
        {
            Provider = provider.Id,
            ErrorCode = "circuit_open",
            RetryAfter = wait,
            IsTransient = true,
        };

    public static HyperscaleConnectionException Connection(ProviderDescriptor provider, HttpRequestException cause, bool refused)
    {
        // What fails before a connection stands was never sent; anything later may have been, and may be billed.
        var unsent = refused || cause.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
        return new(unsent
            ? $"{provider.Id} cannot be reached ({cause.HttpRequestError}). Check the base address and the network."
            : $"{provider.Id}: the connection broke before an answer came ({cause.HttpRequestError}).", cause)
        {
            Provider = provider.Id,
            ErrorCode = unsent ? "unreachable" : "connection_broken",
            IsTransient = true,
            MayRetry = unsent,
        };
    }

    public static HyperscaleConnectionException Broken(ProviderDescriptor provider, string? requestId, Exception cause)
        => new($"{provider.Id}: the connection broke before the answer was complete{InRequest(requestId)}.", cause)
        {
            Provider = provider.Id,
            ErrorCode = "connection_broken",
            RequestId = requestId,
            IsTransient = true,
        };

    public static TimeoutException TimedOut(ProviderDescriptor provider, TimeSpan timeout, bool streaming, Exception? last)
        => new(streaming
            ? $"{provider.Id} sent nothing for {Seconds(timeout)} s (option Timeout)."
            : $"{provider.Id} did not answer within {Seconds(timeout)} s, retries included (option Timeout).", last);

    public static TimeoutException AttemptTimedOut(ProviderDescriptor provider, TimeSpan timeout)
        => new($"{provider.Id} did not begin to answer within {Seconds(timeout)} s (option AttemptTimeout).");

    public static HyperscaleStreamException Cut(ProviderDescriptor provider, string? requestId, Exception? cause = null)
        => new($"{provider.Id}: the stream ended before its end{InRequest(requestId)}. What came is incomplete; the call can be repeated.", cause)
        {
            Provider = provider.Id,
            StatusCode = HttpStatusCode.OK,
            ErrorCode = "stream_cut",
            RequestId = requestId,
            IsTransient = true,
        };

    public static HyperscaleResponseException Response(ProviderDescriptor provider, HttpStatusCode status, string? requestId, string problem, string? path = null, long? offset = null)
    {
        var place = path is null ? string.Empty : $" at {path}";
        return new($"{provider.Id}: the answer cannot be understood{place}: {problem}{InRequest(requestId)}.")
        {
            Provider = provider.Id,
            StatusCode = status,
            ErrorCode = "bad_response",
            RequestId = requestId,
            Path = path,
            ByteOffset = offset,
        };
    }

    /// <summary>The exception for what a provider reports as an error, by HTTP status or inside a body.</summary>
    public static HyperscaleException Reported(ProviderDescriptor provider, ProviderErrors errors, HttpStatusCode status, string? code, string? providerMessage, string? requestId, TimeSpan? retryAfter)
    {
        code = code is { Length: > LongestToken } ? code[..LongestToken] : code;
        var number = (int)status;
        var transient = IsTransient(errors, number, code);
        var message = Message(provider, errors, number, code, requestId, retryAfter);
        if (number is 401 or 403)
        {
            return new HyperscaleAuthenticationException(message)
            {
                Provider = provider.Id, StatusCode = status, ErrorCode = code, RequestId = requestId, RetryAfter = retryAfter,
                IsTransient = transient, MayRetry = transient, ProviderMessage = providerMessage,
            };
        }

        if (number == 429 || (number < 300 && Says(code, "rate_limit", "too_many")))
        {
            return new HyperscaleRateLimitException(message)
            {
                Provider = provider.Id, StatusCode = status, ErrorCode = code, RequestId = requestId, RetryAfter = retryAfter,
                IsTransient = transient, MayRetry = transient, ProviderMessage = providerMessage,
            };
        }

        if (number >= 500 || (number < 300 && transient))
        {
            return new HyperscaleServerException(message)
            {
                Provider = provider.Id, StatusCode = status, ErrorCode = code, RequestId = requestId, RetryAfter = retryAfter,
                IsTransient = transient, MayRetry = transient, ProviderMessage = providerMessage,
            };
        }

        return new HyperscaleRequestException(message)
        {
            Provider = provider.Id, StatusCode = status, ErrorCode = code, RequestId = requestId, RetryAfter = retryAfter,
            IsTransient = transient, MayRetry = transient, ProviderMessage = providerMessage,
        };
    }

    /// <summary>The HTTP status that a five-digit code begins with; <see langword="null"/> when it begins with none.</summary>
    public static HttpStatusCode? StatusOf(string? code)
        => code is { Length: >= 3 } && int.TryParse(code.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 100 and <= 599
            ? (HttpStatusCode)status
            : null;

    private static bool IsTransient(ProviderErrors errors, int status, string? code)
    {
        if (code is not null && Contains(errors.PermanentCodes, code))
        {
            return false;
        }

        return status is 408 or 429 or 500 or 502 or 503 or 504
            || (status < 300 && Says(code, "rate_limit", "too_many", "server_error", "internal", "overload", "unavailable", "timeout"))
            || (code is not null && Contains(errors.TransientCodes, code));
    }

    // Errors inside a success status carry no status of their own; their words are all there is to tell the kinds apart.
    private static bool Says(string? code, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (code is not null && code.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Contains(IReadOnlyCollection<string> codes, string code)
    {
        foreach (var known in codes)
        {
            if (string.Equals(known, code, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static string Message(ProviderDescriptor provider, ProviderErrors errors, int status, string? code, string? requestId, TimeSpan? retryAfter)
    {
        var text = new StringBuilder(provider.Id).Append(" answered ").Append(status.ToString(CultureInfo.InvariantCulture));
        if (IsPlain(code))
        {
            text.Append(" (code ").Append(code).Append(')');
        }

        text.Append(InRequest(requestId)).Append('.');
        if (retryAfter is { } wait)
        {
            text.Append(" It asks to wait ").Append(Seconds(wait)).Append(" s.");
        }

        var advice = code is not null && errors.Advice.TryGetValue(code, out var known) ? known : status switch
        {
            >= 300 and < 400 => "The address redirects, which is not followed: set BaseAddress to where the API is.",
            401 => "Check the API key.",
            403 => "The key may not do this: check its rights and the product it belongs to.",
            404 => "Check the model's name and the base address.",
            413 => "Send less at once.",
            429 => "Send fewer requests or tokens at a time.",
            >= 500 => "The provider failed; try again later.",
            _ => null,
        };
        return advice is null ? text.ToString() : text.Append(' ').Append(advice).ToString();
    }

    private static string Named(string? model) => model is null ? string.Empty : $" ({model})";

    private static string InRequest(string? requestId) => IsPlain(requestId) ? $", request id {requestId}" : string.Empty;

    private static string Seconds(TimeSpan span) => span.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);

    // Codes and ids are tokens; anything else a server puts there could be text that must not get into a log.
    private static bool IsPlain(string? token)
    {
        if (token is null || token.Length is 0 or > LongestToken)
        {
            return false;
        }

        foreach (var character in token)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('-' or '_' or '.' or ':'))
            {
                return false;
            }
        }

        return true;
    }
}
