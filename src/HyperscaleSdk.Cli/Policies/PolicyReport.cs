using System.Globalization;
using System.Text.Json;
using HyperscaleSdk.Cli.Output;
using HyperscaleSdk.Policies;

namespace HyperscaleSdk.Cli.Policies;

/// <summary>The problems of a policy, for people and as members of the command's JSON document. Lines and columns count from 1.</summary>
internal sealed class PolicyReport(string path, IReadOnlyList<PolicyProblem> problems)
{
    private const string HelpFolder = "https://github.com/hyperscale-sdk/hyperscale-sdk/blob/main/docs/rules/";

    public int Errors => problems.Count(problem => problem.Severity == PolicySeverity.Error);

    public int Warnings => problems.Count - Errors;

    public static bool IsKorean => string.Equals(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, "ko", StringComparison.Ordinal);

    /// <summary>One line a problem, its columns under each other.</summary>
    public void Write(TextWriter output)
    {
        var places = problems.Select(Place).ToList();
        var width = places.Count == 0 ? 0 : places.Max(place => place.Length);
        for (var i = 0; i < problems.Count; i++)
        {
            var problem = problems[i];
            output.WriteLine(TerminalText.OneLine($"{places[i].PadRight(width)}  {Level(problem),-7}  {problem.Id}  {(IsKorean ? problem.KoreanMessage : problem.Message)}"));
        }
    }

    public void WriteSummary(TextWriter output) => output.WriteLine(TerminalText.OneLine(IsKorean
        ? string.Create(CultureInfo.InvariantCulture, $"{path}: 오류 {Errors}건, 경고 {Warnings}건")
        : string.Create(CultureInfo.InvariantCulture, $"{path}: {Errors} {Plural(Errors, "error")}, {Warnings} {Plural(Warnings, "warning")}")));

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteString("path", path);
        json.WriteStartArray("findings");
        foreach (var problem in problems)
        {
            json.WriteStartObject();
            json.WriteString("id", problem.Id);
            json.WriteString("severity", Level(problem));
            json.WriteString("path", path);
            json.WriteNumber("line", problem.Place.StartLine + 1);
            json.WriteNumber("column", problem.Place.StartColumn + 1);
            json.WriteNumber("endLine", problem.Place.EndLine + 1);
            json.WriteNumber("endColumn", problem.Place.EndColumn + 1);
            json.WriteString("message", problem.Message);
            json.WriteString("messageKo", problem.KoreanMessage);
            json.WriteString("help", HelpFolder + problem.Id + ".md");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("counts");
        json.WriteNumber("error", Errors);
        json.WriteNumber("warning", Warnings);
        json.WriteEndObject();
    }

    private string Place(PolicyProblem problem) =>
        string.Create(CultureInfo.InvariantCulture, $"{path}:{problem.Place.StartLine + 1}:{problem.Place.StartColumn + 1}");

    private static string Level(PolicyProblem problem) => problem.Severity == PolicySeverity.Error ? "error" : "warning";

    private static string Plural(int count, string word) => count == 1 ? word : word + "s";
}
