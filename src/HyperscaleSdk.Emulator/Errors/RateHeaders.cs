using System.Globalization;
using HyperscaleSdk.Emulator.Hosting;
using Microsoft.AspNetCore.Http;

namespace HyperscaleSdk.Emulator.Errors;

/// <summary>Writes rate headers, each provider's own way.</summary>
internal static class RateHeaders
{
    private const int SecondsPerWindow = 60;
    private const string Plain = "x-ratelimit-";
    private const string Upstage = "X-Upstage-RateLimit-";

    /// <summary>The names by which a request asks for other rate headers than its provider's own.</summary>
    public static IReadOnlyList<(string Name, RateHeaderForm Form)> Named { get; } =
    [
        ("none", RateHeaderForm.None),
        ("retry-after", RateHeaderForm.RetryAfter),
        ("retry-after-date", RateHeaderForm.RetryAfterDate),
        ("retry-after-ms", RateHeaderForm.RetryAfterMilliseconds),
        ("durations", RateHeaderForm.Durations),
        ("seconds", RateHeaderForm.Seconds),
        ("epoch", RateHeaderForm.Epoch),
        ("upstage", RateHeaderForm.Upstage),
    ];

    /// <summary>What an answer that is no refusal says.</summary>
    public static void Write(EmulatedCall call, RateHeaderForm form, int requestsPerMinute, int tokensPerMinute)
    {
        var left = SecondsPerWindow - (call.UnixSeconds % SecondsPerWindow);
        WriteLimits(call, form, (requestsPerMinute, requestsPerMinute - 1), (tokensPerMinute, Math.Max(0, tokensPerMinute - call.InputTokens - call.OutputTokens)), left);
    }

    /// <summary>What a refusal with 429 or 503 says about the next attempt.</summary>
    public static void WriteRetry(EmulatedCall call, RateHeaderForm form, int status)
    {
        var limited = status == StatusCodes.Status429TooManyRequests;
        if (!limited && status != StatusCodes.Status503ServiceUnavailable)
            return;
        if (call.Faults.RetryAfterSeconds is null && (!limited || form == RateHeaderForm.None))
            return;
        var seconds = call.Faults.RetryAfterSeconds ?? 1;
        var headers = call.Http.Response.Headers;
        switch (form)
        {
            case RateHeaderForm.RetryAfterDate:
                headers.RetryAfter = call.Time.GetUtcNow().AddSeconds(seconds).ToString("R", CultureInfo.InvariantCulture);
                break;
            case RateHeaderForm.RetryAfterMilliseconds:
                headers["retry-after-ms"] = Text(seconds * 1000L);
                break;
            case RateHeaderForm.Epoch:
                break;
            default:
                headers.RetryAfter = Text(seconds);
                break;
        }

        if (!limited)
            return;
        WriteLimits(call, form, (60, 0), (60_000, 0), seconds);
        if (form == RateHeaderForm.Upstage)
        {
            headers[$"{Upstage}Retry-After-Requests"] = Text(call.UnixSeconds + seconds);
            headers[$"{Upstage}Retry-After-Tokens"] = Text(call.UnixSeconds + seconds);
        }
    }

    private static void WriteLimits(EmulatedCall call, RateHeaderForm form, (long Limit, long Left) requests, (long Limit, long Left) tokens, long seconds)
    {
        var reset = form switch
        {
            RateHeaderForm.Durations => seconds >= 60 ? $"{Text(seconds / 60)}m{Text(seconds % 60)}s" : $"{Text(seconds)}s",
            RateHeaderForm.Seconds => Text(seconds),
            RateHeaderForm.Epoch or RateHeaderForm.Upstage => Text(call.UnixSeconds + seconds),
            _ => null,
        };
        if (reset is null)
            return;
        var headers = call.Http.Response.Headers;
        var prefix = form == RateHeaderForm.Upstage ? Upstage : Plain;
        headers[$"{prefix}limit-requests"] = Text(requests.Limit);
        headers[$"{prefix}limit-tokens"] = Text(tokens.Limit);
        headers[$"{prefix}remaining-requests"] = Text(requests.Left);
        headers[$"{prefix}remaining-tokens"] = Text(tokens.Left);
        headers[$"{prefix}reset-requests"] = reset;
        headers[$"{prefix}reset-tokens"] = reset;
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
