using System.Collections.Immutable;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace HyperscaleSdk.TestKit;

/// <summary>Generated code, compiled in memory as a consumer's project would: everything that the tests themselves refer to is there.</summary>
public sealed class CompiledCode
{
    internal static readonly ImmutableArray<MetadataReference> Platform =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    internal static readonly CSharpParseOptions Parse = new(LanguageVersion.CSharp13, DocumentationMode.Diagnose);

    /// <summary>Compiles files.</summary>
    /// <param name="files">Name and source of each.</param>
    public CompiledCode(IEnumerable<KeyValuePair<string, string>> files)
        : this(Create(files.Select(file => CSharpSyntaxTree.ParseText(file.Value, Parse, file.Key))))
    {
    }

    internal CompiledCode(Compilation compilation) => Compilation = compilation;

    /// <summary>The compilation.</summary>
    public Compilation Compilation { get; }

    /// <summary>Fails unless it compiles without an error or a warning.</summary>
    public CompiledCode ShouldCompile()
    {
        var problems = Compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Take(4).ToList();
        Assert.True(problems.Count == 0, string.Join("\n", problems.Select(problem => problem + "\n    " + Line(problem))));
        return this;
    }

    /// <summary>Emits and loads it.</summary>
    /// <param name="collectible">Whether it may be unloaded; a proxy cannot be made for what may.</param>
    public System.Reflection.Assembly Load(bool collectible = true)
    {
        using var stream = new MemoryStream();
        var result = Compilation.Emit(stream);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        stream.Position = 0;
        return new AssemblyLoadContext("generated", collectible).LoadFromStream(stream);
    }

    internal static CSharpCompilation Create(IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create(
        "Generated", trees, Platform, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static string Line(Diagnostic diagnostic)
        => diagnostic.Location.SourceTree is { } tree ? tree.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim() : "";
}
