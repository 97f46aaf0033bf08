using HyperscaleSdk.TestKit;

[assembly: AssemblyFixture(typeof(HyperscaleSdk.Wire.Tests.Mock.PrismInstall))]

namespace HyperscaleSdk.Wire.Tests.Mock;

/// <summary>
/// The mock server Prism, from the lock file beside these tests. It checks each request against the document and makes its answer from it: an
/// opinion on the wire that is not ours. It needs Node.js; without, the tests say that they are skipped.
/// </summary>
public sealed class PrismInstall : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly string Folder = Path.Combine(RepositoryPaths.Root, "tests", "HyperscaleSdk.Wire.Tests", "prism");

    /// <summary>Why Prism cannot be run; null when it can.</summary>
    public string? Missing { get; private set; }

    private static readonly string Packages = Path.Combine(Folder, "node_modules");

    /// <summary>Prism's program.</summary>
    internal static string Script { get; } = Path.Combine(Packages, "@stoplight", "prism-cli", "dist", "index.js");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        using var deadline = new CancellationTokenSource(Patience);
        if (await Tool.RunAsync("node", ["--version"], Folder, deadline.Token) is null)
        {
            Missing = "Node.js is missing: Prism, which checks what goes over the wire, cannot be run.";
            return;
        }

        // What npm writes last, so that a broken installation is not taken for a whole one.
        var isInstalled = File.Exists(Path.Combine(Packages, ".package-lock.json"));
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        if (!isInstalled && await Tool.RunAsync(npm, ["ci", "--omit=dev", "--no-audit", "--no-fund"], Folder, deadline.Token) is null)
        {
            Missing = "npm is missing or cannot install Prism: what goes over the wire is not checked.";
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
