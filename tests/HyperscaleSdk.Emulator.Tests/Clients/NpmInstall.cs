using HyperscaleSdk.Wire.Tests.Mock;

namespace HyperscaleSdk.Emulator.Tests.Clients;

/// <summary>
/// OpenAI's client for Node.js, from the lock file beside these tests, in a folder of its own. It shares nothing with us. Without
/// Node.js and npm the tests say that they are skipped.
/// </summary>
public sealed class NpmInstall : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly string[] Files = ["package.json", "package-lock.json", ".npmrc", "client.mjs"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hyperscale-npm-");

    /// <summary>Why the client cannot be run; null when it can.</summary>
    public string? Missing { get; private set; }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        using var deadline = new CancellationTokenSource(Patience);
        foreach (var file in Files)
            File.Copy(Path.Combine(AppContext.BaseDirectory, "Clients", "npm", file), Path.Combine(_folder.FullName, file));
        if (await Tool.RunAsync("node", ["--version"], _folder.FullName, deadline.Token) is null)
        {
            Missing = "Node.js is missing: OpenAI's client for it cannot be run.";
            return;
        }

        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        if (await Tool.RunAsync(npm, ["ci", "--omit=dev", "--no-audit", "--no-fund"], _folder.FullName, deadline.Token) is null)
            Missing = "npm is missing or cannot install the package openai: OpenAI's client for Node.js cannot be run.";
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>What the client printed; null when it failed.</summary>
    internal async Task<string?> RunAsync(string[] arguments)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(Patience);
        return await Tool.RunAsync("node", ["client.mjs", .. arguments], _folder.FullName, deadline.Token);
    }
}
