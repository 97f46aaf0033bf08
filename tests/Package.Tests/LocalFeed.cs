using System.Globalization;
using System.IO.Compression;
using HyperscaleSdk.PackageTests;
using HyperscaleSdk.TestKit;

[assembly: AssemblyFixture(typeof(LocalFeed))]

namespace HyperscaleSdk.PackageTests;

/// <summary>Packs what the build has made into a feed of its own, under a version that no cache can know. Once for all tests.</summary>
public sealed class LocalFeed : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hyperscale-feed-");

    public string Version { get; } = "0.1.0-test." + Guid.NewGuid().ToString("N")[..12];

    public string Folder => _folder.FullName;

    public async ValueTask InitializeAsync()
    {
        foreach (var project in new[] { "HyperscaleSdk", "HyperscaleSdk.Usage.Sqlite" })
        {
            var packed = await DotNet.RunAsync(
                RepositoryPaths.Root,
                ["pack", Path.Combine("src", project), "--no-build", "-c", DotNet.Configuration, "-o", Folder, "-p:Version=" + Version, "--nologo", "-v", "q"]);
            Assert.True(packed.ExitCode == 0, packed.Output);
        }
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);

        // The consumer's restore has put the packages into the machine's cache: they are of no use to anyone else.
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        foreach (var id in new[] { "hyperscalesdk", "hyperscalesdk.usage.sqlite" })
        {
            var folder = Path.Combine(cache, id, Version);
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        return ValueTask.CompletedTask;
    }

    public ZipArchive Open(string id)
        => ZipFile.OpenRead(Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"{id}.{Version}.nupkg")));
}
