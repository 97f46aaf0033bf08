using System.Collections.Immutable;
using HyperscaleSdk.Generators;
using HyperscaleSdk.Specification.Text;
using HyperscaleSdk.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HyperscaleSdk.Benchmarks;

/// <summary>A project with one document, as the compiler sees it.</summary>
internal sealed class GeneratorHost
{
    private static readonly ImmutableArray<MetadataReference> Platform =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly CSharpParseOptions Parse = new(LanguageVersion.CSharp13);

    private readonly BenchmarkDocument _document;
    private readonly string _text;
    private readonly SpecText _spec;
    private readonly SpecText[] _files;

    public GeneratorHost(BenchmarkDocument document)
    {
        _document = document;
        _text = document.Text();
        _spec = Spec(_text);
        _files = document.BindingPath is { } binding ? [_spec, SpecText.Binding(binding, File.ReadAllText(binding))] : [_spec];
        Compilation = CSharpCompilation.Create(
            "Consumer",
            [CSharpSyntaxTree.ParseText("internal static class Consumer { }", Parse, "Consumer.cs")],
            Platform,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, optimizationLevel: OptimizationLevel.Release));
    }

    public Compilation Compilation { get; }

    /// <summary>The project after somebody typed in a file that has nothing to do with the document.</summary>
    public Compilation WithUnrelatedEdit()
        => Compilation.ReplaceSyntaxTree(Compilation.SyntaxTrees.First(), CSharpSyntaxTree.ParseText("internal static class Consumer { public static int Value; }", Parse, "Consumer.cs"));

    public GeneratorDriver CreateDriver()
        => CSharpGeneratorDriver.Create([new HyperscaleGenerator().AsSourceGenerator()], _files, Parse, new SpecOptions());

    /// <summary>The document after somebody changed the id of its first operation.</summary>
    public GeneratorDriver EditOperation(GeneratorDriver driver) => driver.ReplaceAdditionalText(_spec, Spec(WithOperationRenamed()));

    private SpecText Spec(string text) => SpecText.Spec(_document.Path, text, "Test", "Generated.Test", _document.BindingPath);

    private string WithOperationRenamed()
    {
        var ids = _document.Nodes().Root!["paths"]!.Members.SelectMany(path => path.Value.Members).Select(member => member.Value["operationId"]).OfType<SpecNode>();

        // The binding names some operations: renaming one of those would be an error and no edit.
        var id = ids.Last();
        var quoted = _text[id.Span.End - 1] is '"' or '\'' ? 1 : 0;
        return _text.Insert(id.Span.End - quoted, "Edited");
    }
}
