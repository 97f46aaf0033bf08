using System.Globalization;
using System.Net.Http.Headers;

namespace HyperscaleSdk.Runtime;

/// <summary>
/// Reads <c>x-ratelimit-reset-*</c> and <c>x-upstage-ratelimit-reset-*</c> on a refusal. They hold durations (<c>20ms</c>, <c>6m0s</c>), seconds, or the second
/// since 1970.
/// </summary>
internal static class RateResetHeaders
{
    // 2001: no limit lasts as many seconds, and no clock of a server is that late.
    private const double FirstEpoch = 1e9;

    private static readonly string[] Prefixes = ["x-ratelimit-", "x-upstage-ratelimit-"];

    private static readonly string[] Measures = ["-requests", "-tokens", ""];

    public static TimeSpan? Read(HttpResponseHeaders headers, DateTimeOffset now)
    {
        double? exhausted = null;
        double? shortest = null;
        foreach (var prefix in Prefixes)
        {
            foreach (var measure in Measures)
            {
                if (RetryHeaders.First(headers, $"{prefix}reset{measure}") is not { } text || Seconds(text.Trim(), now) is not { } wait)
                {
                    continue;
                }

                if (RetryHeaders.First(headers, $"{prefix}remaining{measure}") is { } remaining && RetryHeaders.Number(remaining) == 0 && !(wait < exhausted))
                {
                    exhausted = wait;
                }

                shortest = wait > shortest ? shortest : wait;
            }
        }

        // Where nothing says which limit was reached, the shortest wait: retries are few, and to wait for the wrong one helps nobody.
        return (exhausted ?? shortest) is { } seconds ? RetryHeaders.Span(seconds) : null;
    }

    private static double? Seconds(string text, DateTimeOffset now)
        => RetryHeaders.Number(text) is not { } number ? Duration(text)
            : number >= FirstEpoch ? number - (now.ToUnixTimeMilliseconds() / 1000d)
            : number;

    // As Go writes them: 1h2m3.5s, 120ms.
    private static double? Duration(ReadOnlySpan<char> text)
    {
        double sum = 0;
        if (text.IsEmpty)
        {
            return null;
        }

        while (!text.IsEmpty)
        {
            var digits = text.IndexOfAnyExcept("0123456789.");
            if (digits <= 0 || !double.TryParse(text[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            {
                return null;
            }

            text = text[digits..];
            var unit = text.IndexOfAny("0123456789.");
            unit = unit < 0 ? text.Length : unit;
            double? factor = text[..unit] switch
            {
                "ms" => 0.001,
                "s" => 1,
                "m" => 60,
                "h" => 3600,
                "d" => 86400,
                _ => null,
            };
            if (factor is null)
            {
                return null;
            }

            sum += value * factor.Value;
            text = text[unit..];
        }

        return sum;
    }
}
