using HyperscaleSdk.Emulator.Conversation;
using HyperscaleSdk.Emulator.Faults;
using HyperscaleSdk.Emulator.Scripts;
using Microsoft.AspNetCore.Http;

namespace HyperscaleSdk.Emulator.Hosting;

/// <summary>One request on its way through a provider: where to answer, what goes wrong on purpose, what was used.</summary>
internal sealed class EmulatedCall(HttpContext http, IProvider provider, FaultPlan faults, TimeProvider time, RequestJournal journal, ReplyQueue replies, CancellationToken ended)
{
    private bool _recorded;

    public HttpContext Http { get; } = http;

    public IProvider Provider { get; } = provider;

    public FaultPlan Faults { get; set; } = faults;

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

    /// <summary>What the model says: as the request or the host scripted it, or as the engine makes it up.</summary>
    /// <exception cref="RefusedException">The script cannot be read.</exception>
    public ChatReply Answer(ChatPrompt prompt)
    {
        var script = ReplyScripts.Take(Http.Request, replies, out var problem);
        if (problem is not null)
            throw Provider.CreateRefusal(StatusCodes.Status400BadRequest, problem);
        var reply = script?.ToReply(prompt) ?? AnswerEngine.Answer(prompt);
        Operation = Operations.Chat;
        InputTokens = reply.InputTokens ?? prompt.InputTokens;
        OutputTokens = reply.OutputTokens;
        return reply;
    }

    /// <summary>Journals the call once; later outcomes of the same call change nothing.</summary>
    public void Record(string outcome)
    {
        if (_recorded || Operation.Length == 0)
            return;
        _recorded = true;
        journal.Add(new EmulatedRequest(Provider.Id, Operation, RequestId, InputTokens, OutputTokens, outcome));
    }
}
