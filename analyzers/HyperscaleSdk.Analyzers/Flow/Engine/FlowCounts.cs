using System.Collections.Concurrent;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>What one analysis has seen: without it, silence of the rules and a run that never happened look the same.</summary>
internal sealed class FlowCounts
{
    private readonly ConcurrentDictionary<SyntaxNode, bool> _sinks = new();
    private readonly ConcurrentDictionary<SyntaxNode, bool> _truncated = new();
    private int _methods;
    private int _followed;
    private int _findings;

    /// <summary>Bodies that the compiler handed out.</summary>
    public int Methods => _methods;

    /// <summary>Those that can reach a sink, and were followed.</summary>
    public int Followed => _followed;

    /// <summary>Calls that send data to an AI supplier.</summary>
    public int Sinks => _sinks.Count;

    public int Findings => _findings;

    /// <summary>Bodies too large to be followed to the end.</summary>
    public int Truncated => _truncated.Count;

    public void AddMethod(bool isFollowed)
    {
        Interlocked.Increment(ref _methods);
        if (isFollowed)
        {
            Interlocked.Increment(ref _followed);
        }
    }

    public void AddSink(SyntaxNode call) => _sinks.TryAdd(call, value: true);

    public void AddFinding() => Interlocked.Increment(ref _findings);

    public void AddTruncated(SyntaxNode body) => _truncated.TryAdd(body, value: true);
}
