using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace HyperscaleSdk.TestKit.Analyzers;

/// <summary>Collects what a test says, and compiles it.</summary>
internal sealed class SnippetBuilder
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, DocumentationMode.None);

    public List<string> Sources { get; } = [];

    public Dictionary<string, string> Options { get; } = new(StringComparer.OrdinalIgnoreCase);

    public List<(string Path, string Text)> AdditionalFiles { get; } = [];

    public HashSet<string> LeftOut { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, ReportDiagnostic> Severities { get; } = new(StringComparer.Ordinal);

    public Dictionary<(string Path, string Id), ReportDiagnostic> TreeSeverities { get; } = [];

    public bool UsesAspNetCore { get; set; }

    public OutputKind OutputKind { get; set; } = OutputKind.DynamicallyLinkedLibrary;

    public bool AllowsErrors { get; set; }

    public static string PathOf(int index) => $"Test{index}.cs";

    public Snippet Build(string defaultId)
    {
        var marks = ImmutableDictionary.CreateBuilder<string, MarkupSource>(StringComparer.Ordinal);
        var trees = new List<SyntaxTree> { CSharpSyntaxTree.ParseText(Usings, ParseOptions, "Usings.cs") };
        for (var i = 0; i < Sources.Count; i++)
        {
            var source = MarkupSource.Parse(Sources[i], defaultId);
            marks[PathOf(i)] = source;
            trees.Add(CSharpSyntaxTree.ParseText(source.Text, ParseOptions, PathOf(i)));
        }

        foreach (var (path, markup) in AdditionalFiles)
        {
            marks[path] = MarkupSource.Parse(markup, defaultId);
        }

        // Compilations made from one another share their bound references, which cost more than a snippet does.
        var compilation = TestReferences.EmptyCompilation
            .WithOptions(CompilationOptions())
            .AddSyntaxTrees(trees);
        if (UsesAspNetCore)
        {
            compilation = compilation.AddReferences(TestReferences.AspNetCore);
        }

        if (LeftOut.Count > 0)
        {
            compilation = compilation.WithReferences(TestReferences.Default.Where(reference => !LeftOut.Contains(Path.GetFileNameWithoutExtension(reference.Display!))));
        }

        CheckCompiles(compilation);
        return new Snippet(compilation, marks.ToImmutable(), AnalyzerOptions());
    }

    private CSharpCompilationOptions CompilationOptions()
    {
        var options = TestReferences.EmptyCompilation.Options.WithOutputKind(OutputKind).WithSpecificDiagnosticOptions(Severities);
        return TreeSeverities.Count == 0 ? options : options.WithSyntaxTreeOptionsProvider(new TestTreeOptionsProvider(TreeSeverities));
    }

    public AnalyzerOptions AnalyzerOptions() => new(
        [.. AdditionalFiles.Select(file => new TestAdditionalText(file.Path, MarkupSource.Parse(file.Text, "none").Text))],
        new TestOptionsProvider(Options));

    private void CheckCompiles(CSharpCompilation compilation)
    {
        var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0 && !AllowsErrors)
        {
            Assert.Fail("The snippet does not compile:" + Environment.NewLine + string.Join(Environment.NewLine, errors));
        }
    }
}
