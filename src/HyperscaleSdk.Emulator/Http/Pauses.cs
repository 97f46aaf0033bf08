using HyperscaleSdk.Emulator.Faults;
using HyperscaleSdk.Emulator.Hosting;

namespace HyperscaleSdk.Emulator.Http;

/// <summary>The faults that only take time.</summary>
internal static class Pauses
{
    private static readonly TimeSpan FirstByte = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Piece = TimeSpan.FromMilliseconds(20);

    public static Task BeforeFirstByteAsync(EmulatedCall call)
        => call.Faults.Has(FaultKinds.SlowFirstByte) ? Task.Delay(call.Faults.Delay ?? FirstByte, call.Time, call.Ended) : Task.CompletedTask;

    public static Task BetweenPiecesAsync(EmulatedCall call)
        => call.Faults.Has(FaultKinds.Slow) ? Task.Delay(call.Faults.Delay ?? Piece, call.Time, call.Ended) : Task.CompletedTask;

    /// <summary>Until the client leaves or the emulator stops.</summary>
    public static Task ForeverAsync(EmulatedCall call) => Task.Delay(Timeout.InfiniteTimeSpan, call.Time, call.Ended);
}
