using HyperscaleSdk.Emulator.Faults;
using HyperscaleSdk.Emulator.Hosting;
using Microsoft.AspNetCore.Http;

namespace HyperscaleSdk.Emulator.Http;

/// <summary>Sends a whole body, an answer or an error, and plays the faults that concern its bytes.</summary>
internal static class BodySender
{
    private const int SlowPieces = 8;

    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <param name="call">The call.</param>
    /// <param name="status">HTTP status.</param>
    /// <param name="contentType">What the body is.</param>
    /// <param name="body">The body.</param>
    /// <param name="completing">Called before the last bytes go out: who has read the answer finds it in the journal.</param>
    public static async Task SendAsync(EmulatedCall call, int status, string contentType, ReadOnlyMemory<byte> body, Action? completing = null)
    {
        var faults = call.Faults;
        await Pauses.BeforeFirstByteAsync(call).ConfigureAwait(false);
        if (faults.Has(FaultKinds.Stall))
            await Pauses.ForeverAsync(call).ConfigureAwait(false);

        if (faults.Has(FaultKinds.MalformedJson) || faults.Has(FaultKinds.EndEarly))
            body = body[..(body.Length / 2)];
        if (faults.Has(FaultKinds.Bom))
            body = (byte[])[.. ByteOrderMark, .. body.Span];
        var padding = faults.Has(FaultKinds.HugeBody) ? faults.Size : 0;

        var response = call.Http.Response;
        response.StatusCode = status;
        response.ContentType = faults.Has(FaultKinds.WrongContentType) ? "text/html" : contentType;
        response.ContentLength = body.Length + (padding * 1024L);
        if (faults.Has(FaultKinds.CutStream) || faults.Has(FaultKinds.Reset))
        {
            await WriteAsync(call, body[..(body.Length / 2)], completing).ConfigureAwait(false);
            Cut(call);
        }

        await WriteAsync(call, body, completing).ConfigureAwait(false);
        await Padding.WriteAsync(call, padding).ConfigureAwait(false);
    }

    /// <summary>Ends the connection on purpose: with a reset, or without the rest of the answer.</summary>
    public static void Cut(EmulatedCall call)
    {
        if (call.Faults.Has(FaultKinds.Reset))
            call.Http.Abort();
        throw new ConnectionCutException();
    }

    private static async Task WriteAsync(EmulatedCall call, ReadOnlyMemory<byte> body, Action? completing)
    {
        if (call.Faults.Has(FaultKinds.Slow))
        {
            var size = Math.Max(1, body.Length / SlowPieces);
            for (; body.Length > size; body = body[size..])
            {
                await Pauses.BetweenPiecesAsync(call).ConfigureAwait(false);
                await SplitWriter.WriteAsync(call, body[..size]).ConfigureAwait(false);
            }

            await Pauses.BetweenPiecesAsync(call).ConfigureAwait(false);
        }

        completing?.Invoke();
        await SplitWriter.WriteAsync(call, body).ConfigureAwait(false);
    }
}
