using HyperscaleSdk.Emulator.Errors;
using HyperscaleSdk.Emulator.Faults;
using HyperscaleSdk.Emulator.Http;
using Microsoft.AspNetCore.Http;

namespace HyperscaleSdk.Emulator.Hosting;

/// <summary>Answers with a provider's error: by itself, or in the form that a fault asks for.</summary>
internal static class RefusalReply
{
    public static Task WriteAsync(EmulatedCall call, RefusedException refusal)
    {
        // No model has worked, whatever had been prepared.
        call.Operation = "";
        var wished = call.Faults;
        RateHeaders.WriteRetry(call, wished.RateHeaders ?? call.Provider.RateHeaders, refusal.Status);
        // An error of the request's own making is sent whole.
        if (!wished.Refuses)
            call.Faults = FaultPlan.None;
        var status = wished.Has(FaultKinds.ErrorIn200) ? StatusCodes.Status200OK : refusal.Status;
        var body = CreateBody(call, wished, refusal);
        return BodySender.SendAsync(call, status, body.ContentType, body.Bytes);
    }

    /// <summary>The error in the provider's form or the one that the fault asks for.</summary>
    public static ErrorBody CreateBody(EmulatedCall call, FaultPlan faults, RefusedException refusal)
        => faults.ErrorForm is { } form ? ErrorEnvelope.Create(form, refusal) : call.Provider.CreateErrorBody(call, refusal);

    /// <summary>The error that ends a stream in the middle.</summary>
    public static byte[] CreateStreamError(EmulatedCall call)
        => CreateBody(call, call.Faults, call.Provider.CreateRefusal(StatusCodes.Status500InternalServerError)).Bytes;
}
