using System.Globalization;
using System.Text.Json;
using HyperscaleSdk.Cli.Output;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Cli.Spec;

/// <summary>Diagnostics of a document as a compiler prints them, and as JSON. Lines and columns count from 1.</summary>
internal static class SpecDiagnosticText
{
    public static string Line(SpecDiagnostic diagnostic) => TerminalText.OneLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{diagnostic.Path}({diagnostic.Start.Line + 1},{diagnostic.Start.Column + 1}): {Severity(diagnostic)} {diagnostic.Id}: {diagnostic.Message}"));

    public static void Write(Utf8JsonWriter json, SpecDiagnostic diagnostic)
    {
        json.WriteStartObject();
        json.WriteString("id", diagnostic.Id);
        json.WriteString("severity", Severity(diagnostic));
        json.WriteString("path", diagnostic.Path);
        json.WriteNumber("line", diagnostic.Start.Line + 1);
        json.WriteNumber("column", diagnostic.Start.Column + 1);
        json.WriteNumber("endLine", diagnostic.End.Line + 1);
        json.WriteNumber("endColumn", diagnostic.End.Column + 1);
        json.WriteString("message", diagnostic.Message);
        json.WriteEndObject();
    }

    private static string Severity(SpecDiagnostic diagnostic) => diagnostic.Severity switch
    {
        SpecSeverity.Error => "error",
        SpecSeverity.Warning => "warning",
        _ => "info",
    };
}
