using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Makes the summaries of methods that call one another in a circle: each again, until nothing that it needs has changed.</summary>
internal sealed class SummaryCircle
{
    private const int MostRounds = 6;

    // Beyond, what was found so far is the result, and is said to be incomplete.
    private const int MostOperations = 1_000_000;

    private readonly FlowEngine _engine;
    private readonly SummaryRun _run;
    private readonly List<Member> _members = [];
    private int _spent;

    public SummaryCircle(FlowEngine engine, IEnumerable<IMethodSymbol> methods, SummaryRun run)
    {
        _engine = engine;
        _run = run;
        foreach (var method in methods)
        {
            _members.Add(new Member(method));
            _run.Approximate(method, FlowSummary.Empty);
        }
    }

    /// <summary>The methods and what was found for them.</summary>
    public IReadOnlyList<Member> Members => _members;

    /// <summary>Methods of circles around this one, still being made, that the summaries rest on; empty when they are final.</summary>
    public HashSet<IMethodSymbol> Needs { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Makes the summaries.</summary>
    public void Solve(CancellationToken cancellationToken)
    {
        _run.Enter(this);
        var changed = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        for (var round = 0; round == 0 || (round < MostRounds && changed.Count > 0); round++)
        {
            var before = changed;
            changed = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
            for (var i = 0; i < _members.Count; i++)
            {
                var member = _members[i];
                if (member.Summary is null || (round > 0 && (member.Needs.Overlaps(before) || member.Needs.Overlaps(changed))))
                {
                    Make(member, changed, cancellationToken);
                }
            }
        }

        _run.Leave(this);
        foreach (var member in _members)
        {
            Needs.UnionWith(member.Needs);
        }

        foreach (var member in _members)
        {
            _run.Settle(member.Method);
        }

        // What was being made then and is not any more does not count.
        Needs.RemoveWhere(method => !_run.IsMaking(method));
    }

    /// <summary>Takes in a circle that was met on the way and that leads back to this one: it is a part of it, by calls that the call graph does not show.</summary>
    public void Join(SummaryCircle other)
    {
        foreach (var member in other._members)
        {
            _members.Add(member);
            _run.Approximate(member.Method, member.Summary!);
        }
    }

    private void Make(Member member, HashSet<IMethodSymbol> changed, CancellationToken cancellationToken)
    {
        if (member.Summary is not null && _spent >= MostOperations)
        {
            member.Summary = member.Summary with { IsTruncated = true };
            return;
        }

        var before = member.Summary ?? FlowSummary.Empty;
        _run.StartNoting();
        var analysis = new MethodAnalysis(_engine, member.Method, _run, cancellationToken);
        member.Summary = analysis.RunMethod(member.Method, _engine.Bodies.GraphOf(member.Method, analysis.Budget, cancellationToken));
        member.Needs = _run.EndNoting();
        _spent += analysis.Budget.Spent;

        // A method alone that does not need itself is done.
        if ((_members.Count > 1 || member.Needs.Contains(member.Method)) && !member.Summary.SaysTheSameAs(before))
        {
            changed.Add(member.Method);
            _run.Approximate(member.Method, member.Summary);
        }
    }

    internal sealed class Member(IMethodSymbol method)
    {
        public IMethodSymbol Method { get; } = method;

        public FlowSummary? Summary { get; set; }

        public HashSet<IMethodSymbol> Needs { get; set; } = new(SymbolEqualityComparer.Default);
    }
}
