using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.PackageTests;

/// <summary>A clean project outside the repository that knows the packages only by their feed.</summary>
internal sealed class ConsumerProject : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hyperscale-consumer-");

    public ConsumerProject(LocalFeed feed, string program, string properties = "")
    {
        Write("nuget.config", $"""
            <configuration>
              <packageSources><add key="hyperscale-local" value="{feed.Folder}" /></packageSources>
            </configuration>
            """);

        // Nothing of a folder above may leak in.
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        Write("Consumer.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <NuGetAudit>false</NuGetAudit>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="HyperscaleSdk" Version="{feed.Version}" />
                <PackageReference Include="HyperscaleSdk.Usage.Sqlite" Version="{feed.Version}" />
                <PackageReference Include="SQLitePCLRaw.bundle_e_sqlite3" Version="3.0.3" />
                <PackageReference Include="SQLitePCLRaw.core" Version="3.0.3" />
              </ItemGroup>
              <ItemGroup>
                <HyperscaleSpec Include="specs/clinic.yaml" Binding="specs/clinic.binding.yaml" Overlays="specs/clinic.overlay.yaml" Namespace="Clinic" ClientName="Clinic" />
                <HyperscaleSpecPart Include="specs/parts/**/*.yaml" />
              </ItemGroup>
            </Project>
            """);
        foreach (var file in new[] { "specs/clinic.yaml", "specs/clinic.binding.yaml", "specs/clinic.overlay.yaml", "specs/parts/place.yaml", "hyperscale.policy.json" })
        {
            Write(file, File.ReadAllText(Path.Combine(RepositoryPaths.Root, "tests", "Package.Tests", "Consumer", file.Replace("specs/", "", StringComparison.Ordinal))));
        }

        Write("Program.cs", program);
    }

    public string Folder => _folder.FullName;

    public void Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public Task<(int ExitCode, string Output)> BuildAsync(params string[] more)
        => DotNet.RunAsync(Folder, ["build", "--nologo", "-nodeReuse:false", "-p:UseSharedCompilation=false", .. more]);

    public Task<(int ExitCode, string Output)> RunAsync(IReadOnlyDictionary<string, string> environment)
        => DotNet.RunAsync(Folder, ["run", "--no-build"], environment);

    public void Dispose() => _folder.Delete(recursive: true);
}
