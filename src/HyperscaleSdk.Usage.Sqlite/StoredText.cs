using System.Globalization;

namespace HyperscaleSdk;

/// <summary>
/// Reads what the ledger writes as text, and nothing else: a value that is not written exactly as the ledger would write it
/// was not written by the ledger.
/// </summary>
internal static class StoredText
{
    private const string DateFormat = "yyyy-MM-dd";
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    public static string Format(DateOnly date) => date.ToString(DateFormat, CultureInfo.InvariantCulture);

    public static DateOnly ParseDate(string text) => DateOnly.ParseExact(text, DateFormat, CultureInfo.InvariantCulture);

    public static DateTimeOffset ParseTime(string text) => DateTimeOffset.ParseExact(
        text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    public static decimal? ParseDecimal(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var value = decimal.Parse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return Same(text, UsageRowHash.Format(value)) ? value : throw Foreign();
    }

    public static T ParseEnum<T>(string text)
        where T : struct, Enum =>
        Enum.TryParse<T>(text, ignoreCase: false, out var value) && Same(text, value.ToString()) && Enum.IsDefined(value) ? value : throw Foreign();

    public static Guid ParseGuid(string text)
    {
        var value = Guid.ParseExact(text, "D");
        return Same(text, value.ToString("D")) ? value : throw Foreign();
    }

    public static bool ParseFlag(long value) => value switch
    {
        0 => false,
        1 => true,
        _ => throw Foreign(),
    };

    private static bool Same(string text, string? written) => string.Equals(text, written, StringComparison.Ordinal);

    private static FormatException Foreign() => new("A column holds a value that the ledger does not write.");
}
