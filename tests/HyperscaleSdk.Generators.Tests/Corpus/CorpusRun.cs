using System.Collections.Concurrent;
using System.Diagnostics;
using HyperscaleSdk.Specification.Text;
using HyperscaleSdk.TestKit;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Generators.Tests.Corpus;

/// <summary>Generates and compiles each document once, whoever asks first.</summary>
public sealed class CorpusRun
{
    private readonly ConcurrentDictionary<string, Lazy<CorpusRow>> _rows = new(StringComparer.Ordinal);

    internal CorpusRow Row(string document) => _rows.GetOrAdd(document, static name => new Lazy<CorpusRow>(() => Run(name))).Value;

    internal IReadOnlyList<CorpusRow> Rows() => [.. CorpusDocuments.Names.AsParallel().AsOrdered().Select(Row)];

    private static CorpusRow Run(string document)
    {
        var path = CorpusDocuments.Find(document)!;
        var text = File.ReadAllText(path);
        var operations = CorpusDocuments.OperationsOf(SpecReader.Read(path, text));
        var clock = Stopwatch.StartNew();
        var run = new GeneratorRun(new HyperscaleGenerator(), SpecText.Spec(path, text)).Generate();
        var generateTime = clock.ElapsedMilliseconds;

        clock.Restart();
        var problems = run.Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(diagnostic => new CorpusProblem(diagnostic.Severity == DiagnosticSeverity.Error, diagnostic.ToString())).ToList();
        var failures = run.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString());
        return new CorpusRow(
            document,
            operations,
            run.Files.Keys.Count(file => file.StartsWith("Test.TestClient.", StringComparison.Ordinal) && file != "Test.TestClient.g.cs"),
            [.. run.Diagnostics.Where(diagnostic => diagnostic.Id == "HSAI1012").Select(Skip)],
            run.Result.Exception?.Message ?? failures.FirstOrDefault(),
            problems,
            generateTime,
            clock.ElapsedMilliseconds);
    }

    private static CorpusSkip Skip(Diagnostic diagnostic)
    {
        var start = diagnostic.Location.GetLineSpan().StartLinePosition;
        return new CorpusSkip(new CorpusPlace(start.Line, start.Character), diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }
}
