using System.Collections.Concurrent;

namespace HyperscaleSdk.Emulator.Scripts;

/// <summary>The answers that the host was told to give, oldest first.</summary>
internal sealed class ReplyQueue
{
    private readonly ConcurrentQueue<ReplyScript> _scripts;

    private ReplyQueue(IEnumerable<ReplyScript> scripts) => _scripts = new(scripts);

    /// <exception cref="ArgumentException">One of them cannot be read; the message says which.</exception>
    public static ReplyQueue Create(IReadOnlyList<string> texts)
    {
        List<ReplyScript> scripts = [];
        foreach (var text in texts)
            scripts.Add(ReplyScriptParser.Parse(text) ?? throw new ArgumentException($"Reply {FormattableString.Invariant($"{scripts.Count}")}: {ReplyScripts.Problem}", nameof(texts)));
        return new ReplyQueue(scripts);
    }

    public ReplyScript? Take() => _scripts.TryDequeue(out var script) ? script : null;
}
