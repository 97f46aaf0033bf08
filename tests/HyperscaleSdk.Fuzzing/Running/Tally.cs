using System.Globalization;
using System.Text;
using System.Text.Json;
using HyperscaleSdk.Fuzzing.Checks;

namespace HyperscaleSdk.Fuzzing.Running;

/// <summary>What was counted over a number of cases.</summary>
internal sealed class Tally
{
    public int Cases { get; set; }

    /// <summary>Documents and bindings that were read.</summary>
    public int Documents { get; set; }

    /// <summary>Cases that gave a plan.</summary>
    public int Accepted { get; set; }

    public long Files { get; set; }

    /// <summary>Cases whose output was compiled.</summary>
    public int Compiled { get; set; }

    /// <summary>Cases by the id of each diagnostic they had.</summary>
    public SortedDictionary<string, int> Diagnostics { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Cases by what went wrong; a case may have several.</summary>
    public SortedDictionary<string, int> Failures { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Cases by the document they came from.</summary>
    public SortedDictionary<string, int> Origins { get; set; } = new(StringComparer.Ordinal);

    /// <summary>The most that a case allocated, in bytes, and which it was.</summary>
    public long MostBytes { get; set; }

    public int MostBytesCase { get; set; }

    /// <summary>The most that a case allocated for each character of its text beyond the first 10 MB.</summary>
    public long MostBytesPerCharacter { get; set; }

    public double ProcessorSeconds { get; set; }

    /// <summary>Processor time of the case that took longest, its compilation left out, and which it was.</summary>
    public double SlowestSeconds { get; set; }

    public int SlowestCase { get; set; }

    public static Tally Load(string path) => JsonSerializer.Deserialize<Tally>(File.ReadAllText(path))!;

    public void Save(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this));

    public void Add(FuzzCase fuzzCase, CaseResult result, bool isCompiled, TimeSpan processorTime)
    {
        Cases++;
        if (!isCompiled && processorTime.TotalSeconds > SlowestSeconds)
        {
            (SlowestSeconds, SlowestCase) = (processorTime.TotalSeconds, fuzzCase.Index);
        }

        Documents += fuzzCase.Binding is null ? 1 : 2;
        Increase(Origins, fuzzCase.Origin, 1);
        if (result.Outcome is { } outcome)
        {
            Accepted += outcome.Plan is null ? 0 : 1;
            Compiled += isCompiled && outcome.Plan is not null ? 1 : 0;
            Files += outcome.Files.Count;
            foreach (var id in outcome.Diagnostics.Select(diagnostic => diagnostic.Id).Distinct(StringComparer.Ordinal))
            {
                Increase(Diagnostics, id, 1);
            }

            if (outcome.AllocatedBytes > MostBytes)
            {
                (MostBytes, MostBytesCase) = (outcome.AllocatedBytes, fuzzCase.Index);
            }

            MostBytesPerCharacter = Math.Max(MostBytesPerCharacter, (outcome.AllocatedBytes - 10_000_000) / Math.Max(1, fuzzCase.Input.Length));
        }

        foreach (var failure in result.Failures)
        {
            Increase(Failures, failure.Signature, 1);
        }
    }

    /// <summary>Counts a case that took its process down.</summary>
    public void AddLost(string signature)
    {
        Cases++;
        Increase(Failures, signature, 1);
    }

    public void Add(Tally other)
    {
        Cases += other.Cases;
        Documents += other.Documents;
        Accepted += other.Accepted;
        Files += other.Files;
        Compiled += other.Compiled;
        ProcessorSeconds += other.ProcessorSeconds;
        MostBytesPerCharacter = Math.Max(MostBytesPerCharacter, other.MostBytesPerCharacter);
        if (other.MostBytes > MostBytes)
        {
            (MostBytes, MostBytesCase) = (other.MostBytes, other.MostBytesCase);
        }

        if (other.SlowestSeconds > SlowestSeconds)
        {
            (SlowestSeconds, SlowestCase) = (other.SlowestSeconds, other.SlowestCase);
        }

        foreach (var (mine, theirs) in new[] { (Diagnostics, other.Diagnostics), (Failures, other.Failures), (Origins, other.Origins) })
        {
            foreach (var (name, count) in theirs)
            {
                Increase(mine, name, count);
            }
        }
    }

    /// <summary>A table in Markdown.</summary>
    public string ToMarkdown()
    {
        var builder = new StringBuilder("| what | count |\n|---|---:|\n");
        void Row(string what, string count) => builder.Append("| ").Append(what.Replace("|", "\\|", StringComparison.Ordinal)).Append(" | ").Append(count).Append(" |\n");
        string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

        Row("cases", Number(Cases));
        Row("texts read (documents and bindings)", Number(Documents));
        Row("started from", Number(Origins.Count) + " documents");
        Row("accepted: a plan and code came out", Number(Accepted));
        Row("generated files parsed", Number(Files));
        Row("outputs compiled", Number(Compiled));
        foreach (var (id, count) in Diagnostics)
        {
            Row("cases with " + id, Number(count));
        }

        Row("most bytes allocated by one pass", Number(MostBytes) + " (case " + MostBytesCase.ToString(CultureInfo.InvariantCulture) + ")");
        Row("most bytes per character beyond 10 MB", Number(MostBytesPerCharacter));
        Row("slowest case, s of processor time", SlowestSeconds.ToString("F2", CultureInfo.InvariantCulture) + " (case " + SlowestCase.ToString(CultureInfo.InvariantCulture) + ")");
        Row("processor time, s", ProcessorSeconds.ToString("N0", CultureInfo.InvariantCulture));
        Row("**failures**", "**" + Number(Failures.Values.Sum()) + "**");
        foreach (var (signature, count) in Failures.OrderByDescending(failure => failure.Value))
        {
            Row(signature, Number(count));
        }

        return builder.ToString();
    }

    private static void Increase(SortedDictionary<string, int> counts, string name, int by) => counts[name] = counts.GetValueOrDefault(name) + by;
}
