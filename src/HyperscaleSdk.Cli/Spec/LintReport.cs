using System.Globalization;
using HyperscaleSdk.Cli.Output;
using HyperscaleSdk.Generators;
using HyperscaleSdk.Specification.Lint;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Cli.Spec;

/// <summary>Findings as a compiler prints them, each with what to write, and their sum by rule.</summary>
internal sealed class LintReport(CliConsole console, bool isKorean)
{
    private const int ShownOfOneRule = 20;

    public void Write(IReadOnlyList<LintEntry> entries, bool showsAll)
    {
        var shown = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var count = shown.GetValueOrDefault(entry.Id) + 1;
            shown[entry.Id] = count;
            if (showsAll || count <= ShownOfOneRule)
            {
                console.Out.WriteLine(Line(entry));
                if ((isKorean ? entry.KoreanFix : entry.Fix) is { } fix)
                {
                    console.Out.WriteLine((isKorean ? "  고치기: " : "  fix: ") + TerminalText.OneLine(fix));
                }
            }
        }

        foreach (var (id, count) in shown.OrderBy(rule => rule.Key, StringComparer.Ordinal).Where(rule => !showsAll && rule.Value > ShownOfOneRule))
        {
            console.Out.WriteLine(isKorean
                ? string.Create(CultureInfo.InvariantCulture, $"{id}: {count - ShownOfOneRule}건 더 있습니다. --all을 붙이면 모두 표시합니다.")
                : string.Create(CultureInfo.InvariantCulture, $"{id}: {count - ShownOfOneRule} more. --all shows them."));
        }
    }

    /// <summary>One line a rule, the gravest first, and one with the totals, to standard error.</summary>
    /// <param name="entries">All findings.</param>
    /// <param name="least">The least severity that is shown; rules below it are only counted.</param>
    public void WriteSummary(IReadOnlyList<LintEntry> entries, SpecSeverity least)
    {
        foreach (var rule in entries.Where(entry => entry.Severity >= least).GroupBy(entry => (entry.Id, entry.Severity)).OrderByDescending(rule => rule.Key.Severity).ThenBy(rule => rule.Key.Id, StringComparer.Ordinal))
        {
            console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rule.Count(),6}  {rule.First().Level,-7}  {rule.Key.Id}  {Title(rule.Key.Id)}"));
        }

        var (errors, warnings, infos) = (Count(entries, SpecSeverity.Error), Count(entries, SpecSeverity.Warning), Count(entries, SpecSeverity.Info));
        console.Error.WriteLine(isKorean
            ? string.Create(CultureInfo.InvariantCulture, $"오류 {errors}건, 경고 {warnings}건, 참고 {infos}건")
            : string.Create(CultureInfo.InvariantCulture, $"{errors} {Plural(errors, "error")}, {warnings} {Plural(warnings, "warning")}, {infos} info"));
    }

    private string Line(LintEntry entry) => TerminalText.OneLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{entry.Path}({entry.Start.Line + 1},{entry.Start.Column + 1}): {entry.Level} {entry.Id}: {(isKorean ? entry.KoreanMessage ?? entry.Message : entry.Message)}"));

    private string Title(string id) => LintRules.Find(id) is { } rule ? (isKorean ? rule.KoreanTitle : rule.Title) : isKorean ? SpecTitles.Of(id).Korean : SpecTitles.Of(id).English;

    private static int Count(IReadOnlyList<LintEntry> entries, SpecSeverity severity) => entries.Count(entry => entry.Severity == severity);

    private static string Plural(int count, string word) => count == 1 ? word : word + "s";
}
