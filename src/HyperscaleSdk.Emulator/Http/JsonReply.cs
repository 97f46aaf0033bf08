using System.Text.Json;
using HyperscaleSdk.Emulator.Faults;
using HyperscaleSdk.Emulator.Hosting;
using Microsoft.AspNetCore.Http;

namespace HyperscaleSdk.Emulator.Http;

/// <summary>A whole JSON answer, with the faults that concern whole answers.</summary>
internal static class JsonReply
{
    public const string ContentType = "application/json";

    public static async Task WriteAsync(EmulatedCall call, Action<Utf8JsonWriter> write)
    {
        var faults = call.Faults;
        if (faults.Has(FaultKinds.Stall))
        {
            call.OutputTokens = 0;
            await Task.Delay(Timeout.InfiniteTimeSpan, call.Time, call.Ended).ConfigureAwait(false);
        }

        var body = JsonBytes.Write(write);
        if (faults.Has(FaultKinds.CutStream))
        {
            call.Record(Outcomes.Cut);
            call.Http.Response.ContentType = ContentType;
            call.Http.Response.ContentLength = body.Length;
            await call.Http.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2), call.Ended).ConfigureAwait(false);
            await call.Http.Response.Body.FlushAsync(call.Ended).ConfigureAwait(false);
            throw new ConnectionCutException();
        }

        var malformed = faults.Has(FaultKinds.MalformedJson) || faults.Has(FaultKinds.EndEarly);
        var contentType = faults.Has(FaultKinds.WrongContentType) ? "text/html" : ContentType;
        // Journaled before it is sent: who has read the answer also finds it in the journal.
        call.Record(malformed ? Outcomes.Malformed : Outcomes.Completed);
        await RawResponse.WriteAsync(call.Http, StatusCodes.Status200OK, contentType, malformed ? body.AsMemory(0, body.Length / 2) : body).ConfigureAwait(false);
    }
}
