using HyperscaleSdk.Emulator.Hosting;
using Microsoft.AspNetCore.Http;

namespace HyperscaleSdk.Emulator.Faults;

/// <summary>
/// Keeps faults to the answers that they can happen to: one that was asked for by the request itself is refused elsewhere, so
/// that no test believes in a fault that never came; one that the whole host plays is left out.
/// </summary>
internal static class FaultScope
{
    /// <param name="call">The call, before a byte of its answer.</param>
    /// <param name="isStream">The answer is a stream.</param>
    /// <param name="hasUsage">The answer reports usage.</param>
    public static void Check(EmulatedCall call, bool isStream, bool hasUsage)
    {
        foreach (var fault in FaultCatalog.Named)
        {
            if (!call.Faults.Has(fault.Kind))
                continue;
            var reason = (isStream ? fault.Stream : fault.Whole)
                ? fault.Usage && !hasUsage ? "the answer reports no usage" : null
                : isStream ? "the answer is a stream" : "the answer is no stream";
            if (reason is null)
                continue;
            if (call.Faults.IsStrict)
            {
                call.Faults = FaultPlan.None;
                throw call.Provider.CreateRefusal(StatusCodes.Status400BadRequest, $"The emulator fault {fault.Name} cannot happen here: {reason}.");
            }

            call.Faults = call.Faults with { Kinds = call.Faults.Kinds & ~fault.Kind };
        }
    }
}
