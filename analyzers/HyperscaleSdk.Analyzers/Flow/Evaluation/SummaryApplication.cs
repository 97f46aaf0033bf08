using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using HyperscaleSdk.Analyzers.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Uses a method's summary at one call: what came in is replaced by what is given.</summary>
internal sealed class SummaryApplication(FlowEvaluator evaluator, MethodAnalysis analysis, FlowState state, FlowCall call, IMethodSymbol target, FlowSummary summary)
{
    private readonly FlowEvaluator _evaluator = evaluator;
    private readonly MethodAnalysis _analysis = analysis;
    private readonly FlowState _state = state;
    private readonly FlowCall _call = call;
    private readonly IMethodSymbol _target = target;
    private readonly FlowSummary _summary = summary;
    private readonly Dictionary<int, ImmutableArray<int>> _sites = [];
    private readonly Dictionary<FlowInput, FlowValue> _resolved = [];

    public FlowValue Run()
    {
        _analysis.Budget.Spend(_summary.Size);
        if (_analysis.Budget.IsExhausted)
        {
            return FlowValue.Unknown;
        }

        // Everything is read before anything is written: the summary speaks of what the objects held before the call.
        var result = Map(_summary.Return);
        var writes = MembersWritten();
        var outs = _summary.Outs.Values.Select(Map).ToList();
        var statics = _summary.Statics.Select(entry => Map(entry.Value)).ToList();
        var captured = _summary.Captured.Select(entry => Map(entry.Value)).ToList();
        foreach (var hit in _summary.HitsOfCaller)
        {
            Report(hit);
        }

        if (_summary.Declared.Any(IsOwn))
        {
            _analysis.Give(_call.Operation.Syntax, _summary.Declared.Where(place => IsOwn(place) && IsOverwritten(place)));
        }

        if (_summary.HasMoreHits)
        {
            _analysis.Budget.LeaveOut();
        }

        if (_summary.Thrown is { } thrown)
        {
            _state.Throw(Map(thrown));
        }

        foreach (var write in writes)
        {
            Write(write);
        }

        for (var i = 0; i < statics.Count; i++)
        {
            var (member, value) = (_summary.Statics[i].Key, _summary.Statics[i].Value);
            _state.Set(member, (value.MayBeInitial || _call.IsOneOfSeveral) && _state.Get(member) is { } known ? known.Join(statics[i]) : statics[i]);
        }

        for (var i = 0; i < captured.Count; i++)
        {
            var variable = _summary.Captured[i].Key;
            _state.Set(variable, _state.Get(variable) is { } known ? known.Join(captured[i]) : captured[i]);
        }

        var next = 0;
        foreach (var ordinal in _summary.Outs.Keys)
        {
            var value = outs[next++];
            if (ordinal < _call.Operands.Count && _call.Operands[ordinal] is { } operand)
            {
                _evaluator.Assign(operand, (_call.IsOneOfSeveral ? value.Join(_evaluator.Evaluate(operand)) : value).WithoutInitial());
            }
        }

        return result.WithoutInitial();
    }

    // A struct that was given by value: what the method writes to it stays there.
    private bool IsOwnCopy(FlowInput? input) => input is { Parameter: >= 0, Path.Length: 0 } && input.Parameter < _target.Parameters.Length
        && _target.Parameters[input.Parameter] is { RefKind: RefKind.None or RefKind.In, Type: { IsValueType: true, IsRefLikeType: false, TypeKind: TypeKind.Struct, SpecialType: SpecialType.None } type }
        && (type.IsTupleType || type.ContainingNamespace is not { Name: "System", ContainingNamespace.IsGlobalNamespace: true });

    /// <summary>What is written to members, per object what goes to any element first.</summary>
    private List<MemberWrite> MembersWritten()
    {
        var writes = new List<MemberWrite>();
        foreach (var site in _summary.Heap.Where(site => !IsOwnCopy(_summary.Sites[site.Key].Input)))
        {
            var sites = Map(site.Key);
            var isMade = _summary.Sites[site.Key].Kind == FlowSiteKind.Made;
            foreach (var member in site.Value.Keys.Where(FlowMember.IsAnyElement).Concat(site.Value.Keys.Where(member => !FlowMember.IsAnyElement(member))))
            {
                var value = site.Value[member];
                writes.Add(new MemberWrite(sites, member, Map(value), isMade, value.MayBeInitial));
            }
        }

        return writes;
    }

    private void Write(MemberWrite write)
    {
        var strong = write.Sites.Length == 1 && !write.MayBeInitial && !write.IsMade && !_call.IsOneOfSeveral;
        if (strong && FlowMember.IsAnyElement(write.Member))
        {
            // The method cleared it before it put something there.
            _state.Empty(write.Sites[0]);
        }

        foreach (var site in write.Sites)
        {
            var known = _state.Get(site, write.Member);
            _state.Set(site, write.Member, strong ? write.Value.WithoutInitial() : known is null ? (write.IsMade && !write.MayBeInitial ? write.Value : write.Value.WithInitial()) : known.Join(write.Value));
        }
    }

    /// <summary>A value that the method writes to a member of objects.</summary>
    /// <param name="Sites">The objects, here.</param>
    /// <param name="Member">The member.</param>
    /// <param name="Value">The value, here.</param>
    /// <param name="IsMade">The method has made the objects.</param>
    /// <param name="MayBeInitial">Some way through the method writes nothing there.</param>
    private sealed record MemberWrite(ImmutableArray<int> Sites, string Member, FlowValue Value, bool IsMade, bool MayBeInitial);

    public FlowValue Map(FlowValue value)
    {
        var made = ImmutableArray.CreateBuilder<int>();
        foreach (var site in value.Sites)
        {
            if (_summary.Sites[site].Kind != FlowSiteKind.Incoming)
            {
                made.AddRange(Map(site));
            }
        }

        FlowValue? result = value.Inputs.IsEmpty || !value.Origins.IsEmpty || made.Count > 0
            ? Given(value).WithoutInputs().WithSites([.. made.Distinct().OrderBy(site => site).Take(FlowValue.MostSites)])
            : null;
        foreach (var input in value.Inputs)
        {
            var given = Resolve(input);
            result = result is null ? given : result.Join(given);
        }

        result ??= FlowValue.Unknown;
        result = value.IsGuarded ? result.AsGuarded() : result;
        return value.MayBeInitial ? result.WithInitial() : result;
    }

    // A member that its declaration says to be personal holds something else where the caller has overwritten it.
    private FlowValue Given(FlowValue value) => value.Origins.All(origin => origin.Place is null) ? value : value.Map(origin =>
    {
        if (origin.Place is not { } place || !IsOwn(place))
        {
            return origin with { Place = null };
        }

        return IsOverwritten(place) ? null : origin with { Place = _evaluator.PlaceOf(Resolve(place.Input), place.Kind) };
    });

    // That nothing was written yet says nothing: an object's source may be a stub here.
    private bool IsOverwritten(FlowPlace declared)
    {
        var place = declared.Input;
        var last = place.Path.LastIndexOf('/');
        var member = place.Path.Substring(last + 1);
        return member.Length == 0 ? Resolve(place).IsCleared(declared.Kind)
            : Resolve(place with { Path = last < 0 ? string.Empty : place.Path.Substring(0, last) }).Sites is { IsEmpty: false } owners
                && owners.All(owner => _state.Get(owner, member) is { MayBeInitial: false } written && written.IsCleared(declared.Kind));
    }

    private bool IsOwn(FlowPlace place) => SymbolEqualityComparer.Default.Equals(place.Owner, _target.OriginalDefinition);

    private ImmutableArray<int> Map(int site)
    {
        if (_sites.TryGetValue(site, out var mapped))
        {
            return mapped;
        }

        var described = _summary.Sites[site];
        _sites[site] = [];
        mapped = described.Kind switch
        {
            FlowSiteKind.Incoming => Resolve(described.Input!).Sites,
            FlowSiteKind.Function => [_analysis.Sites.Function((_call.Operation.Syntax, site), Bound(described.Function!))],
            _ => [_analysis.Sites.MadeByCall(_call.Operation.Syntax, site, described)],
        };
        _sites[site] = mapped;
        return mapped;
    }

    // Func<string> Say(string text) => () => text: of two such functions each has its own text.
    private FlowFunction Bound(FlowFunction function) => function with
    {
        Receiver = Map(function.Receiver),
        Bound = [.. function.Bound.Concat(_summary.Captured.Where(entry => function.Owner is not null && !SingleInitializer.IsSetAgain(entry.Key, function.Owner.OriginalOperation.Syntax)))
            .Select(entry => new KeyValuePair<ISymbol, FlowValue>(entry.Key, Map(entry.Value)))],
    };

    // Many members hold the same of what came in.
    private FlowValue Resolve(FlowInput input)
    {
        if (!_resolved.TryGetValue(input, out var value))
        {
            _resolved[input] = value = Read(input);
        }

        return value;
    }

    private FlowValue Read(FlowInput input)
    {
        var value = input.Parameter switch
        {
            FlowInput.This => _call.Receiver,
            FlowInput.Static => _evaluator.ReadStatic(input.Member!),
            _ => input.Parameter < _call.Arguments.Count ? _call.Arguments[input.Parameter] : FlowValue.Unknown,
        };
        if (input.Path.Length > 0)
        {
            foreach (var member in input.Path.Split('/'))
            {
                value = _evaluator.ReadPart(value, member);
            }
        }

        var operand = input.Path.Length == 0 && input.Parameter >= 0 && input.Parameter < _call.Operands.Count ? _call.Operands[input.Parameter] : null;
        var formed = input.Form switch
        {
            FlowForm.Value => value,
            FlowForm.Text => operand is null ? value.AsText() : _evaluator.TextOf(operand, value),
            _ => operand is not null ? _evaluator.SentTextOf(operand, value)
                : OpenTypeOf(input) is { } type ? _evaluator.SentTextOf(_call.Operands[input.Parameter]!, value, type)
                : _evaluator.DeepOf(value).AsText(FlowForm.Deep),
        };
        return formed.Through(input.Passing);
    }

    // The elements of a list of T are written as a whole: only the caller knows what T is.
    private ITypeSymbol? OpenTypeOf(FlowInput input)
    {
        if (!FlowMember.IsAnyElement(input.Path) || input.Parameter < 0 || input.Parameter >= _call.Operands.Count || _call.Operands[input.Parameter] is not { } operand)
        {
            return null;
        }

        return TextCarriers.ElementOf(_target.Parameters[input.Parameter].Type) is { TypeKind: TypeKind.TypeParameter } ? TextCarriers.ElementOf(FlowEvaluator.Unconverted(operand).Type) : null;
    }

    private void Report(FlowHit hit)
    {
        var client = hit.Client.Inputs.IsEmpty ? hit.Client : Map(hit.Client);
        if (client.IsGuarded || (hit.Value.Inputs.IsEmpty && hit.Host is null))
        {
            return;
        }

        var host = hit.Host is null ? null : Map(hit.Host);
        if (host is not null && hit.Host!.Holds(FlowLabel.ProviderHost) == false)
        {
            if (host.Holds(FlowLabel.ProviderHost))
            {
                // Only here is it known that the call goes to an AI supplier.
                hit = hit with { Sink = hit.Sink with { ProviderId = host.Origins.First(origin => origin.Kind == FlowLabel.ProviderHost).Name } };
                Report(hit with { At = _call.Operation.Syntax, Client = client, Host = null }, hit.Value.WithoutInputs().AsText(), ambient: null);
                host = null;
            }
            else if (host.Inputs.IsEmpty)
            {
                return;
            }
        }

        RememberPrompts(hit);

        // What comes in by one argument is one report.
        var reports = new List<(SyntaxNode At, FlowValue Value, FlowInput? Ambient)>();
        foreach (var input in hit.Value.Inputs)
        {
            var value = Resolve(input).AsText();
            var at = input.Parameter >= 0 && input.Parameter < _call.Operands.Count && _call.Operands[input.Parameter] is { } operand ? _evaluator.PlaceOf(operand) : PutBefore(value) ?? _call.Operation.Syntax;
            var ambient = input.Parameter < 0 ? input : null;
            var same = value.IsBlank ? -1 : reports.FindIndex(report => report.At == at);
            if (same >= 0)
            {
                reports[same] = (at, reports[same].Value.Join(value), reports[same].Ambient is null ? null : ambient);
            }
            else if (!value.IsBlank)
            {
                reports.Add((at, value, ambient));
            }
        }

        foreach (var (at, value, ambient) in reports)
        {
            Report(hit with { At = at, Client = client, Host = host }, value, ambient);
        }
    }

    // await using var digest = ...; digest.Add(parent.Email): the call at the end of the block stands nowhere, so it is where the data went in.
    private SyntaxNode? PutBefore(FlowValue value)
    {
        if (_call.Operation is not IInvocationOperation { IsImplicit: true } || _target.Name is not ("Dispose" or "DisposeAsync"))
        {
            return null;
        }

        var read = value.Origins.Select(origin => origin.Read).FirstOrDefault(place => _analysis.IsOwn(place));
        return read?.SourceTree?.GetRoot(_analysis.CancellationToken).FindNode(read.SourceSpan, getInnermostNodeForTie: true).AncestorsAndSelf()
            .TakeWhile(node => node is not StatementSyntax).OfType<ArgumentSyntax>().LastOrDefault()?.Expression;
    }

    // SendAsync(prompt), LogPrompt(prompt): what the method sends or logs as it is.
    private void RememberPrompts(FlowHit hit)
    {
        foreach (var ordinal in hit.Value.Inputs.Where(input => input is { Parameter: >= 0, Path.Length: 0 } && input.Parameter < _call.Operands.Count).Select(input => input.Parameter))
        {
            if (_call.Operands[ordinal] is not { } operand)
            {
                continue;
            }

            if (hit.Sink.Kind == FlowSinkKind.AiCall)
            {
                _evaluator.RememberPrompt(operand, isPart: !_summary.Sent.Any(variable => variable is IParameterSymbol parameter && parameter.Ordinal == ordinal));
            }
            else if (hit.Sink.Kind == FlowSinkKind.Log)
            {
                _evaluator.RememberLogged(hit.Sink, operand);
            }
        }
    }

    private void Report(FlowHit hit, FlowValue value, FlowInput? ambient)
    {
        if (value.IsBlank)
        {
            return;
        }

        _analysis.Values.Record(hit.At, value);
        _analysis.Report(hit with { Value = value, Ambient = ambient, AmbientOf = ambient is null ? null : _target.ContainingType });
    }
}
