using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Numbers the objects of one analysis: one number per place that makes an object, per place that one comes in from.</summary>
internal sealed class FlowSites
{
    // Objects that callees of callees made: deeper than this they are one object per call.
    private const int DeepestMade = 3;

    // Bodies that are run in the place of a call, one within the other: deeper than this their objects are one per call.
    private const int DeepestBody = 3;

    private readonly Dictionary<object, int> _numbers = [];
    private readonly Stack<object> _calls = [];
    private readonly List<FlowSite> _sites = [new FlowSite(FlowSiteKind.Made, IsFresh: false)];

    public FlowSite this[int site] => _sites[site];

    /// <summary>An object that another assembly speaks of.</summary>
    public int Add(FlowSite site) => Number(new object(), site);

    /// <summary>The object made at this place.</summary>
    public int Made(SyntaxNode syntax, bool fresh, ITypeSymbol? type = null) =>
        Number(Here(syntax), new FlowSite(FlowSiteKind.Made, fresh) { Type = type });

    /// <summary>A body is run in the place of a call: what it makes for one call is not what it makes for another.</summary>
    public void Enter(SyntaxNode call) => _calls.Push(_calls.Count < DeepestBody ? Here(call) : _calls.Peek());

    public void Leave() => _calls.Pop();

    /// <summary>The object that a call made inside the called method, and that got out of it.</summary>
    public int MadeByCall(SyntaxNode call, int calleeSite, FlowSite made)
    {
        var depth = made.Depth + 1;
        return depth > DeepestMade
            ? Number((Here(call), -1), new FlowSite(FlowSiteKind.Made, IsFresh: false) { Depth = DeepestMade })
            : Number((Here(call), calleeSite), made with { Depth = depth });
    }

    /// <summary>The object that comes in there.</summary>
    public int Incoming(FlowInput place) =>
        Number((place.Parameter, place.Member?.OriginalDefinition.ToDisplayString(), place.Path), new FlowSite(FlowSiteKind.Incoming, IsFresh: false) { Input = place });

    public int Function(object key, FlowFunction function) => Number((key, "function", _calls.Count == 0 ? null : _calls.Peek()), new FlowSite(FlowSiteKind.Function, IsFresh: false) { Function = function });

    /// <summary>The text that an object writes of itself.</summary>
    public int Text(SyntaxNode of) => Number((Here(of), "text"), new FlowSite(FlowSiteKind.Made, IsFresh: true));

    /// <summary>The collection that a <c>params</c> parameter is given: it stands where the call stands.</summary>
    public int Params(SyntaxNode call) => Number((Here(call), "params"), new FlowSite(FlowSiteKind.Made, IsFresh: true));

    private object Here(SyntaxNode place) => _calls.Count == 0 ? place : (place, _calls.Peek());

    private int Number(object key, FlowSite site)
    {
        if (!_numbers.TryGetValue(key, out var number))
        {
            number = _sites.Count;
            _numbers[key] = number;
            _sites.Add(site);
        }
        else if (_sites[number].Kind == FlowSiteKind.Function)
        {
            _sites[number] = site;
        }

        return number;
    }
}
