using Microsoft.Extensions.Hosting;

namespace HyperscaleSdk.Emulator.Hosting;

/// <summary>Leaves signals such as Ctrl+C to the process that embeds the emulator.</summary>
internal sealed class NoHostLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
