using System.Globalization;
using System.Text.Json;
using HyperscaleSdk.Cli.Output;

namespace HyperscaleSdk.Cli.Usage;

/// <summary>The status as JSON members.</summary>
internal static class UsageStatusJson
{
    public static void Write(Utf8JsonWriter json, UsageSummary summary)
    {
        json.WriteString("ledger", summary.Path);
        json.WriteNumber("rows", summary.Total.Calls + summary.Total.Reversals);
        json.WriteNumber("openReservations", summary.OpenReservations);
        json.WriteStartObject("period");
        json.WriteString("from", Day(summary.From));
        json.WriteString("to", Day(summary.To));
        json.WriteEndObject();
        json.WriteStartObject("total");
        WriteSums(json, summary.Total);
        json.WriteEndObject();
        json.WriteStartArray("groups");
        foreach (var group in summary.Groups)
        {
            json.WriteStartObject();
            json.WriteString("provider", group.Provider);
            json.WriteString("outcome", group.Outcome);
            WriteSums(json, group);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("chain");
        json.WriteBoolean("verified", summary.Chain.IsIntact);
        json.WriteNumber("goodRows", summary.Chain.Rows);
        json.WriteString("headHash", summary.Chain.HeadHash);
        json.WriteNumberOrNull("brokenRow", summary.Chain.BrokenRow);
        json.WriteString("problem", summary.Chain.Problem);
        json.WriteEndObject();
    }

    private static void WriteSums(Utf8JsonWriter json, UsageGroup group)
    {
        json.WriteNumber("calls", group.Calls);
        json.WriteNumber("reversals", group.Reversals);
        json.WriteNumber("inputTokens", group.InputTokens);
        json.WriteNumber("outputTokens", group.OutputTokens);
        json.WriteAmountOrNull("costKrw", group.CostKrw);
        json.WriteNumber("rowsWithoutPrice", group.Unpriced);
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
