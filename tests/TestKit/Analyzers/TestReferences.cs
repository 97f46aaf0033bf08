using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HyperscaleSdk.TestKit.Analyzers;

/// <summary>What snippets compile against: the framework of the running test, and packages beside the test.</summary>
internal static class TestReferences
{
    private static readonly Lazy<IReadOnlyList<MetadataReference>> Shared = new(Load);

    private static readonly Lazy<CSharpCompilation> Empty = new(() => CSharpCompilation.Create(
        "Snippet",
        references: Default,
        options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true)));

    public static CSharpCompilation EmptyCompilation => Empty.Value;

    public static IReadOnlyList<MetadataReference> Default => Shared.Value;

    private static List<MetadataReference> Load()
    {
        var trusted = (string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")
            ?? throw new InvalidOperationException("The host does not say where the framework is.");
        return [.. trusted.Split(Path.PathSeparator)
            .Where(IsForSnippets)
            .Select(path => MetadataReference.CreateFromFile(path))];
    }

    // The test's own packages stay out, so that a snippet does not see what a customer would not.
    private static bool IsForSnippets(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return path.Contains("Microsoft.NETCore.App", StringComparison.Ordinal)
            || name is "HyperscaleSdk.PersonalData" || name.StartsWith("Microsoft.Extensions.AI", StringComparison.Ordinal);
    }
}
