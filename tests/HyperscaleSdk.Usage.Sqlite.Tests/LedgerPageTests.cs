using System.Text.RegularExpressions;

namespace HyperscaleSdk.Usage.Sqlite.Tests;

/// <summary>The page that others implement the hash from must name the fields in the order in which they are hashed.</summary>
public sealed partial class LedgerPageTests
{
    [Fact]
    public void Page_FieldsOfARow_AreThoseOfTheCanonicalTextInItsOrder()
    {
        var page = File.ReadAllText(Path.Combine(Root(), "docs", "ledger.md"));
        var table = page[page.IndexOf("| key |", StringComparison.Ordinal)..page.IndexOf("**Never in it**", StringComparison.Ordinal)];
        var documented = table.Split('\n').SelectMany(line => Key().Matches(line.Split('|') is { Length: > 1 } cells ? cells[1] : "")).Select(match => match.Groups["key"].Value);

        var row = UsageRow.FromCall(Samples.Reservation() with { PersonalData = PersonalDataCounts.Parse("Phone:1 masked") }, Samples.Settlement());
        var hashed = UsageRowHash.Canonical(row).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('=')[0]);
        Assert.Equal(hashed, documented.Where(key => key is not ("date" or "hash")), StringComparer.Ordinal);
    }

    [GeneratedRegex("`(?<key>[a-zA-Z]+)`", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Key();

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "HyperscaleSdk.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
