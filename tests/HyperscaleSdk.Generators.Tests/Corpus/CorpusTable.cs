using System.Globalization;
using System.Text;

namespace HyperscaleSdk.Generators.Tests.Corpus;

/// <summary>The outcome of a run as a table in Markdown.</summary>
internal static class CorpusTable
{
    public static string Of(IReadOnlyList<CorpusRow> rows)
    {
        var origins = CorpusDocuments.Origins();
        var text = new StringBuilder();
        text.Append("| document | from | OpenAPI | operations | generated | skipped | errors | warnings | generate ms | compile ms |\n");
        text.Append("|---|---|---|--:|--:|---|--:|--:|--:|--:|\n");
        foreach (var row in rows)
        {
            var (version, origin) = origins[row.Document];
            text.Append(CultureInfo.InvariantCulture, $"| {row.Document} | {origin} | {version} | {row.Operations.Count} | {row.Generated} | {Skipped(row)} | {row.Errors} | {row.Warnings} | {row.GenerateTime} | {row.CompileTime} |\n");
        }

        return text.Append('\n').Append(Totals(rows)).ToString();
    }

    private static string Totals(IReadOnlyList<CorpusRow> rows)
    {
        var operations = rows.Sum(row => row.Operations.Count);
        var generated = rows.Sum(row => row.Generated);
        return string.Create(CultureInfo.InvariantCulture, $"""
            - documents generated: {rows.Count(row => row.Failure is null)} of {rows.Count}
            - documents that compile without an error or a warning: {rows.Count(row => row.Problems.Count == 0)} of {rows.Count}
            - operations generated: {generated} of {operations} ({100.0 * generated / Math.Max(operations, 1):0.0} %), {rows.Sum(row => row.Skipped.Count)} skipped with a diagnostic at their place
            - time: {rows.Sum(row => row.GenerateTime)} ms to generate, {rows.Sum(row => row.CompileTime)} ms to compile, summed over documents that run side by side

            """);
    }

    private static string Skipped(CorpusRow row)
        => row.Skipped.Count == 0 ? "0" : $"{row.Skipped.Count.ToString(CultureInfo.InvariantCulture)}: {Cell(row.Skipped[0].Reason)}" + (row.Skipped.Count > 1 ? " …" : "");

    // The reason quotes the document.
    private static string Cell(string text) => text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
