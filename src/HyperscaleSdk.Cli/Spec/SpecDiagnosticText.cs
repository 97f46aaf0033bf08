using System.Globalization;
using System.Text.Json;
using HyperscaleSdk.Cli.Output;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Cli.Spec;

/// <summary>Diagnostics of a document as a compiler prints them, in Korean when that is the language of the user, and as JSON in both languages. Lines and columns count from 1.</summary>
internal static class SpecDiagnosticText
{
    public static string Line(SpecDiagnostic diagnostic) => TerminalText.OneLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{diagnostic.Path}({diagnostic.Start.Line + 1},{diagnostic.Start.Column + 1}): {Severity(diagnostic)} {diagnostic.Id}: {Message(diagnostic)}"));

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
        json.WriteString("messageKo", diagnostic.KoreanMessage);
        json.WriteEndObject();
    }

    private static string Message(SpecDiagnostic diagnostic) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ko" ? diagnostic.KoreanMessage : diagnostic.Message;

    private static string Severity(SpecDiagnostic diagnostic) => diagnostic.Severity switch
    {
        SpecSeverity.Error => "error",
        SpecSeverity.Warning => "warning",
        _ => "info",
    };
}
