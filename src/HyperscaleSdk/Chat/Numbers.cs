namespace HyperscaleSdk.Runtime;

/// <summary>Widens numbers as people write them.</summary>
internal static class Numbers
{
    private const float LargestDecimal = 7e28f;

    /// <summary>0.7f becomes 0.7, not 0.699999988079071: the unified options are single precision, the wire is decimal text.</summary>
    public static double? Widen(float? value)
        => value is not { } given ? null : float.IsFinite(given) && Math.Abs(given) < LargestDecimal ? (double)(decimal)given : given;
}
