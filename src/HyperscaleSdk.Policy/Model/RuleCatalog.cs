using System.Globalization;

namespace HyperscaleSdk.Policies;

/// <summary>The rules that a policy can suppress.</summary>
public static class RuleCatalog
{
    private const int Last = 28;

    /// <summary>The ids of all of them, in order.</summary>
    public static IReadOnlyList<string> Ids { get; } = [.. Enumerable.Range(1, Last).Select(number => string.Format(CultureInfo.InvariantCulture, "HSAI{0:0000}", number))];

    /// <summary>Whether a rule of this id exists that a suppression can name.</summary>
    /// <param name="id">The id; null is none.</param>
    public static bool Contains(string? id) => Number(id) is >= 1 and <= Last;

    /// <summary>Whether a rule's findings are errors by default: its suppression needs an end.</summary>
    /// <param name="id">The id.</param>
    public static bool IsError(string id) => Number(id) is 1 or 2 or 3 or 4 or 5 or 6 or 13 or 14 or 24;

    private static int Number(string? id) =>
        id is { Length: 8 } && id.StartsWith("HSAI", StringComparison.Ordinal)
        && int.TryParse(id.Substring(4), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
