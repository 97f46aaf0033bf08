using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HyperscaleSdk.TestKit.Analyzers;

/// <summary>What snippets compile against: the framework of the running test, and packages beside the test.</summary>
internal static class TestReferences
{
    private static readonly Lazy<IReadOnlyList<MetadataReference>> Shared = new(Load);

    private static readonly Lazy<IReadOnlyList<MetadataReference>> WebFramework = new(LoadAspNetCore);

    private static readonly Lazy<CSharpCompilation> Empty = new(() => CSharpCompilation.Create(
        "Snippet",
        references: Default,
        options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true)));

    public static CSharpCompilation EmptyCompilation => Empty.Value;

    public static IReadOnlyList<MetadataReference> Default => Shared.Value;

    /// <summary>ASP.NET Core beside the framework of the running test; for snippets that ask for it.</summary>
    public static IReadOnlyList<MetadataReference> AspNetCore => WebFramework.Value;

    /// <summary>Assemblies beside the running test, by name; for snippets that ask for them.</summary>
    public static IReadOnlyList<MetadataReference> Named(params IReadOnlyList<string> names) =>
        [.. names.Select(name => MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, name + ".dll")))];

    private static List<MetadataReference> LoadAspNetCore()
    {
        var core = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var shared = Path.Combine(core, "..", "..", "Microsoft.AspNetCore.App");
        var version = Directory.GetDirectories(shared, $"{Environment.Version.Major}.*").Order(StringComparer.Ordinal).Last();
        var known = Default.Select(reference => Path.GetFileName(reference.Display)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. Directory.GetFiles(version, "*.dll")
            .Where(path => !known.Contains(Path.GetFileName(path)) && Path.GetFileName(path).StartsWith("Microsoft.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path))];
    }

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
