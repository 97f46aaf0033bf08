namespace HyperscaleSdk.Tests.Faults;

/// <summary>The emulator's clock: the system's, set to a day on which prices are known. It tells when a request has arrived.</summary>
internal sealed class ServerClock : TimeProvider
{
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long _started = System.GetTimestamp();

    public Task Asked => _asked.Task;

    public override DateTimeOffset GetUtcNow() => Start + System.GetElapsedTime(_started);

    public override long GetTimestamp()
    {
        _asked.TrySetResult();
        return base.GetTimestamp();
    }
}
