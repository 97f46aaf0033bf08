using System.Text.Json;
using HyperscaleSdk.Emulator.Faults;
using HyperscaleSdk.Emulator.Hosting;
using Microsoft.AspNetCore.Http;

namespace HyperscaleSdk.Emulator.Http;

/// <summary>A whole JSON answer, with the faults that concern whole answers.</summary>
internal static class JsonReply
{
    public const string ContentType = "application/json";

    /// <param name="call">The call.</param>
    /// <param name="write">Writes the answer.</param>
    /// <param name="hasUsage">The answer reports usage.</param>
    public static async Task WriteAsync(EmulatedCall call, Action<Utf8JsonWriter> write, bool hasUsage = false)
    {
        FaultScope.Check(call, isStream: false, hasUsage);
        var body = JsonBytes.Write(write);
        if (call.Faults.Has(FaultKinds.Stall))
            call.OutputTokens = 0;
        await BodySender.SendAsync(call, StatusCodes.Status200OK, ContentType, body, () => call.Record(Outcome(call.Faults))).ConfigureAwait(false);
    }

    private static string Outcome(FaultPlan faults)
    {
        if (faults.Has(FaultKinds.CutStream) || faults.Has(FaultKinds.Reset))
            return Outcomes.Cut;
        return faults.Has(FaultKinds.MalformedJson) || faults.Has(FaultKinds.EndEarly) ? Outcomes.Malformed : Outcomes.Completed;
    }
}
