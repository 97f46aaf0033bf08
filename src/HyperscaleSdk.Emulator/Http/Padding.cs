using HyperscaleSdk.Emulator.Hosting;

namespace HyperscaleSdk.Emulator.Http;

/// <summary>White space that changes no meaning, in any amount, without holding it in memory.</summary>
internal static class Padding
{
    private const int Kibibyte = 1024;

    public static async Task WriteAsync(EmulatedCall call, int kibibytes)
    {
        if (kibibytes == 0)
            return;
        var block = new byte[64 * Kibibyte];
        block.AsSpan().Fill((byte)' ');
        var body = call.Http.Response.Body;
        for (var left = kibibytes * (long)Kibibyte; left > 0; left -= block.Length)
            await body.WriteAsync(block.AsMemory(0, (int)Math.Min(left, block.Length)), call.Ended).ConfigureAwait(false);
        await body.FlushAsync(call.Ended).ConfigureAwait(false);
    }
}
