using System.Globalization;
using System.Runtime.InteropServices;

namespace HyperscaleSdk.Policies;

/// <summary>A day of the calendar, in Korean time (UTC+9).</summary>
/// <param name="Year">1 to 9999.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to 31.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PolicyDate(int Year, int Month, int Day) : IComparable<PolicyDate>
{
    /// <summary>Whether one day comes before another.</summary>
    public static bool operator <(PolicyDate left, PolicyDate right) => left.CompareTo(right) < 0;

    /// <summary>Whether one day comes after another.</summary>
    public static bool operator >(PolicyDate left, PolicyDate right) => left.CompareTo(right) > 0;

    /// <summary>Whether one day is another or comes before it.</summary>
    public static bool operator <=(PolicyDate left, PolicyDate right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one day is another or comes after it.</summary>
    public static bool operator >=(PolicyDate left, PolicyDate right) => left.CompareTo(right) >= 0;

    /// <summary>Reads a date as the policy writes it.</summary>
    /// <param name="text"><c>yyyy-MM-dd</c>; null is no date.</param>
    /// <param name="date">The date; the default when there is none.</param>
    /// <returns>Whether the text is a day that exists.</returns>
    public static bool TryParse(string? text, out PolicyDate date)
    {
        var isDate = DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed);
        date = isDate ? new PolicyDate(parsed.Year, parsed.Month, parsed.Day) : default;
        return isDate;
    }

    /// <summary>The day that it is in Korea at an instant.</summary>
    /// <param name="instant">Any instant, in any time zone.</param>
    public static PolicyDate InKorea(DateTimeOffset instant)
    {
        var korean = instant.ToOffset(TimeSpan.FromHours(9));
        return new PolicyDate(korean.Year, korean.Month, korean.Day);
    }

    /// <inheritdoc/>
    public int CompareTo(PolicyDate other) => Ordinal.CompareTo(other.Ordinal);

    /// <summary>The date as <c>yyyy-MM-dd</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Year:0000}-{Month:00}-{Day:00}");

    private int Ordinal => (Year * 10000) + (Month * 100) + Day;
}
