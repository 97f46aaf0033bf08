[assembly: AssemblyFixture(typeof(HyperscaleSdk.Wire.Tests.Mock.LlmockInstall))]

namespace HyperscaleSdk.Wire.Tests.Mock;

/// <summary>The server llmock, which speaks OpenAI's form and shares nothing with us, from the lock file beside these tests.</summary>
public sealed class LlmockInstall : IAsyncLifetime
{
    private const string Name = "llmock";

    /// <summary>Why it cannot be run; null when it can.</summary>
    public string? Missing { get; private set; }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => Missing = await NodePackages.InstallAsync(Name, "llmock, the independent server,", oldest: 20);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Starts it with the answers in <c>llmock/fixtures.json</c>.</summary>
    internal static Task<NodeServer> StartAsync(string[] flags, CancellationToken cancellationToken)
    {
        var folder = NodePackages.Folder(Name);
        var script = Path.Combine(folder, "node_modules", "@copilotkit", "aimock", "dist", "cli.js");
        return NodeServer.StartAsync(
            port => [script, "-h", "127.0.0.1", "-p", port, "-f", Path.Combine(folder, "fixtures.json"), "--log-level", "info", .. flags],
            "server listening",
            cancellationToken);
    }
}
