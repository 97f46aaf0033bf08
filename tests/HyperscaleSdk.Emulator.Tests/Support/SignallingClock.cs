namespace HyperscaleSdk.Emulator.Tests.Support;

/// <summary>The system's clock, telling when it is first asked: an answer is then being composed.</summary>
internal sealed class SignallingClock : TimeProvider
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Asked => _asked.Task;

    public override DateTimeOffset GetUtcNow()
    {
        _asked.TrySetResult();
        return base.GetUtcNow();
    }
}
