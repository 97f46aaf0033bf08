using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>
/// Where that lies what no log may have: answers of models and tables of pseudonyms. It comes out of calls that a member makes, or
/// out of members of objects into which another member has put it; these are found by following the members that make such calls.
/// </summary>
internal sealed class LoggedPlaces
{
    private const int MostRounds = 4;

    private readonly FlowEngine _engine;
    private readonly SinkNames _names;
    private readonly object _finding = new();
    private readonly HashSet<string> _places;
    private NameReach _reach;
    private bool _isFound;

    /// <param name="engine">Follows the members.</param>
    /// <param name="names">The names of sinks in the project.</param>
    /// <param name="sends">Something is sent to a model; where nothing is, what was "restored" comes from elsewhere.</param>
    public LoggedPlaces(FlowEngine engine, SinkNames names, bool sends)
    {
        _engine = engine;
        _names = names;
        _places = new HashSet<string>(sends ? engine.Compilation.SyntaxTrees.SelectMany(PseudonymTables.DeclaredIn) : [], StringComparer.Ordinal);
        _reach = new NameReach(engine.Compilation, MayGive);
    }

    /// <summary>Nothing in the project makes any.</summary>
    public bool IsEmpty => _reach.IsEmpty;

    public bool AreReachedFrom(ISymbol member, CancellationToken cancellationToken)
    {
        lock (_finding)
        {
            if (!_isFound)
            {
                Find(cancellationToken);
                _isFound = true;
            }
        }

        // What a method logs of the prompt that it returns.
        return _reach.Contains(member) || _places.Contains(member.Name);
    }

    private void Find(CancellationToken cancellationToken)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var known = _places.Count;
            foreach (var method in DeclaredTypes.In(_engine.Compilation.Assembly.GlobalNamespace).SelectMany(type => type.GetMembers().OfType<IMethodSymbol>()))
            {
                if (_reach.Contains(method) && _engine.SummaryOf(method, new SummaryRun(), cancellationToken) is { } summary)
                {
                    Collect(summary);
                }
            }

            if (_places.Count == known)
            {
                return;
            }

            // Whoever reads such a place may put what is there into another one.
            _reach = new NameReach(_engine.Compilation, MayGive);
        }
    }

    private bool MayGive(string name) => _names.MayGiveLogged(name) || _places.Contains(name);

    private void Collect(FlowSummary summary)
    {
        var objects = new HashSet<int>();
        for (var known = -1; known < objects.Count;)
        {
            known = objects.Count;
            foreach (var site in summary.Heap)
            {
                foreach (var member in site.Value)
                {
                    if (Holds(member.Value, objects))
                    {
                        objects.Add(site.Key);
                        _places.Add(Unhidden(member.Key));
                    }
                }
            }
        }

        foreach (var entry in summary.Statics.Where(entry => Holds(entry.Value, objects)))
        {
            _places.Add(entry.Key.Name);
        }

        foreach (var input in objects.Select(site => summary.Sites[site].Input).OfType<FlowInput>())
        {
            _places.UnionWith(input.Path.Split('/').Select(Unhidden));
            _places.Add(input.Member?.Name ?? string.Empty);
        }

        // What one method keeps and sends, another may log.
        _places.UnionWith(summary.Sent.Where(PromptVariables.IsMember).Select(member => member.Name));
        _places.Remove(string.Empty);
    }

    private bool Holds(FlowValue value, HashSet<int> objects) =>
        value.Origins.Any(origin => origin.Kind == FlowLabel.ModelOutput || FlowLabel.IsOfPseudonyms(origin.Kind)) || value.Sites.Any(objects.Contains)
        || value.Inputs.Any(input => input.Parameter < 0 && ((input.Member is { } member && _places.Contains(member.Name)) || input.Path.Split('/').Any(name => _places.Contains(Unhidden(name)))));

    // A primary constructor's parameter.
    private static string Unhidden(string member) => member.Trim('<', '>');
}
