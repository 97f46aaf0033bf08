using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HyperscaleSdk.TestKit;

/// <summary>Runs a generator over documents in memory, as the compiler would, and compiles what comes out.</summary>
public sealed class GeneratorRun
{
    private GeneratorDriver _driver;

    /// <summary>Creates a run; nothing happens until <see cref="Generate"/>.</summary>
    public GeneratorRun(IIncrementalGenerator generator, params AdditionalText[] files)
    {
        _driver = CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()],
            files,
            CompiledCode.Parse,
            new SpecOptions(),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        Input = CompiledCode.Create([CSharpSyntaxTree.ParseText("internal static class Consumer { }", CompiledCode.Parse, "Consumer.cs")]);
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
        Input = Input.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, CompiledCode.Parse, path));
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
        new CompiledCode(Output).ShouldCompile();
        return this;
    }

    /// <summary>Compiles the output and loads it.</summary>
    public System.Reflection.Assembly Load() => new CompiledCode(Output).Load();
}
