using System.Text.RegularExpressions;
using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.PackageTests;

/// <summary>A newcomer's run of samples/02.Compliance, outside the repository and with the packages: build, repair, build again.</summary>
public sealed partial class ComplianceSampleRun(LocalFeed feed) : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hyperscale-sample-");

    public static string Source => Path.Combine(RepositoryPaths.Root, "samples", "02.Compliance");

    /// <summary>Each diagnostic once, as the sample's page shows it: file without folder, no link, no project.</summary>
    public IReadOnlyList<string> Korean { get; private set; } = [];

    public IReadOnlyList<string> English { get; private set; } = [];

    /// <summary>What is left after the repair.</summary>
    public IReadOnlyList<string> Repaired { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        foreach (var file in Directory.EnumerateFiles(Source))
        {
            File.Copy(file, Path.Combine(_folder.FullName, Path.GetFileName(file)));
        }

        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "nuget.config"), $"""
            <configuration>
              <packageSources><add key="hyperscale-local" value="{feed.Folder}" /></packageSources>
            </configuration>
            """);

        // What the compiler says depends on the command's language alone: not on the machine's, not on a server that ran before.
        Korean = Diagnostics(await RunAsync("ko", "build", "--nologo"));
        English = Diagnostics(await RunAsync("en", "build", "--nologo", "--no-restore", "--no-incremental"));
        await RunAsync("en", "format", "analyzers", "--severity", "warn", "--no-restore");
        Repaired = Diagnostics(await RunAsync("en", "build", "--nologo", "--no-restore"));
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task<string> RunAsync(string language, params string[] arguments)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["DOTNET_CLI_UI_LANGUAGE"] = language,
            ["HyperscalePackageVersion"] = feed.Version,
        };
        var (exitCode, output) = await DotNet.RunAsync(_folder.FullName, arguments, environment);
        Assert.True(exitCode == 0, output);
        return output;
    }

    // Every warning and error counts, not only ours: the summary repeats them.
    private static List<string> Diagnostics(string output)
        => [.. Line().Matches(output).Select(match => match.Groups["text"].Value + match.Groups["message"].Value).Distinct(StringComparer.Ordinal)];

    [GeneratedRegex(@"^.*?(?<text>[^/\\\n]*(?:warning|error) [A-Z]+[0-9]+: )(?<message>.*?)(?: \(https://\S+\))?(?: \[[^\]\n]*\])?\r?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Line();
}
