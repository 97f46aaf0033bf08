namespace HyperscaleSdk.Runtime;

/// <summary>Says in a sentence what is wrong with a value out of its range.</summary>
internal static class Ranges
{
    public static string Sentence(string option, string value, string? min, string? max, bool minExclusive, bool maxExclusive)
    {
        var low = min is null ? null : $"{(minExclusive ? "more than" : "at least")} {min}";
        var high = max is null ? null : $"{(maxExclusive ? "less than" : "at most")} {max}";
        var range = (low, high) switch
        {
            (not null, not null) => $"{low} and {high}",
            (null, null) => "a finite number",
            _ => low ?? high,
        };
        return $"{option} is {value} but must be {range}";
    }
}
