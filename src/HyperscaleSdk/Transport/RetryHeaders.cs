using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace HyperscaleSdk.Runtime;

/// <summary>Reads how long a provider asks to wait.</summary>
internal static class RetryHeaders
{
    private const double LongestSeconds = 365 * 24 * 3600d;

    public static TimeSpan? Read(HttpResponseHeaders headers, ProviderErrors errors, HttpStatusCode status, DateTimeOffset now)
    {
        if (First(headers, "retry-after-ms") is { } milliseconds && Number(milliseconds) is { } exact)
        {
            return Span(exact / 1000);
        }

        if (First(headers, "Retry-After") is { } text)
        {
            if (Number(text) is { } seconds)
            {
                return Span(seconds);
            }

            if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
            {
                return Span((date - now).TotalSeconds);
            }
        }

        double? latest = null;
        foreach (var name in errors.RetryAfterEpochHeaders)
        {
            if (First(headers, name) is { } epoch && Number(epoch) is { } at && !(at < latest))
            {
                latest = at;
            }
        }

        return latest is { } known ? Span(known - (now.ToUnixTimeMilliseconds() / 1000d))

            // They stand on every answer; only on a refusal do they say when to come back.
            : status == HttpStatusCode.TooManyRequests ? RateResetHeaders.Read(headers, now)
            : null;
    }

    public static string? First(HttpResponseHeaders headers, string name)
    {
        if (!headers.NonValidated.TryGetValues(name, out var values))
        {
            return null;
        }

        foreach (var value in values)
        {
            return value.Length > 0 ? value : null;
        }

        return null;
    }

    internal static double? Number(string text)
        => double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var value) ? value : null;

    internal static TimeSpan Span(double seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, 0, LongestSeconds));
}
