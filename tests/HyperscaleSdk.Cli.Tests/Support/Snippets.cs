using HyperscaleSdk.Generators;
using HyperscaleSdk.TestKit;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Cli.Tests.Support;

/// <summary>Compiles snippets of a page against the client that the generator makes of the same document.</summary>
internal static class Snippets
{
    private const string FileName = "Snippets.cs";

    // What a project with implicit usings has.
    private const string Implicit =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;\n";

    public static void ShouldCompile(IEnumerable<string> snippets, params SpecText[] files)
    {
        var code = snippets.Select((snippet, index) => (Lines: snippet.Split('\n'), Index: index)).ToList();
        Assert.NotEmpty(code);
        var usings = code.SelectMany(snippet => snippet.Lines.Where(IsUsing)).Distinct(StringComparer.Ordinal);
        var methods = code.Select(snippet => $"    public static async Task Snippet{snippet.Index}()\n    {{\n{string.Join('\n', snippet.Lines.Where(line => !IsUsing(line)))}\n    }}\n");
        var source = $"{Implicit}{string.Join('\n', usings)}\ninternal static class Snippets\n{{\n{string.Join('\n', methods)}}}\n";

        var run = new GeneratorRun(new HyperscaleGenerator(), files).WithSource(source, FileName).Generate();

        var tree = run.Output.SyntaxTrees.Single(candidate => candidate.FilePath == FileName);
        var errors = run.Output.GetSemanticModel(tree).GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(5)
            .Select(error => $"{error}\n{tree.GetText().Lines[error.Location.GetLineSpan().StartLinePosition.Line]}");
        Assert.Empty(errors);
    }

    private static bool IsUsing(string line) => line.StartsWith("using ", StringComparison.Ordinal) && !line.Contains('=') && line.EndsWith(';');
}
