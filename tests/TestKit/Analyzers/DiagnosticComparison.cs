using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace HyperscaleSdk.TestKit.Analyzers;

/// <summary>Compares diagnostics with marks, and says readably how they differ.</summary>
internal static class DiagnosticComparison
{
    public static void Check(Snippet snippet, ImmutableArray<Diagnostic> actual)
    {
        var expected = snippet.Expected
            .SelectMany(file => file.Value.Spans.Where(span => span.Additional is null).Select(span => Line(file.Key, file.Value.Text, span.Id, span.Span)))
            .Order(StringComparer.Ordinal).ToList();
        var reported = actual.Select(diagnostic => Line(snippet, diagnostic.Location, diagnostic.Id)).Order(StringComparer.Ordinal).ToList();
        if (!expected.SequenceEqual(reported, StringComparer.Ordinal))
        {
            Assert.Fail(Failure(snippet, expected, reported, actual));
        }

        foreach (var file in snippet.Expected)
        {
            foreach (var mark in file.Value.Spans.Where(span => span.Additional is not null))
            {
                var wanted = Line(file.Key, file.Value.Text, mark.Id, mark.Span);
                var found = actual.Any(diagnostic => string.Equals(diagnostic.Id, mark.Id, StringComparison.Ordinal)
                    && diagnostic.AdditionalLocations.ElementAtOrDefault(mark.Additional!.Value - 1) is { } location
                    && string.Equals(Line(snippet, location, mark.Id), wanted, StringComparison.Ordinal));
                Assert.True(found, $"Additional location {mark.Additional} missing: {wanted}{Environment.NewLine}"
                    + string.Join(Environment.NewLine, actual.SelectMany(diagnostic => diagnostic.AdditionalLocations.Select((location, index) => $"  has {index + 1}: {Line(snippet, location, diagnostic.Id)}"))));
            }
        }
    }

    private static string Failure(Snippet snippet, List<string> expected, List<string> reported, ImmutableArray<Diagnostic> actual)
    {
        var text = new StringBuilder("Diagnostics differ.").AppendLine();
        AppendList(text, "Expected and not reported:", expected.Except(reported, StringComparer.Ordinal));
        AppendList(text, "Reported and not expected:", reported.Except(expected, StringComparer.Ordinal));
        AppendList(text, "Messages:", actual.Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture)));
        foreach (var file in snippet.Expected)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"--- {file.Key}").AppendLine(file.Value.Text);
        }

        return text.ToString();
    }

    private static void AppendList(StringBuilder text, string title, IEnumerable<string> lines)
    {
        text.AppendLine(title);
        foreach (var line in lines)
        {
            text.Append("  ").AppendLine(line);
        }
    }

    private static string Line(Snippet snippet, Location location, string id) => location.SourceTree is { } tree
        ? Line(tree.FilePath, tree.GetText().ToString(), id, location.SourceSpan)
        : location.Kind == LocationKind.ExternalFile && snippet.Expected.TryGetValue(location.GetLineSpan().Path, out var file)
            ? Line(location.GetLineSpan().Path, file.Text, id, location.SourceSpan)
            : $"(no place): {id}";

    private static string Line(string path, string text, string id, TextSpan span)
    {
        var position = SourceText.From(text).Lines.GetLinePosition(span.Start);
        return string.Create(CultureInfo.InvariantCulture, $"{path}({position.Line + 1:D4},{position.Character + 1:D3}) {id} «{text.Substring(span.Start, span.Length)}»");
    }
}
