using System.Text.Json.Nodes;

namespace HyperscaleSdk.Wire.Tests.Values;

/// <summary>Numbers within their limits.</summary>
internal static class NumberSample
{
    /// <exception cref="NotSupportedException">The limits leave nothing.</exception>
    public static JsonNode Of(SchemaFacts facts, int index)
    {
        var isWhole = facts.Type == "integer";
        var step = facts.Number("multipleOf") ?? (isWhole ? 1m : 0.25m);
        var low = facts.Number("minimum");
        var high = facts.Number("maximum");
        if (Above(facts, "exclusiveMinimum", low) is { } above)
        {
            low = above + step;
        }

        if (Above(facts, "exclusiveMaximum", high) is { } below)
        {
            high = below - step;
        }

        // A limit need not be a multiple of the step.
        var first = low is { } least ? Math.Ceiling(least / step) * step : Math.Min(step, high ?? step);
        var value = first + (step * index);
        if (value > high)
        {
            value = Math.Floor(high.Value / step) * step;
        }

        return value < low ? throw new NotSupportedException("limits that leave no number") : isWhole ? JsonValue.Create((long)value) : JsonValue.Create(value);
    }

    // 3.0 has a flag beside the limit, 3.1 the limit itself.
    private static decimal? Above(SchemaFacts facts, string keyword, decimal? limit) => facts.Is(keyword) ? limit : facts.Number(keyword);
}
