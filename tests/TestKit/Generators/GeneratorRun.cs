using System.Collections.Immutable;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace HyperscaleSdk.TestKit;

/// <summary>Runs a generator over documents in memory, as the compiler would, and compiles what comes out.</summary>
public sealed class GeneratorRun
{
    private static readonly ImmutableArray<MetadataReference> Platform =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly CSharpParseOptions Parse = new(LanguageVersion.CSharp13, DocumentationMode.Diagnose);

    private GeneratorDriver _driver;

    /// <summary>Creates a run; nothing happens until <see cref="Generate"/>.</summary>
    public GeneratorRun(IIncrementalGenerator generator, params AdditionalText[] files)
    {
        _driver = CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()],
            files,
            Parse,
            new SpecOptions(),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        Input = CSharpCompilation.Create(
            "Generated",
            [CSharpSyntaxTree.ParseText("internal static class Consumer { }", Parse, "Consumer.cs")],
            Platform,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>The compilation before generation.</summary>
    public Compilation Input { get; private set; }

    /// <summary>The compilation with what was generated.</summary>
    public Compilation Output { get; private set; } = null!;

    /// <summary>What the generator reported.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; private set; }

    /// <summary>The last result with its tracked steps.</summary>
    public GeneratorRunResult Result { get; private set; }

    /// <summary>The generated files by hint name.</summary>
    public IReadOnlyDictionary<string, string> Files => Result.GeneratedSources.ToDictionary(file => file.HintName, file => file.SourceText.ToString(), StringComparer.Ordinal);

    /// <summary>Runs the generator on the present input.</summary>
    public GeneratorRun Generate()
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(Input, out var output, out var diagnostics);
        Output = output;
        Diagnostics = diagnostics;
        Result = _driver.GetRunResult().Results[0];
        return this;
    }

    /// <summary>Adds C# of the consumer.</summary>
    public GeneratorRun WithSource(string source, string path = "More.cs")
    {
        Input = Input.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, Parse, path));
        return this;
    }

    /// <summary>Replaces a document.</summary>
    public GeneratorRun Replace(AdditionalText before, AdditionalText after)
    {
        _driver = _driver.ReplaceAdditionalText(before, after);
        return this;
    }

    /// <summary>Why each output of a tracked step was made in the last run.</summary>
    public IReadOnlyList<IncrementalStepRunReason> Reasons(string step)
        => Result.TrackedSteps.TryGetValue(step, out var runs) ? [.. runs.SelectMany(run => run.Outputs).Select(output => output.Reason)] : [];

    /// <summary>Why each generated file was made in the last run, for those that were made anew or changed.</summary>
    public int ChangedFiles
        => Result.TrackedOutputSteps.SelectMany(entry => entry.Value).SelectMany(run => run.Outputs)
            .Count(output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified);

    /// <summary>Fails unless the output compiles without an error or a warning.</summary>
    public GeneratorRun ShouldCompile()
    {
        var problems = Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Take(4).ToList();
        Assert.True(problems.Count == 0, string.Join("\n", problems.Select(problem => problem + "\n    " + Line(problem))));
        return this;
    }

    /// <summary>Compiles the output and loads it.</summary>
    public System.Reflection.Assembly Load()
    {
        using var stream = new MemoryStream();
        var result = Output.Emit(stream);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        stream.Position = 0;
        return new AssemblyLoadContext("generated", isCollectible: true).LoadFromStream(stream);
    }

    private static string Line(Diagnostic diagnostic)
        => diagnostic.Location.SourceTree is { } tree ? tree.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim() : "";
}
