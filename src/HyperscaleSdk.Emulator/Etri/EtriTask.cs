using System.Text;
using System.Text.Json;
using HyperscaleSdk.Emulator.Http;
using HyperscaleSdk.Emulator.Text;
using HyperscaleSdk.Emulator.Tools;

namespace HyperscaleSdk.Emulator.Etri;

/// <summary>One task: what its argument must have, and what it returns. The members of the results are the emulator's own.</summary>
internal sealed record EtriTask(string Path, string Name, IReadOnlyList<string> Arguments, Action<Utf8JsonWriter, RequestFields> WriteResult)
{
    private const int MaximumContents = 5_000;

    private static readonly EtriTask[] All =
    [
        new("/MRCServlet", "MRC", ["passage", "question"], WriteReading),
        new("/NELinking", "NELinking", ["contents"], WriteEntities),
        new("/WiseWWN/Word", "WiseWWN", ["word"], WriteWord),
        // What these two take is not documented in what was read: any argument will do.
        new("/WiseWWN/WordRel", "WiseWWN", [], (writer, _) => writer.WriteNumber("similarity", 0.5)),
        new("/WiseASR/Recognition", "WiseASR", [], (writer, _) => writer.WriteString("recognized", "에뮬레이터는 듣지 못합니다.")),
    ];

    public static EtriTask? Find(string path) => All.FirstOrDefault(task => string.Equals(task.Path, path, StringComparison.Ordinal));

    /// <summary>What is wrong with the argument, or null.</summary>
    public string? FindProblem(RequestFields argument)
    {
        if (Arguments.FirstOrDefault(name => string.IsNullOrWhiteSpace(argument.Text(name))) is { } missing)
            return $"{missing} is required.";
        return Name is "NELinking" && Encoding.UTF8.GetByteCount(argument.Text("contents")!) > MaximumContents
            ? "contents must not be longer than 5000 bytes."
            : null;
    }

    // The sentence of the passage that shares most with the question.
    private static void WriteReading(Utf8JsonWriter writer, RequestFields argument)
    {
        var asked = ToolWords.Of(argument.Text("question")!);
        var best = Sentences.Of(argument.Text("passage")!)
            .Select(sentence => (Sentence: sentence, Shared: ToolWords.Of(sentence).Intersect(asked, StringComparer.Ordinal).Count()))
            .MaxBy(candidate => candidate.Shared);
        writer.WriteStartObject("MRCInfo");
        writer.WriteString("answer", best.Sentence ?? "");
        writer.WriteString("confidence", best.Shared > 0 ? "0.9" : "0.1");
        writer.WriteEndObject();
    }

    private static void WriteEntities(Utf8JsonWriter writer, RequestFields argument)
    {
        writer.WriteStartArray("entities");
        foreach (var topic in Words.Topics(argument.Text("contents")!, 5))
        {
            writer.WriteStartObject();
            writer.WriteString("text", topic);
            writer.WriteString("type", "TERM");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteWord(Utf8JsonWriter writer, RequestFields argument)
    {
        writer.WriteStartObject("word");
        writer.WriteString("word", argument.Text("word"));
        writer.WriteString("definition", $"‘{argument.Text("word")}’의 뜻풀이 예시입니다.");
        writer.WriteEndObject();
    }
}
