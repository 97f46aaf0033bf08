namespace HyperscaleSdk.Emulator.Tests.Support;

/// <summary>A clock that always shows the same moment.</summary>
internal sealed class StandingClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
