namespace HyperscaleSdk.Recognition;

/// <summary>
/// Dates on which a living person can have been born. No clock is read: the same text gives the same findings on every
/// day, so the last year is a fixed one.
/// </summary>
internal static class CivilDate
{
    public const int LatestYear = 2049;
    private const int EarliestYear = 1800;

    public static bool Exists(int year, int month, int day) =>
        year is >= EarliestYear and <= LatestYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    /// <summary>Six digits, the year's century unknown.</summary>
    public static bool ExistsInACentury(int year, int month, int day) => Exists(1900 + year, month, day) || Exists(2000 + year, month, day);
}
