using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;

namespace HyperscaleSdk.PackageTests;

public sealed class PackageContentTests(LocalFeed feed)
{
    // What the compiler of Visual Studio (.NET Framework) and of the SDK both bring: Roslyn 4.14 and its own dependencies.
    private static readonly Dictionary<string, Version> Host = new(StringComparer.Ordinal)
    {
        ["netstandard"] = new(2, 0, 0, 0),
        ["Microsoft.CodeAnalysis"] = new(4, 14, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp"] = new(4, 14, 0, 0),
        ["System.Collections.Immutable"] = new(9, 0, 0, 0),
        ["System.Memory"] = new(4, 0, 1, 2),
        ["System.Buffers"] = new(4, 0, 3, 0),
        ["System.Numerics.Vectors"] = new(4, 1, 4, 0),
        ["System.Runtime.CompilerServices.Unsafe"] = new(6, 0, 0, 0),
    };

    // Present where fixes run, in an IDE, and absent from the command-line compiler.
    private static readonly Dictionary<string, Version> Editor = new(StringComparer.Ordinal)
    {
        ["Microsoft.CodeAnalysis.Workspaces"] = new(4, 14, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp.Workspaces"] = new(4, 14, 0, 0),
        ["System.Composition.AttributedModel"] = new(9, 0, 0, 0),
    };

    [Fact]
    public void Package_HasRuntimeCompilerExtensionsAndBuildFiles()
    {
        using var package = feed.Open("HyperscaleSdk");

        var names = package.Entries.Select(entry => entry.FullName).ToList();

        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal)
            {
                "lib/net10.0/HyperscaleSdk.dll", "lib/net10.0/HyperscaleSdk.xml", "lib/net10.0/HyperscaleSdk.PersonalData.dll", "lib/net10.0/HyperscaleSdk.Policy.dll",
                "analyzers/dotnet/cs/HyperscaleSdk.Generators.dll", "analyzers/dotnet/cs/HyperscaleSdk.Specification.dll",
                "analyzers/dotnet/cs/HyperscaleSdk.Analyzers.dll", "analyzers/dotnet/cs/HyperscaleSdk.CodeFixes.dll", "analyzers/dotnet/cs/HyperscaleSdk.PersonalData.dll", "analyzers/dotnet/cs/HyperscaleSdk.Policy.dll",
                "buildTransitive/HyperscaleSdk.props", "buildTransitive/HyperscaleSdk.targets", "README.md",
            },
            names.ToHashSet(StringComparer.Ordinal));
        Assert.DoesNotContain(names, name => name.Contains("Microsoft.CodeAnalysis", StringComparison.Ordinal));
    }

    [Fact]
    public void Package_PackedOnLinux_HasNativeImagesOfTheSameAssemblies()
    {
        Assert.SkipUnless(RuntimeInformation.RuntimeIdentifier == "linux-x64", "Images are made on linux-x64 only.");
        using var package = feed.Open("HyperscaleSdk");
        var compiled = package.Entries.Where(entry => entry.FullName.StartsWith("analyzers/dotnet/cs/", StringComparison.Ordinal) && entry.Name != "HyperscaleSdk.CodeFixes.dll").ToList();

        Assert.NotEmpty(compiled);
        Assert.All(compiled, entry =>
        {
            using var assembly = Read(entry);
            using var image = Read(package.GetEntry($"tools/precompiled/linux-x64/{entry.Name}")!);
            Assert.Equal(Mvid(assembly), Mvid(image));
            Assert.Equal(0, assembly.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size);
            Assert.NotEqual(0, image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size);
        });
    }

    [Theory]
    [InlineData("HyperscaleSdk.Generators")]
    [InlineData("HyperscaleSdk.Specification")]
    [InlineData("HyperscaleSdk.Analyzers")]
    [InlineData("HyperscaleSdk.CodeFixes")]
    [InlineData("HyperscaleSdk.PersonalData")]
    [InlineData("HyperscaleSdk.Policy")]
    public void CompilerExtension_ReferencesOnlyWhatEveryCompilerHostHas(string name)
    {
        using var package = feed.Open("HyperscaleSdk");
        var packed = package.Entries.Where(entry => entry.FullName.StartsWith("analyzers/", StringComparison.Ordinal)).Select(entry => Path.GetFileNameWithoutExtension(entry.Name)).ToHashSet(StringComparer.Ordinal);
        using var image = Read(package.GetEntry($"analyzers/dotnet/cs/{name}.dll")!);
        var metadata = image.GetMetadataReader();

        foreach (var handle in metadata.AssemblyReferences)
        {
            var reference = metadata.GetAssemblyReference(handle);
            var referenced = metadata.GetString(reference.Name);
            if (packed.Contains(referenced))
            {
                continue;
            }

            var known = Host.TryGetValue(referenced, out var version) || (name == "HyperscaleSdk.CodeFixes" && Editor.TryGetValue(referenced, out version));
            Assert.True(known, $"{name} references {referenced} {reference.Version}, which no compiler host supplies.");
            Assert.True(reference.Version <= version, $"{name} references {referenced} {reference.Version}; hosts have {version}.");
        }
    }

    [Fact]
    public void Package_DependsOnNoPackageOfOursAndNoDatabase()
    {
        using var package = feed.Open("HyperscaleSdk");
        using var reader = new StreamReader(package.GetEntry("HyperscaleSdk.nuspec")!.Open());

        var specification = reader.ReadToEnd();

        Assert.DoesNotContain("id=\"HyperscaleSdk", specification, StringComparison.Ordinal);
        Assert.DoesNotContain("Sqlite", specification, StringComparison.Ordinal);
        Assert.DoesNotContain("CodeAnalysis", specification, StringComparison.Ordinal);
    }

    private static PEReader Read(ZipArchiveEntry entry)
    {
        using var packed = entry.Open();
        var content = new MemoryStream();
        packed.CopyTo(content);
        content.Position = 0;
        return new PEReader(content);
    }

    private static Guid Mvid(PEReader image)
    {
        var metadata = image.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }
}
