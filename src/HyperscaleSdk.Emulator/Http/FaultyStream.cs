using HyperscaleSdk.Emulator.Faults;
using HyperscaleSdk.Emulator.Hosting;

namespace HyperscaleSdk.Emulator.Http;

/// <summary>Sends the frames of an answer in order and plays the faults that concern its course.</summary>
internal static class FaultyStream
{
    /// <param name="call">The call; its output tokens grow with every frame handed over.</param>
    /// <param name="frames">Everything that carries the answer: text, tool calls, finish reason, usage.</param>
    /// <param name="end">The end marker.</param>
    /// <param name="error">The provider's error event.</param>
    /// <param name="hasUsage">One of the frames reports usage.</param>
    public static async Task SendAsync(EmulatedCall call, IEnumerable<SseFrame> frames, SseFrame end, SseFrame error, bool hasUsage = true)
    {
        FaultScope.Check(call, isStream: true, hasUsage);
        await Pauses.BeforeFirstByteAsync(call).ConfigureAwait(false);
        var stream = new SseStream(call);
        var total = call.OutputTokens;
        call.OutputTokens = 0;
        var sent = 0;
        foreach (var frame in frames)
        {
            if (sent == call.Faults.AfterChunks && await BreakOffAsync(call, stream, error).ConfigureAwait(false))
                return;
            call.OutputTokens += frame.OutputTokens;
            await stream.SendAsync(Damage(call, frame, sent)).ConfigureAwait(false);
            sent++;
        }

        // An answer shorter than asked for is damaged all the same: before its end marker.
        if (sent <= call.Faults.AfterChunks && await BreakOffAsync(call, stream, error).ConfigureAwait(false))
            return;
        call.OutputTokens = total;
        // Journaled before the end marker: who has read the stream to its end also finds it in the journal.
        call.Record(call.Faults.Has(FaultKinds.MalformedJson) ? Outcomes.Malformed : Outcomes.Completed);
        if (!call.Faults.Has(FaultKinds.MissingDone))
            await stream.SendAsync(end).ConfigureAwait(false);
    }

    private static async Task<bool> BreakOffAsync(EmulatedCall call, SseStream stream, SseFrame error)
    {
        if (call.Faults.Has(FaultKinds.Stall))
        {
            await stream.StartAsync().ConfigureAwait(false);
            await Pauses.ForeverAsync(call).ConfigureAwait(false);
        }

        if (call.Faults.Has(FaultKinds.CutStream) || call.Faults.Has(FaultKinds.Reset))
        {
            call.Record(Outcomes.Cut);
            BodySender.Cut(call);
        }

        if (call.Faults.Has(FaultKinds.ErrorMidStream))
        {
            call.Record(Outcomes.Failed);
            await stream.SendAsync(error).ConfigureAwait(false);
            return true;
        }

        if (call.Faults.Has(FaultKinds.EndEarly))
        {
            call.Record(Outcomes.Cut);
            await stream.StartAsync().ConfigureAwait(false);
            return true;
        }

        return false;
    }

    private static SseFrame Damage(EmulatedCall call, SseFrame frame, int index)
    {
        var at = Math.Max(0, call.Faults.AfterChunks - 1);
        if (index != at)
            return frame;
        if (call.Faults.Has(FaultKinds.MalformedJson))
            frame = frame with { Data = frame.Data[..(frame.Data.Length / 2)] };
        return call.Faults.Has(FaultKinds.HugeBody) ? frame with { Padding = call.Faults.Size } : frame;
    }
}
