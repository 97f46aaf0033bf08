using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace HyperscaleSdk;

/// <summary>Who answered, on the current activity, and who did not, as a metric.</summary>
internal static class FallbackTelemetry
{
    public const string ProviderTag = "hyperscale.fallback.provider";

    public const string AttemptsTag = "hyperscale.fallback.attempts";

    public const string CounterName = "hyperscale.fallbacks";

    private static readonly Meter Meter = new("HyperscaleSdk");
    private static readonly Counter<long> Fallbacks = Meter.CreateCounter<long>(CounterName, "{fallback}", "Calls that a supplier did not answer and that went on to the next, by supplier and reason.");

    public static void Served(string provider, int attemptsBefore)
    {
        if (Activity.Current is { } activity)
        {
            activity.SetTag(ProviderTag, provider);
            activity.SetTag(AttemptsTag, attemptsBefore);
        }
    }

    public static void Passed(FallbackAttempt attempt)
    {
        if (Fallbacks.Enabled)
        {
            Fallbacks.Add(1, new("gen_ai.provider.name", attempt.Provider), new("hyperscale.fallback.reason", attempt.Reason.ToString()));
        }
    }
}
