using System.Xml.Linq;
using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.PackageTests;

/// <summary>Who may reference whom: read from the project files.</summary>
public sealed class ReferenceDirectionTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["HyperscaleSdk.Specification"] = [],
        ["HyperscaleSdk.PersonalData"] = [],
        ["HyperscaleSdk.Policy"] = ["HyperscaleSdk.PersonalData"],
        ["HyperscaleSdk.Generators"] = ["HyperscaleSdk.Specification"],
        ["HyperscaleSdk.Analyzers"] = ["HyperscaleSdk.PersonalData", "HyperscaleSdk.Policy"],
        ["HyperscaleSdk.CodeFixes"] = ["HyperscaleSdk.Analyzers"],
        ["HyperscaleSdk"] = ["HyperscaleSdk.PersonalData", "HyperscaleSdk.Policy"],
        ["HyperscaleSdk.Usage.Sqlite"] = ["HyperscaleSdk"],
        ["HyperscaleSdk.Usage.PostgreSql"] = ["HyperscaleSdk"],
        ["HyperscaleSdk.Emulator"] = ["HyperscaleSdk.Specification"],
    };

    private static readonly string[] NeverInTheRuntime = ["Sqlite", "Npgsql", "AspNetCore", "Spectre", "CommandLine", "CodeAnalysis"];

    public static TheoryData<string> Projects() => [.. Files("src").Concat(Files("generators")).Concat(Files("analyzers")).Select(file => Path.GetRelativePath(RepositoryPaths.Root, file))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_ReferencesOnlyWhatItMay(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        if (name == "HyperscaleSdk.Cli")
        {
            return; // it may use all; that nobody references it is the next test
        }

        var references = References(path).Where(reference => !reference.IsAnalyzer).Select(reference => reference.Name);

        Assert.Subset(Allowed[name].ToHashSet(StringComparer.Ordinal), references.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void Cli_IsReferencedByNobodyButItsTests()
        => Assert.DoesNotContain(
            Files("src").Concat(Files("generators")).Concat(Files("analyzers")).Concat(Files("samples")),
            file => References(file).Any(reference => reference.Name == "HyperscaleSdk.Cli"));

    [Fact]
    public void Runtime_ReferencesNoDatabaseNoServerNoConsoleNoCompiler()
    {
        var project = XDocument.Load(Path.Combine(RepositoryPaths.Root, "src", "HyperscaleSdk", "HyperscaleSdk.csproj"));
        var packages = project.Descendants().Where(element => element.Name.LocalName is "PackageReference" or "FrameworkReference").Select(element => (string?)element.Attribute("Include") ?? "");

        Assert.DoesNotContain(packages, package => NeverInTheRuntime.Any(never => package.Contains(never, StringComparison.OrdinalIgnoreCase)));
    }

    private static IEnumerable<string> Files(string folder)
        => Directory.EnumerateFiles(Path.Combine(RepositoryPaths.Root, folder), "*.csproj", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static IEnumerable<(string Name, bool IsAnalyzer)> References(string path)
        => XDocument.Load(Path.Combine(RepositoryPaths.Root, path)).Descendants()
            .Where(element => element.Name.LocalName == "ProjectReference")
            .Select(element => (
                Path.GetFileNameWithoutExtension(((string)element.Attribute("Include")!).Replace('\\', '/')),
                (string?)element.Attribute("ReferenceOutputAssembly") == "false"));
}
