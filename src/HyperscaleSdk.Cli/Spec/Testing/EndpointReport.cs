using System.Globalization;
using System.Text.Json;
using HyperscaleSdk.Cli.Output;

namespace HyperscaleSdk.Cli.Spec.Testing;

/// <summary>The table of the facts, and the same as JSON. What came from the endpoint may hold what was sent to it: secrets are taken out.</summary>
internal sealed class EndpointReport(EndpointUnderTest endpoint, IReadOnlyList<FactResult> results)
{
    private const int Gap = 2;

    public int Failed => Count(FactOutcome.Failed);

    public void WriteTable(TextWriter output, bool isKorean)
    {
        var words = new Dictionary<FactOutcome, string>
        {
            [FactOutcome.Passed] = isKorean ? "통과" : "pass",
            [FactOutcome.Failed] = isKorean ? "실패" : "FAIL",
            [FactOutcome.NotSupported] = isKorean ? "미지원" : "not supported",
        };
        var first = words.Values.Max(Width) + Gap;
        var second = results.Max(result => result.Fact.Id.Length) + Gap;
        foreach (var result in results)
        {
            output.WriteLine(Pad(words[result.Outcome], first) + result.Fact.Id.PadRight(second) + result.Fact.Title.In(isKorean));
            WriteDetail(output, new string(' ', first + second), result, isKorean);
        }
    }

    public string Summary(bool isKorean)
    {
        var counts = new[] { FactOutcome.Passed, FactOutcome.Failed, FactOutcome.NotSupported }.Select(outcome => Count(outcome).ToString(CultureInfo.InvariantCulture)).ToList();
        return isKorean ? $"통과 {counts[0]}건, 실패 {counts[1]}건, 미지원 {counts[2]}건" : $"{counts[0]} passed, {counts[1]} failed, {counts[2]} not supported";
    }

    public void WriteJson(Utf8JsonWriter json, string path)
    {
        json.WriteString("path", path);
        json.WriteString("provider", endpoint.Provider.Id);
        json.WriteString("baseUrl", endpoint.Settings.PublicAddress);
        json.WriteString("model", endpoint.Clients.HasChat ? endpoint.Model : null);
        json.WriteString("embeddingModel", endpoint.Clients.HasEmbeddings ? endpoint.EmbeddingModel : null);
        json.WriteStartArray("facts");
        foreach (var result in results)
        {
            json.WriteStartObject();
            json.WriteString("id", result.Fact.Id);
            json.WriteString("title", result.Fact.Title.English);
            json.WriteString("titleKo", result.Fact.Title.Korean);
            json.WriteString("result", result.Outcome switch { FactOutcome.Passed => "pass", FactOutcome.Failed => "fail", _ => "not-supported" });
            json.WriteString("place", Safe(result.Place));
            json.WriteString("message", Safe(result.Message?.English));
            json.WriteString("messageKo", Safe(result.Message?.Korean));
            json.WriteString("fix", Safe(result.Fix?.English));
            json.WriteString("fixKo", Safe(result.Fix?.Korean));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("counts");
        json.WriteNumber("pass", Count(FactOutcome.Passed));
        json.WriteNumber("fail", Failed);
        json.WriteNumber("notSupported", Count(FactOutcome.NotSupported));
        json.WriteEndObject();
    }

    private void WriteDetail(TextWriter output, string indent, FactResult result, bool isKorean)
    {
        if (result.Place is not null)
        {
            output.WriteLine(indent + (isKorean ? "위치: " : "at: ") + Safe(result.Place));
        }

        if (result.Message is { } message)
        {
            output.WriteLine(indent + Safe(message.In(isKorean)));
        }

        if (result.Fix is { } fix)
        {
            output.WriteLine(indent + (isKorean ? "고치기: " : "fix: ") + Safe(fix.In(isKorean)));
        }
    }

    private int Count(FactOutcome outcome) => results.Count(result => result.Outcome == outcome);

    private string? Safe(string? text) => text is null ? null : endpoint.Settings.WithoutSecrets(TerminalText.OneLine(text));

    // A Korean letter takes two columns.
    private static int Width(string word) => word.Sum(letter => letter >= '가' ? 2 : 1);

    private static string Pad(string word, int width) => word + new string(' ', width - Width(word));
}
