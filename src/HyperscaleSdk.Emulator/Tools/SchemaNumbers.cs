using System.Text.Json;

namespace HyperscaleSdk.Emulator.Tools;

/// <summary>Numbers within the bounds of a schema.</summary>
internal static class SchemaNumbers
{
    public static long Integer(JsonElement schema, decimal? wish)
    {
        var step = SchemaReading.Number(schema, "multipleOf") is { } multiple and >= 1 ? decimal.Truncate(multiple) : 1;
        var value = Bounded(schema, wish ?? 1, 1);
        value = decimal.Ceiling(value / step) * step;
        if (Upper(schema, 1) is { } upper && value > upper)
            value = decimal.Floor(upper / step) * step;
        return (long)Math.Clamp(value, long.MinValue, long.MaxValue);
    }

    public static decimal Number(JsonElement schema, decimal? wish) => Bounded(schema, wish ?? 1, 0.5m);

    private static decimal Bounded(JsonElement schema, decimal value, decimal gap)
    {
        if (Upper(schema, gap) is { } upper && value > upper)
            value = upper;
        return Lower(schema, gap) is { } lower && value < lower ? lower : value;
    }

    private static decimal? Lower(JsonElement schema, decimal gap)
        => SchemaReading.Number(schema, "minimum") ?? (SchemaReading.Number(schema, "exclusiveMinimum") + gap);

    private static decimal? Upper(JsonElement schema, decimal gap)
        => SchemaReading.Number(schema, "maximum") ?? (SchemaReading.Number(schema, "exclusiveMaximum") - gap);
}
