using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Fuzzing.Checks;

/// <summary>A diagnostic points into the text that it names, and says something on one line.</summary>
internal static class DiagnosticCheck
{
    public static CaseFailure? Run(FuzzInput input, IReadOnlyList<SpecDiagnostic> diagnostics)
    {
        foreach (var group in diagnostics.GroupBy(diagnostic => diagnostic.Path, StringComparer.Ordinal))
        {
            if (input.TextOf(group.Key) is not { } text)
            {
                return new CaseFailure("diagnostic: foreign path", group.First().ToString());
            }

            var lines = LineStarts(text);
            foreach (var diagnostic in group)
            {
                if (Problem(diagnostic, text, lines) is { } problem)
                {
                    return new CaseFailure($"diagnostic: {problem} ({diagnostic.Id})", diagnostic.ToString());
                }
            }
        }

        return null;
    }

    private static string? Problem(SpecDiagnostic diagnostic, string text, List<int> lines)
    {
        var (start, end) = (diagnostic.Span.Start, diagnostic.Span.End);
        if (start < 0 || end < start || end > text.Length)
        {
            return "span outside of the text";
        }

        if (diagnostic.Start != Position(start, lines) || diagnostic.End != Position(end, lines))
        {
            return "line and column are not the span's";
        }

        if (string.IsNullOrWhiteSpace(diagnostic.Message))
        {
            return "no message";
        }

        // A terminal obeys what it is sent.
        return diagnostic.Message.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029') ? "control character in the message" : null;
    }

    private static SourcePosition Position(int offset, List<int> lines)
    {
        var found = lines.BinarySearch(offset);
        var line = found >= 0 ? found : ~found - 1;
        return new SourcePosition(line, offset - lines[line]);
    }

    private static List<int> LineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                starts.Add(i + 1);
            }
        }

        return starts;
    }
}
