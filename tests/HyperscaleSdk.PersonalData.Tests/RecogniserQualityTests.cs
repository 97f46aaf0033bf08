using System.Globalization;
using System.Text;
using HyperscaleSdk.PersonalData.Tests.TextSet;

namespace HyperscaleSdk.PersonalData.Tests;

public sealed class RecogniserQualityTests(ITestOutputHelper output)
{
    private const double LeastRecall = 0.99;
    private const double LeastPrecision = 0.98;

    private static readonly PersonalDataKind[] UniqueIdentifiers =
        [PersonalDataKind.ResidentRegistrationNumber, PersonalDataKind.ForeignerRegistrationNumber, PersonalDataKind.PassportNumber, PersonalDataKind.DriverLicenseNumber];

    [Fact]
    public void TextSet_OfTwoThousandLines_IsRecognised()
    {
        var lines = Lines();
        var tallies = Enum.GetValues<PersonalDataKind>().ToDictionary(kind => kind, _ => new Tally());
        var misses = new StringBuilder();
        foreach (var line in lines)
        {
            Count(line, tallies, misses);
        }

        var unique = new Tally();
        var all = new Tally();
        output.WriteLine($"{lines.Count} lines");
        foreach (var (kind, tally) in tallies.Where(pair => pair.Value.Marked + pair.Value.Found > 0))
        {
            output.WriteLine(Row(kind.ToString(), tally));
            all.Add(tally);
            if (UniqueIdentifiers.Contains(kind))
            {
                unique.Add(tally);
            }
        }

        output.WriteLine(Row("unique identifiers", unique));
        output.WriteLine(Row("all", all));
        output.WriteLine(misses.ToString());
        Assert.True(lines.Count >= 2000);
        Assert.True(unique.Recall >= LeastRecall, Row("unique identifiers", unique) + misses);
        Assert.True(all.Precision >= LeastPrecision, Row("all", all) + misses);
        Assert.True(all.Recall >= LeastPrecision, Row("all", all) + misses);
    }

    [Fact]
    public void GeneratedLines_AreThoseOfTheGenerator()
    {
        var made = string.Join('\n', TextSetGenerator.Lines()) + "\n";
        var path = Path.Combine(AppContext.BaseDirectory, "TextSet", "generated.txt");
        if (!string.Equals(File.ReadAllText(path), made, StringComparison.Ordinal))
        {
            File.WriteAllText(path + ".new", made);
            Assert.Fail("The data file is not what the generator makes: copy " + path + ".new over TextSet/generated.txt.");
        }
    }

    private static List<MarkedLine> Lines() =>
        [.. new[] { "generated.txt", "handmade.txt" }
            .SelectMany(file => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "TextSet", file)))
            .Select(MarkedLine.Parse)];

    private static void Count(MarkedLine line, Dictionary<PersonalDataKind, Tally> tallies, StringBuilder misses)
    {
        var matches = PersonalDataRecognizer.Find(line.Text);
        foreach (var place in line.Expected)
        {
            var found = matches.Any(match => match.Kind == place.Kind && match.Start <= place.Start && match.End >= place.Start + place.Length);
            tallies[place.Kind].Marked++;
            tallies[place.Kind].Hit += found ? 1 : 0;
            if (!found)
            {
                misses.Append("\nmissed ").Append(place.Kind).Append(": ").Append(line.Text);
            }
        }

        foreach (var match in matches)
        {
            var right = line.Expected.Any(place => place.Kind == match.Kind && match.Start < place.Start + place.Length && place.Start < match.End);
            tallies[match.Kind].Found++;
            tallies[match.Kind].Right += right ? 1 : 0;
            if (!right)
            {
                misses.Append("\nwrong ").Append(match.Kind).Append(" (").Append(match.Confidence).Append("): ").Append(line.Text);
            }
        }
    }

    private static string Row(string name, Tally tally) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {tally.Marked} | {tally.Recall:P2} | {tally.Found} | {tally.Precision:P2} |");

    private sealed class Tally
    {
        public int Marked { get; set; }

        public int Hit { get; set; }

        public int Found { get; set; }

        public int Right { get; set; }

        public double Recall => Marked == 0 ? 1 : (double)Hit / Marked;

        public double Precision => Found == 0 ? 1 : (double)Right / Found;

        public void Add(Tally other)
        {
            Marked += other.Marked;
            Hit += other.Hit;
            Found += other.Found;
            Right += other.Right;
        }
    }
}
