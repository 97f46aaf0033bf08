using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace HyperscaleSdk;

/// <summary>Counts of findings as a metric, and on the current activity. Values are never part of it.</summary>
internal static class GuardTelemetry
{
    public const string CounterName = "hyperscale.personal_data.findings";

    private static readonly Meter Meter = new("HyperscaleSdk");
    private static readonly Counter<long> Findings = Meter.CreateCounter<long>(CounterName, "{finding}", "Personal data found in requests, by kind and action.");

    public static void Record(PersonalDataGuardReport report)
    {
        Activity.Current?.SetTag(CounterName, report.Total);
        if (!Findings.Enabled)
        {
            return;
        }

        foreach (var count in report.Counts)
        {
            Findings.Add(
                count.Count,
                new("hyperscale.personal_data.kind", count.Kind.ToString()),
                new("hyperscale.personal_data.action", count.Action.ToString()),
                new("gen_ai.provider.name", report.Provider),
                new("gen_ai.operation.name", report.Operation));
        }
    }
}
