using HyperscaleSdk.Emulator.Faults;
using Microsoft.AspNetCore.Http;

namespace HyperscaleSdk.Emulator.Hosting;

/// <summary>One request on its way through a provider: where to answer, what goes wrong on purpose, what was used.</summary>
internal sealed class EmulatedCall(HttpContext http, IProvider provider, FaultPlan faults, TimeProvider time, RequestJournal journal, CancellationToken ended)
{
    private bool _recorded;

    public HttpContext Http { get; } = http;

    public IProvider Provider { get; } = provider;

    public FaultPlan Faults { get; } = faults;

    public TimeProvider Time { get; } = time;

    /// <summary>Cancelled when the client went away or the emulator stops.</summary>
    public CancellationToken Ended { get; } = ended;

    public required string RequestId { get; init; }

    public string Model { get; set; } = "";

    /// <summary>One of <see cref="Operations"/>; empty while no model has worked, and then nothing is journaled.</summary>
    public string Operation { get; set; } = "";

    public long InputTokens { get; set; }

    public long OutputTokens { get; set; }

    public long UnixSeconds => Time.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>Journals the call once; later outcomes of the same call change nothing.</summary>
    public void Record(string outcome)
    {
        if (_recorded || Operation.Length == 0)
            return;
        _recorded = true;
        journal.Add(new EmulatedRequest(Provider.Id, Operation, RequestId, InputTokens, OutputTokens, outcome));
    }
}
