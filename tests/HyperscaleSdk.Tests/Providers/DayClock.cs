namespace HyperscaleSdk.Tests.Providers;

/// <summary>The system's clock set to a day: prices are dated, and tests must not depend on the day on which they run.</summary>
internal sealed class DayClock(DateTimeOffset start) : TimeProvider
{
    private readonly long _started = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => start.ToUniversalTime() + System.GetElapsedTime(_started);
}
