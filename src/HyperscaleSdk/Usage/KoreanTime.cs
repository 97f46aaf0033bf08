namespace HyperscaleSdk;

/// <summary>Korean time is UTC+9 all year; the time-zone database is not asked, so that every machine finds the same day.</summary>
internal static class KoreanTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(9);

    public static DateOnly DateOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Offset).DateTime);
}
