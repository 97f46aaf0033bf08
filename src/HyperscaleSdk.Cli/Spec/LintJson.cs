using System.Text.Json;
using HyperscaleSdk.Generators;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Cli.Spec;

/// <summary>Findings as members of the command's JSON document. Lines and columns count from 1.</summary>
internal static class LintJson
{
    /// <param name="json">The document, in whose object the members go.</param>
    /// <param name="path">The file that was looked at.</param>
    /// <param name="all">All findings: these are counted.</param>
    /// <param name="shown">Those that are listed.</param>
    public static void Write(Utf8JsonWriter json, string path, IReadOnlyList<LintEntry> all, IReadOnlyList<LintEntry> shown)
    {
        json.WriteString("path", path);
        json.WriteStartArray("findings");
        foreach (var entry in shown)
        {
            json.WriteStartObject();
            json.WriteString("id", entry.Id);
            json.WriteString("severity", entry.Level);
            json.WriteString("path", entry.Path);
            json.WriteNumber("line", entry.Start.Line + 1);
            json.WriteNumber("column", entry.Start.Column + 1);
            json.WriteNumber("endLine", entry.End.Line + 1);
            json.WriteNumber("endColumn", entry.End.Column + 1);
            json.WriteString("message", entry.Message);
            json.WriteString("messageKo", entry.KoreanMessage);
            json.WriteString("fix", entry.Fix);
            json.WriteString("fixKo", entry.KoreanFix);
            json.WriteString("help", SpecDescriptors.HelpFolder + entry.Id + ".md");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("counts");
        json.WriteNumber("error", all.Count(entry => entry.Severity == SpecSeverity.Error));
        json.WriteNumber("warning", all.Count(entry => entry.Severity == SpecSeverity.Warning));
        json.WriteNumber("info", all.Count(entry => entry.Severity == SpecSeverity.Info));
        json.WriteEndObject();
    }
}
