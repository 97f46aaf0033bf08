using System.Globalization;
using HyperscaleSdk.Emulator.Hosting;
using Microsoft.AspNetCore.Http;

namespace HyperscaleSdk.Emulator.Upstage;

/// <summary>Rate headers of every answer. Resets are points in time, in seconds since 1970.</summary>
internal static class UpstageRateHeaders
{
    private const string Prefix = "X-Upstage-RateLimit-";
    private const int SecondsPerWindow = 60;

    /// <param name="call">The call.</param>
    /// <param name="model">The model, once it is known; null before.</param>
    public static void Write(EmulatedCall call, UpstageModel? model)
    {
        var tokens = model?.TokensPerMinute ?? 250_000;
        var requests = model?.RequestsPerMinute ?? 100;
        var reset = NextWindow(call);
        Set(call, "Limit-Requests", requests);
        Set(call, "Limit-Tokens", tokens);
        Set(call, "Remaining-Requests", requests - 1);
        Set(call, "Remaining-Tokens", Math.Max(0, tokens - call.InputTokens - call.OutputTokens));
        Set(call, "Reset-Requests", reset);
        Set(call, "Reset-Tokens", reset);
    }

    public static void WriteRetry(EmulatedCall call, int status)
    {
        if ((call.Faults.RetryAfterSeconds ?? (status == StatusCodes.Status429TooManyRequests ? 1 : null as int?)) is not { } seconds)
            return;
        call.Http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (status != StatusCodes.Status429TooManyRequests)
            return;
        Set(call, "Remaining-Requests", 0);
        Set(call, "Retry-After-Requests", call.UnixSeconds + seconds);
        Set(call, "Retry-After-Tokens", call.UnixSeconds + seconds);
    }

    private static long NextWindow(EmulatedCall call) => ((call.UnixSeconds / SecondsPerWindow) + 1) * SecondsPerWindow;

    private static void Set(EmulatedCall call, string name, long value)
        => call.Http.Response.Headers[Prefix + name] = value.ToString(CultureInfo.InvariantCulture);
}
