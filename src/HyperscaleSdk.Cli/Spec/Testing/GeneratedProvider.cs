using System.Diagnostics.CodeAnalysis;
using System.Runtime.Loader;
using HyperscaleSdk.Generators;
using HyperscaleSdk.Generators.Emission;
using HyperscaleSdk.Generators.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HyperscaleSdk.Cli.Spec.Testing;

/// <summary>Compiles in memory what <c>spec generate</c> writes: what is tested is what users of the document get.</summary>
internal static class GeneratedProvider
{
    private const string CatalogType = "HyperscaleSpecTest.Providers";

    private const string OnlyUntrimmed = "A .NET tool runs on an installed runtime and is never trimmed; what is loaded is what was just compiled.";

    /// <summary>The clients of a document.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = OnlyUntrimmed)]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = OnlyUntrimmed)]
    /// <exception cref="CliException">What was generated does not compile.</exception>
    public static ProviderClients Load(SpecPlan plan, CancellationToken cancellationToken)
    {
        var catalog = CatalogEmitter.Emit(Generators.ProviderCatalog.Of(CatalogType, new EquatableArray<CatalogEntry>([CatalogEntry.Of(plan)])));
        var parse = new CSharpParseOptions(LanguageVersion.CSharp13, DocumentationMode.None);
        var trees = SpecEmitter.Emit(plan).Append((Name: CatalogType, Source: catalog))
            .Select(file => CSharpSyntaxTree.ParseText(file.Source, parse, file.Name, cancellationToken: cancellationToken));
        var compilation = CSharpCompilation.Create(
            "HyperscaleSpecTest",
            trees,
            References(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, optimizationLevel: OptimizationLevel.Release));

        using var image = new MemoryStream();
        var result = compilation.Emit(image, cancellationToken: cancellationToken);
        if (!result.Success)
        {
            var first = result.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            throw new CliException(ExitCodes.Defect, $"What was generated does not compile: {first}");
        }

        image.Position = 0;

        // The one name that is looked up at run time; everything behind it is typed.
        var catalogType = new AssemblyLoadContext("spec test").LoadFromStream(image).GetType(CatalogType, throwOnError: true)!;
        return ((IReadOnlyList<ProviderClients>)catalogType.GetProperty("All")!.GetValue(obj: null)!)[0];
    }

    // What this program itself runs on is what the clients need.
    private static IEnumerable<MetadataReference> References()
        => ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(path => MetadataReference.CreateFromFile(path));
}
