using System.Globalization;

namespace HyperscaleSdk.Cli.Spec.Docs.Building;

/// <summary>Numbers as the page writes them: groups of three, a point before the decimals, the same in every language.</summary>
internal static class Numbers
{
    public static string Text(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Writes an amount with the decimals that its source gives.</summary>
    public static string Text(decimal amount) => amount.ToString("N" + amount.Scale.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    public static decimal? Amount(string? text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) ? amount : null;

    /// <summary>Puts a value where the placeholder <c>{0}</c> stands.</summary>
    public static string Fill(string words, string value) => words.Replace("{0}", value, StringComparison.Ordinal);
}
