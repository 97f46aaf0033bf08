using System.Buffers;
using System.Text;
using System.Text.Json;
using HyperscaleSdk.Cli.Output;
using HyperscaleSdk.Generators;
using HyperscaleSdk.Specification.Lint;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Cli.Spec;

/// <summary>Findings as SARIF 2.1.0, which code hosts show beside the lines. Names and texts of the document are escaped for Markdown.</summary>
internal static class LintSarif
{
    private const string Root = "%SRCROOT%";

    /// <summary>Writes the log.</summary>
    /// <param name="entries">The findings.</param>
    /// <param name="folder">The folder that artifact addresses are relative to.</param>
    /// <param name="version">Version of this program.</param>
    /// <returns>The log as text, with a line end.</returns>
    public static string Write(IReadOnlyList<LintEntry> entries, string folder, string version)
    {
        var rules = Rules(entries);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonOutput.Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            WriteTool(json, rules, version);
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteStartArray("results");
            foreach (var entry in entries)
            {
                WriteResult(json, entry, rules.IndexOf(entry.Id), folder);
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static List<string> Rules(IReadOnlyList<LintEntry> entries)
        => entries.Select(entry => entry.Id).Concat(LintRules.All.Select(rule => rule.Id)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();

    private static void WriteTool(Utf8JsonWriter json, List<string> rules, string version)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "hyperscale");
        json.WriteString("version", version);
        json.WriteString("informationUri", "https://github.com/hyperscale-sdk/hyperscale-sdk");
        json.WriteStartArray("rules");
        foreach (var id in rules)
        {
            var rule = LintRules.Find(id);
            json.WriteStartObject();
            json.WriteString("id", id);
            WriteText(json, "shortDescription", rule?.Title ?? SpecTitles.Of(id).English, markdown: null);
            json.WriteString("helpUri", SpecDescriptors.HelpFolder + id + ".md");
            if (rule is not null)
            {
                json.WriteStartObject("defaultConfiguration");
                json.WriteString("level", Level(rule.Severity));
                json.WriteEndObject();
                json.WriteStartObject("properties");
                json.WriteString("koreanTitle", rule.KoreanTitle);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, LintEntry entry, int ruleIndex, string folder)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", entry.Id);
        json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("level", Level(entry.Severity));
        var message = TerminalText.OneLine(entry.Message);
        var fix = entry.Fix is null ? null : TerminalText.OneLine(entry.Fix);
        WriteText(
            json,
            "message",
            WithoutLinks(fix is null ? message : $"{message} Fix: {fix}"),
            fix is null ? MarkdownText.Plain(message) : $"{MarkdownText.Plain(message)}\n\n**Fix:** {MarkdownText.WithCode(fix)}");
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        WriteArtifact(json, entry.Path, folder);
        json.WriteStartObject("region");
        json.WriteNumber("startLine", entry.Start.Line + 1);
        json.WriteNumber("startColumn", entry.Start.Column + 1);
        json.WriteNumber("endLine", entry.End.Line + 1);
        json.WriteNumber("endColumn", entry.End.Column + 1);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("properties");
        json.WriteString("fix", entry.Fix);
        json.WriteString("messageKo", entry.KoreanMessage);
        json.WriteString("fixKo", entry.KoreanFix);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteArtifact(Utf8JsonWriter json, string path, string folder)
    {
        var relative = Path.GetRelativePath(folder, Path.GetFullPath(path, folder));
        json.WriteStartObject("artifactLocation");
        if (Path.IsPathRooted(relative))
        {
            // Another drive: there is no relative way to it.
            json.WriteString("uri", new Uri(relative).AbsoluteUri);
        }
        else
        {
            var segments = relative.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
            json.WriteString("uri", string.Join('/', segments.Select(Uri.EscapeDataString)));
            if (segments[0] != "..")
            {
                json.WriteString("uriBaseId", Root);
            }
        }

        json.WriteEndObject();
    }

    // A plain SARIF message may hold links as Markdown writes them: none of ours does.
    private static string WithoutLinks(string text) => text.Replace("](", "] (", StringComparison.Ordinal);

    private static void WriteText(Utf8JsonWriter json, string name, string text, string? markdown)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        if (markdown is not null)
        {
            json.WriteString("markdown", markdown);
        }

        json.WriteEndObject();
    }

    private static string Level(SpecSeverity severity) => severity switch
    {
        SpecSeverity.Error => "error",
        SpecSeverity.Warning => "warning",
        _ => "note",
    };
}
