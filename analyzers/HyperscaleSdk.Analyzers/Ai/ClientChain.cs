using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>How a client was built: what made it, and what it passed through since, on each way.</summary>
internal sealed class ClientChain
{
    private readonly Dictionary<ClientOrigin, List<ClientMarks>> _ways = [];

    /// <summary>What made the client; several when it depends on a condition.</summary>
    public IEnumerable<ClientOrigin> Origins => _ways.Keys;

    /// <summary>There were more ways than the budget allows: nothing may be concluded from what is missing.</summary>
    public bool IsTruncated { get; private set; }

    /// <summary>Every origin talks to this machine only, or is a stand-in for tests.</summary>
    public bool IsHarmless => _ways.Count > 0 && _ways.Keys.All(origin => origin.IsHarmless);

    /// <summary>Traces a client once. A rule with many calls makes one <see cref="ClientGraph"/> per compilation instead.</summary>
    public static ClientChain Trace(SyntaxNode client, SemanticModel model, AiTypes types, CancellationToken cancellationToken) =>
        new ClientGraph(model.Compilation, types).Trace(client, model, cancellationToken);

    /// <summary>Says whether the client passed through a step (<see cref="ClientSteps"/>), whatever made it.</summary>
    public bool Has(string step) => _ways.Count > 0 && _ways.Keys.All(origin => Has(origin, ClientSteps.MarkOf(step)));

    /// <summary>Says whether what was made here passed through a step. Assignments are not ordered: one way with the step is enough.</summary>
    public bool Has(ClientOrigin origin, ClientMarks mark) => _ways[origin].Any(marks => (marks & mark) == mark);

    /// <summary>Says whether every way from the origin has the mark.</summary>
    public bool Always(ClientOrigin origin, ClientMarks mark) => _ways[origin].TrueForAll(marks => (marks & mark) == mark);

    internal void Add(ClientOrigin origin, ClientMarks marks)
    {
        if (!_ways.TryGetValue(origin, out var ways))
        {
            _ways.Add(origin, ways = []);
        }

        ways.Add(marks);
    }

    internal void Truncate() => IsTruncated = true;
}
