using HyperscaleSdk.Emulator.Faults;
using HyperscaleSdk.Emulator.Hosting;

namespace HyperscaleSdk.Emulator.Http;

/// <summary>Writes bytes to the network; under <c>split</c> in pieces that end inside characters.</summary>
internal static class SplitWriter
{
    public static async Task WriteAsync(EmulatedCall call, ReadOnlyMemory<byte> bytes)
    {
        var body = call.Http.Response.Body;
        if (call.Faults.Has(FaultKinds.Split))
        {
            while (NextSplit(bytes.Span) is > 0 and var at)
            {
                await body.WriteAsync(bytes[..at], call.Ended).ConfigureAwait(false);
                await body.FlushAsync(call.Ended).ConfigureAwait(false);
                // A short pause keeps the network from joining the two halves again.
                await Task.Delay(TimeSpan.FromMilliseconds(1), call.Time, call.Ended).ConfigureAwait(false);
                bytes = bytes[at..];
            }
        }

        await body.WriteAsync(bytes, call.Ended).ConfigureAwait(false);
        await body.FlushAsync(call.Ended).ConfigureAwait(false);
    }

    // The place after the first lead byte of a multi-byte character that has text before it.
    private static int NextSplit(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i + 1 < bytes.Length; i++)
        {
            if (bytes[i] >= 0xC0)
                return i + 1;
        }

        return 0;
    }
}
