using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Calls of methods whose code is not here: known library methods by <see cref="CallModels"/>, all others by default.</summary>
internal sealed partial class FlowEvaluator
{
    private readonly SortedList<int, (IInvocationOperation Call, FlowValue Source, FlowValue Function, FlowValue Element)> _queries = [];

    private FlowValue InvokeModel(IInvocationOperation invocation, FlowValue receiver, List<FlowValue> arguments)
    {
        var method = invocation.TargetMethod;
        return CallModels.Classify(method) switch
        {
            CallModel.Identity => Identity(invocation, receiver, arguments),
            CallModel.Element => ElementOf(invocation, receiver, arguments),
            CallModel.Map => Map(invocation, Subject(invocation, receiver, arguments), arguments),
            CallModel.Parts => Parts(invocation, Subject(invocation, receiver, arguments), arguments),
            CallModel.Group => Group(invocation, Subject(invocation, receiver, arguments), arguments),
            CallModel.Tuple => Tuple(invocation, arguments),
            CallModel.ToText => TextOf(invocation.Instance!, receiver),
            CallModel.Format => Format(invocation, arguments),
            CallModel.Serialize => Serialize(invocation, receiver, arguments),
            CallModel.Measure => Measure(invocation, Subject(invocation, receiver, arguments), arguments),
            CallModel.XmlPart => XmlPart(invocation, receiver, arguments),
            CallModel.RegexReplace => ReplaceByRegex(invocation, receiver, arguments),
            CallModel.Substring => Substring(invocation, Subject(invocation, receiver, arguments).AsText()),
            _ => InvokeOther(invocation, receiver, arguments),
        };
    }

    /// <summary>The collection or task that an instance or extension method works on.</summary>
    private static FlowValue Subject(IInvocationOperation invocation, FlowValue receiver, List<FlowValue> arguments) =>
        invocation.Instance is null && arguments.Count > 0 ? arguments[0] : receiver;

    private FlowValue Identity(IInvocationOperation invocation, FlowValue receiver, List<FlowValue> arguments)
    {
        var subject = Subject(invocation, receiver, arguments);
        if (invocation.TargetMethod.Name is "GetEnumerator" && invocation.Instance is { } looped)
        {
            return WithKeptElements(looped, subject);
        }

        RunFunctions(invocation, arguments, ElementOf(subject), subject);
        if (invocation.TargetMethod is { Name: "OfType", TypeArguments.Length: 1 } filter)
        {
            return OfType(invocation, subject, filter.TypeArguments[0]);
        }

        if (invocation.TargetMethod.Name is "ToList" or "ToArray" or "ToListAsync" or "ToArrayAsync" or "ToImmutableArray" or "ToImmutableList")
        {
            return Listed(invocation, subject);
        }

        if (invocation.TargetMethod.Name is "Skip" or "SkipLast" or "Take" or "TakeLast" && SomeOf(invocation, subject) is { } some)
        {
            return some;
        }

        if (invocation.TargetMethod.ReturnsVoid || (invocation.TargetMethod.Name is "AsSpan" or "AsMemory" && arguments.Count > 1))
        {
            // Array.Reverse(items); or a part, whose first element is another one of the whole.
            Mix(subject);
        }

        if (invocation.TargetMethod.Name is not ("Concat" or "Append" or "Prepend" or "Union" or "UnionBy" or "DefaultIfEmpty" or "WhenAll" or "WhenAny"))
        {
            return subject;
        }

        var site = Sites.Made(invocation.Syntax, fresh: true);
        for (var i = 0; i < arguments.Count; i++)
        {
            CopyElements(arguments[i], site);
            // The results of tasks stand where the tasks stood.
            if (!(invocation.TargetMethod.Name is "WhenAll" && CountOf(arguments[i]) is > 0))
            {
                AddTo(site, FlowMember.AnyElement, IsSequence(invocation.Arguments[i].Value.Type) ? ElementOf(arguments[i]) : arguments[i]);
            }
        }

        return FlowValue.At(site);
    }

    private FlowValue Tuple(IOperation at, List<FlowValue> arguments)
    {
        var site = Sites.Made(at.Syntax, fresh: true, at.Type);
        FillTuple(site, at.Type, arguments);
        return FlowValue.At(site);
    }

    private void FillTuple(int site, ITypeSymbol? type, List<FlowValue> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            var place = type?.Name is not "KeyValuePair" ? "Item" + (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) : i == 0 ? FlowMember.Keys : FlowMember.AnyElement;
            _state.Set(site, place, arguments[i]);
        }
    }

    private static bool IsSequence(ITypeSymbol? type) => type is IArrayTypeSymbol
        || type is INamedTypeSymbol { SpecialType: not SpecialType.System_String } named && (named.Name is "IEnumerable" || named.AllInterfaces.Length > 0 && HasEnumerable(named));

    private static bool HasEnumerable(INamedTypeSymbol type)
    {
        foreach (var contract in type.AllInterfaces)
        {
            if (contract.SpecialType == SpecialType.System_Collections_IEnumerable)
            {
                return true;
            }
        }

        return false;
    }

    private FlowValue ElementOf(FlowValue collection) => ReadElement(collection, FlowMember.AnyElement);

    private FlowValue ElementOf(IInvocationOperation invocation, FlowValue receiver, List<FlowValue> arguments)
    {
        var subject = Subject(invocation, receiver, arguments);
        var key = EndOf(invocation) ?? (arguments.Count == 1 && invocation.Instance is not null ? ElementKey(invocation.Arguments[0].Value) : FlowMember.AnyElement);
        var element = FindInOrder(invocation, subject) ?? ReadElement(subject, key);
        var given = invocation.TargetMethod.Name is "GetOrAdd" or "AddOrUpdate" ? arguments[invocation.Instance is null ? 1 : 0] : element;
        if (RunFunctions(invocation, arguments, given) is { } made && invocation.TargetMethod.Name is "GetOrAdd" or "AddOrUpdate" or "Max" or "Min")
        {
            foreach (var site in subject.Sites)
            {
                AddTo(site, key, made);
            }

            element = element.Join(made);
        }

        for (var i = invocation.Instance is null ? 1 : 0; i < arguments.Count; i++)
        {
            if (i > (invocation.Instance is null ? 1 : 0) && invocation.TargetMethod.Name is "GetOrAdd" or "AddOrUpdate" && !IsFunction(arguments[i]) && invocation.Arguments[i].Parameter?.Name is not "factoryArgument")
            {
                // table.GetOrAdd(key, value)
                foreach (var site in subject.Sites)
                {
                    AddTo(site, key, arguments[i]);
                }
            }

            if (invocation.Arguments[i].Parameter is { RefKind: RefKind.Out })
            {
                Assign(invocation.Arguments[i].Value, element);
            }
            else if (i > (invocation.Instance is null ? 1 : 0) && invocation.TargetMethod.Name is "GetOrAdd" or "GetValueOrDefault" or "FirstOrDefault" or "AddOrUpdate" && !IsFunction(arguments[i]))
            {
                element = element.Join(arguments[i]);
            }
        }

        return element;
    }

    // items.Skip(1), items.Take(2), where the places are certain.
    private FlowValue? SomeOf(IInvocationOperation invocation, FlowValue subject)
    {
        if (invocation is not { Instance: null, Arguments.Length: 2 } || !IsByPlace(invocation.Arguments[0].Value) || InOrder(subject) is not { } elements || Offset(invocation.Arguments[1].Value) is not (>= 0 and var count))
        {
            return null;
        }

        count = Math.Min(count, elements.Count);
        return Listed(invocation, subject, invocation.TargetMethod.Name switch
        {
            "Skip" => elements.GetRange(count, elements.Count - count),
            "SkipLast" => elements.GetRange(0, elements.Count - count),
            "Take" => elements.GetRange(0, count),
            _ => elements.GetRange(elements.Count - count, count),
        });
    }

    // items.First(), items.Last()
    private static string? EndOf(IInvocationOperation invocation) => invocation is { Arguments.Length: 1, Instance: null } && IsByPlace(invocation.Arguments[0].Value) ? invocation.TargetMethod.Name switch
    {
        "First" or "FirstOrDefault" => FlowMember.Element(0),
        "Last" or "LastOrDefault" => FlowMember.FromEnd(1),
        _ => null,
    }
    : null;

    private FlowValue Map(IInvocationOperation invocation, FlowValue subject, List<FlowValue> arguments)
    {
        if (invocation.TargetMethod.Name is "Aggregate")
        {
            return Aggregate(invocation, subject, arguments);
        }

        var mapped = RunFunctions(invocation, arguments, StateOf(invocation.Arguments, arguments) ?? ElementOf(subject), subject);
        if (invocation.TargetMethod.Name is "Run" or "StartNew" or "ContinueWith")
        {
            return mapped ?? (IsFunction(subject) ? FlowValue.Unknown : subject);
        }

        var site = Sites.Made(invocation.Syntax, fresh: true);
        var element = mapped ?? DeepOf(subject).AsText();
        _state.Set(site, FlowMember.AnyElement, invocation.TargetMethod.Name is "SelectMany" && mapped is not null ? ElementOf(mapped).Join(element.AsText()).Join(element) : element);
        if (invocation is { TargetMethod.Name: "Select", Arguments.Length: 2 } && IsFunction(arguments[arguments.Count - 1]))
        {
            _queries[site] = (invocation, subject, arguments[arguments.Count - 1], ElementOf(subject));
        }

        return FlowValue.At(site);
    }

    // var lines = words.Select(...); words.Add(word): the query has not run yet.
    private void Requery(ImmutableArray<int> changed)
    {
        foreach (var site in _queries.Keys.ToList())
        {
            var query = _queries[site];
            if (query.Source.Sites.Any(changed.Contains) && ElementOf(query.Source) is var element && !element.Equals(query.Element))
            {
                _queries[site] = query with { Element = element };
                AddTo(site, FlowMember.AnyElement, RunFunctions(query.Call, [query.Function], element, query.Source) ?? element);
            }
        }
    }

    /// <summary>What the first function makes of the seed and of each element in turn; the last one is given the result.</summary>
    private FlowValue Aggregate(IInvocationOperation invocation, FlowValue subject, List<FlowValue> arguments)
    {
        const int Rounds = 2;
        var functions = arguments.FindAll(IsFunction);
        if (functions.Count == 0)
        {
            return Joined(arguments);
        }

        subject = WithKeptElements(invocation.Instance ?? invocation.Arguments[0].Value, subject);
        var isSeeded = arguments.Count > (invocation.Instance is null ? 2 : 1);
        var seed = isSeeded ? arguments[invocation.Instance is null ? 1 : 0] : null;
        if (InOrder(subject) is { Count: > 0 } elements)
        {
            // Each in its turn: what the second of two masks is given, the first has left.
            var last = elements.Skip(isSeeded ? 0 : 1).Aggregate(seed ?? elements[0], (state, next) => RunFunction(invocation, functions[0], [state, next]));
            return functions.Count > 1 ? RunFunction(invocation, functions[1], [last]) : last;
        }

        var element = ElementAs(TextCarriers.ElementOf((invocation.Instance ?? invocation.Arguments[0].Value).Type), subject, invocation.Syntax);
        var state = seed ?? element;
        for (var round = 0; round < Rounds; round++)
        {
            state = state.Join(RunFunction(invocation, functions[0], [state, element]));
        }

        return functions.Count > 1 ? RunFunction(invocation, functions[1], [state]) : state;
    }

    private FlowValue RunFunction(IOperation invocation, FlowValue function, IReadOnlyList<FlowValue> inputs)
    {
        FlowValue? result = null;
        foreach (var site in function.Sites)
        {
            if (Sites[site].Function is { } known)
            {
                var returned = Run(invocation, known, inputs);
                result = result is null ? returned : result.Join(returned);
            }
        }

        return result ?? Joined(inputs);
    }

    /// <summary>GroupBy, ToDictionary, ToLookup: values by what the first function makes of them.</summary>
    private FlowValue Group(IInvocationOperation invocation, FlowValue subject, List<FlowValue> arguments)
    {
        var element = ElementOf(subject);
        var results = new List<FlowValue>();
        foreach (var argument in arguments)
        {
            if (IsFunction(argument))
            {
                results.Add(RunFunctions(invocation, [argument], element, subject) ?? FlowValue.Unknown);
            }
        }

        var value = results.Count > 1 ? results[1] : element;
        var site = Sites.Made(invocation.Syntax, fresh: true);
        var key = results.Count > 0 ? results[0] : FlowValue.Clean;
        if (invocation.TargetMethod.Name.IndexOf("Dictionary", StringComparison.Ordinal) >= 0)
        {
            _state.Set(site, FlowMember.AnyElement, value);
        }
        else
        {
            var group = Sites.Made(invocation.Arguments[invocation.Arguments.Length - 1].Syntax, fresh: true);
            _state.Set(group, FlowMember.AnyElement, value);
            _state.Set(group, FlowMember.Keys, key);
            _state.Set(site, FlowMember.AnyElement, FlowValue.At(group));
        }

        _state.Set(site, FlowMember.Keys, key);
        return FlowValue.At(site);
    }

    private FlowValue? RunFunctions(IOperation invocation, IReadOnlyList<FlowValue> arguments, FlowValue element, FlowValue? subject = null)
    {
        FlowValue? result = null;
        foreach (var argument in arguments)
        {
            foreach (var site in argument.Sites)
            {
                if (Sites[site].Function is not { } function)
                {
                    continue;
                }

                var inputs = new FlowValue[function.Symbol.Parameters.Length];
                for (var i = 0; i < inputs.Length; i++)
                {
                    var type = function.Symbol.Parameters[i].Type;

                    // (element, index) => ...: the index is none of the data.
                    inputs[i] = i > 0 && type.SpecialType == SpecialType.System_Int32 ? FlowValue.Clean
                        : subject is not null && type.Name is "KeyValuePair" ? ElementAs(type, subject, invocation.Syntax)
                        : element;
                }

                var returned = Run(invocation, function, inputs);
                result = result is null ? returned : result.Join(returned);
            }
        }

        return result;
    }
}
