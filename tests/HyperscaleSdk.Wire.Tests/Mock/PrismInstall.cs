[assembly: AssemblyFixture(typeof(HyperscaleSdk.Wire.Tests.Mock.PrismInstall))]

namespace HyperscaleSdk.Wire.Tests.Mock;

/// <summary>
/// The mock server Prism, from the lock file beside these tests. It checks each request against the document and makes its answer from it: an
/// opinion on the wire that is not ours. It needs Node.js; without, the tests say that they are skipped.
/// </summary>
public sealed class PrismInstall : IAsyncLifetime
{
    private const string Name = "prism";

    /// <summary>Why Prism cannot be run; null when it can.</summary>
    public string? Missing { get; private set; }

    /// <summary>Prism's program.</summary>
    internal static string Script { get; } = Path.Combine(NodePackages.Folder(Name), "node_modules", "@stoplight", "prism-cli", "dist", "index.js");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => Missing = await NodePackages.InstallAsync(Name, "Prism, which checks what goes over the wire,", oldest: 18);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
