using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace HyperscaleSdk.TestKit.Analyzers;

/// <summary>
/// Applies a fix and compares: the text is as expected, it compiles, the diagnostic is gone, and there is nothing left to
/// fix. The first source is the one that is fixed; further sources stay.
/// </summary>
/// <typeparam name="TAnalyzer">The analyzer that reports.</typeparam>
/// <typeparam name="TFix">The fix.</typeparam>
public sealed class CodeFixTest<TAnalyzer, TFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    private readonly SnippetBuilder _snippet = new();
    private string? _expected;
    private readonly Dictionary<int, string> _expectedOthers = [];
    private string? _expectedFile;
    private string? _only;

    /// <summary>Adds a source file. Marks are not needed here and are not allowed.</summary>
    public CodeFixTest<TAnalyzer, TFix> WithSource(string source)
    {
        _snippet.Sources.Add(source);
        return this;
    }

    /// <summary>What the first source is to become; leave it out when no fix may be offered.</summary>
    public CodeFixTest<TAnalyzer, TFix> WithFixed(string source)
    {
        _expected = source;
        return this;
    }

    /// <summary>What a further source is to become; those that are not named stay.</summary>
    public CodeFixTest<TAnalyzer, TFix> WithFixed(int index, string source)
    {
        _expectedOthers[index] = source;
        return this;
    }

    /// <summary>Adds an additional file.</summary>
    public CodeFixTest<TAnalyzer, TFix> WithAdditionalFile(string path, string text)
    {
        _snippet.AdditionalFiles.Add((path, text));
        return this;
    }

    /// <summary>What the first additional file is to become; the sources stay.</summary>
    public CodeFixTest<TAnalyzer, TFix> WithFixedAdditionalFile(string text)
    {
        _expectedFile = text;
        return this;
    }

    /// <summary>Looks at this rule alone: what others say about the snippet is not this test's matter.</summary>
    public CodeFixTest<TAnalyzer, TFix> WithOnly(string id)
    {
        _only = id;
        return this;
    }

    /// <summary>Sets an MSBuild property that the compiler sees as <c>build_property.*</c>.</summary>
    public CodeFixTest<TAnalyzer, TFix> WithProperty(string name, string value)
    {
        _snippet.Options["build_property." + name] = value;
        return this;
    }

    /// <summary>Compiles against ASP.NET Core too.</summary>
    public CodeFixTest<TAnalyzer, TFix> WithAspNetCore()
    {
        _snippet.UsesAspNetCore = true;
        return this;
    }

    /// <summary>Applies the fix to the diagnostics one after the other.</summary>
    public Task RunAsync(CancellationToken cancellationToken = default) => RunAsync(OneByOneAsync, cancellationToken);

    /// <summary>Applies the fix to the whole document at once.</summary>
    public Task RunFixAllAsync(CancellationToken cancellationToken = default) => RunFixAllAsync(FixAllScope.Document, cancellationToken);

    /// <summary>Applies the fix to everything within a scope at once.</summary>
    public Task RunFixAllAsync(FixAllScope scope, CancellationToken cancellationToken = default) =>
        RunAsync((document, token) => AllAtOnceAsync(document, scope, token), cancellationToken);

    /// <summary>Checks that diagnostics are reported and that no fix is offered for them.</summary>
    public async Task RunNoFixAsync(CancellationToken cancellationToken = default)
    {
        using var workspace = new AdhocWorkspace();
        var document = CreateDocument(workspace);
        var diagnostics = await DiagnosticsAsync(document, cancellationToken);
        Assert.NotEmpty(diagnostics);
        foreach (var diagnostic in diagnostics)
        {
            Assert.Empty(await ActionsAsync(DocumentOf(document, diagnostic), diagnostic, cancellationToken));
        }
    }

    private async Task RunAsync(Func<Document, CancellationToken, Task<Document>> apply, CancellationToken cancellationToken)
    {
        using var workspace = new AdhocWorkspace();
        var document = CreateDocument(workspace);
        Assert.NotEmpty(await DiagnosticsAsync(document, cancellationToken));

        var changed = await apply(document, cancellationToken);
        Assert.Equal(_expected ?? _snippet.Sources[0], (await changed.GetTextAsync(cancellationToken)).ToString(), ignoreLineEndingDifferences: true);
        for (var i = 1; i < _snippet.Sources.Count; i++)
        {
            var other = changed.Project.Documents.Single(candidate => string.Equals(candidate.Name, SnippetBuilder.PathOf(i), StringComparison.Ordinal));
            Assert.Equal(_expectedOthers.GetValueOrDefault(i) ?? _snippet.Sources[i], (await other.GetTextAsync(cancellationToken)).ToString(), ignoreLineEndingDifferences: true);
        }

        if (_expectedFile is not null)
        {
            Assert.Equal(_expectedFile, (await changed.Project.AdditionalDocuments.First().GetTextAsync(cancellationToken)).ToString(), ignoreLineEndingDifferences: true);
        }

        var compilation = (await changed.Project.GetCompilationAsync(cancellationToken))!;
        Assert.Empty(compilation.GetDiagnostics(cancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Assert.Empty(await DiagnosticsAsync(changed, cancellationToken));
    }

    private async Task<Document> OneByOneAsync(Document document, CancellationToken cancellationToken)
    {
        // Each application must remove at least one diagnostic, so the first count bounds the rounds.
        var diagnostics = await DiagnosticsAsync(document, cancellationToken);
        for (var round = diagnostics.Length; round > 0 && diagnostics.Length > 0; round--)
        {
            var actions = await ActionsAsync(DocumentOf(document, diagnostics[0]), diagnostics[0], cancellationToken);
            Assert.NotEmpty(actions);
            Assert.Equal(actions.Count, actions.Select(action => action.EquivalenceKey).Distinct(StringComparer.Ordinal).Count());
            document = await ApplyAsync(document, actions[0], cancellationToken);
            var left = await DiagnosticsAsync(document, cancellationToken);
            Assert.True(left.Length < diagnostics.Length, "The fix left its diagnostic in place.");
            diagnostics = left;
        }

        return document;
    }

    private async Task<Document> AllAtOnceAsync(Document document, FixAllScope scope, CancellationToken cancellationToken)
    {
        var fix = new TFix();
        var diagnostics = await DiagnosticsAsync(document, cancellationToken);
        var first = (await ActionsAsync(DocumentOf(document, diagnostics[0]), diagnostics[0], cancellationToken))[0];
        var known = new KnownDiagnostics(diagnostics);
        var context = scope == FixAllScope.Document
            ? new FixAllContext(DocumentOf(document, diagnostics[0]), fix, scope, first.EquivalenceKey, fix.FixableDiagnosticIds, known, cancellationToken)
            : new FixAllContext(document.Project, fix, scope, first.EquivalenceKey, fix.FixableDiagnosticIds, known, cancellationToken);
        var provider = fix.GetFixAllProvider()!;
        Assert.Contains(scope, provider.GetSupportedFixAllScopes());
        var all = await provider.GetFixAsync(context);
        Assert.NotNull(all);
        return await ApplyAsync(document, all, cancellationToken);
    }

    private static Document DocumentOf(Document document, Diagnostic diagnostic) => document.Project.GetDocument(diagnostic.Location.SourceTree) ?? document;

    private static async Task<List<CodeAction>> ActionsAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var actions = new List<CodeAction>();
        await new TFix().RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), cancellationToken));
        return actions;
    }

    private static async Task<Document> ApplyAsync(Document document, CodeAction action, CancellationToken cancellationToken)
    {
        var operations = await action.GetOperationsAsync(cancellationToken);
        var solution = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        return solution.GetDocument(document.Id)!;
    }

    private async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(Document document, CancellationToken cancellationToken)
    {
        var compilation = (CSharpCompilation)(await document.Project.GetCompilationAsync(cancellationToken))!;
        var files = await Task.WhenAll(document.Project.AdditionalDocuments.Select(async file => (AdditionalText)new TestAdditionalText(file.FilePath!, (await file.GetTextAsync(cancellationToken)).ToString())));
        var options = new AnalyzerOptions([.. files], _snippet.AnalyzerOptions().AnalyzerConfigOptionsProvider);
        var snippet = new Snippet(compilation, ImmutableDictionary<string, MarkupSource>.Empty, options);
        var diagnostics = await AnalyzerRun.DiagnosticsAsync(snippet, new TAnalyzer(), concurrent: true, cancellationToken);
        return _only is null ? diagnostics : [.. diagnostics.Where(diagnostic => string.Equals(diagnostic.Id, _only, StringComparison.Ordinal))];
    }

    private Document CreateDocument(AdhocWorkspace workspace)
    {
        var compilation = _snippet.Build("none").Compilation;
        var project = workspace.AddProject("Snippet", LanguageNames.CSharp)
            .WithCompilationOptions(compilation.Options)
            .WithParseOptions(SnippetBuilder.ParseOptions)
            .AddMetadataReferences(compilation.References);
        foreach (var tree in compilation.SyntaxTrees)
        {
            project = project.AddDocument(tree.FilePath, tree.GetText(), filePath: tree.FilePath).Project;
        }

        foreach (var (path, text) in _snippet.AdditionalFiles)
        {
            project = project.AddAdditionalDocument(Path.GetFileName(path), text, filePath: path).Project;
        }

        // Where a fix reads the project's properties.
        var properties = string.Concat(_snippet.Options.OrderBy(option => option.Key, StringComparer.Ordinal).Select(option => $"{option.Key} = {option.Value}\n"));
        project = project.AddAnalyzerConfigDocument("Properties.globalconfig", SourceText.From("is_global = true\n" + properties), filePath: "/Properties.globalconfig").Project;
        return project.Documents.Single(document => string.Equals(document.Name, SnippetBuilder.PathOf(0), StringComparison.Ordinal));
    }

    private sealed class KnownDiagnostics(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(diagnostics.Where(diagnostic => !diagnostic.Location.IsInSource || string.Equals(diagnostic.Location.SourceTree!.FilePath, document.FilePath, StringComparison.Ordinal)));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
