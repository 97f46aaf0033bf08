using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Calls of methods whose code is not here: known library methods by <see cref="CallModels"/>, all others by default.</summary>
internal sealed partial class FlowEvaluator
{
    private FlowValue InvokeModel(IInvocationOperation invocation, FlowValue receiver, List<FlowValue> arguments)
    {
        var method = invocation.TargetMethod;
        return CallModels.Classify(method) switch
        {
            CallModel.Identity => Identity(invocation, receiver, arguments),
            CallModel.Element => ElementOf(invocation, receiver, arguments),
            CallModel.Map => Map(invocation, Subject(invocation, receiver, arguments), arguments),
            CallModel.Group => Group(invocation, Subject(invocation, receiver, arguments), arguments),
            CallModel.Tuple => Tuple(invocation, arguments),
            CallModel.ToText => TextOf(invocation.Instance!, receiver),
            CallModel.Format => Format(invocation, arguments),
            CallModel.Serialize => Serialize(invocation, receiver, arguments),
            CallModel.Substring => Substring(invocation, receiver),
            _ => InvokeOther(invocation, receiver, arguments),
        };
    }

    /// <summary>The collection or task that an instance or extension method works on.</summary>
    private static FlowValue Subject(IInvocationOperation invocation, FlowValue receiver, List<FlowValue> arguments) =>
        invocation.Instance is null && arguments.Count > 0 ? arguments[0] : receiver;

    private FlowValue Identity(IInvocationOperation invocation, FlowValue receiver, List<FlowValue> arguments)
    {
        var subject = Subject(invocation, receiver, arguments);
        RunFunctions(invocation, arguments, ElementOf(subject), subject);
        if (invocation.TargetMethod.Name is not ("Concat" or "Append" or "Prepend" or "Union" or "Zip" or "UnionBy" or "DefaultIfEmpty" or "WhenAll" or "WhenAny"))
        {
            return subject;
        }

        var site = Sites.Made(invocation.Syntax, fresh: true);
        for (var i = 0; i < arguments.Count; i++)
        {
            CopyElements(arguments[i], site);
            AddTo(site, FlowMember.AnyElement, IsSequence(invocation.Arguments[i].Value.Type) ? ElementOf(arguments[i]) : arguments[i]);
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
        var key = arguments.Count == 1 && invocation.Instance is not null && invocation.Arguments[0].Value.ConstantValue is { HasValue: true, Value: { } constant }
            ? FlowMember.Element(constant)
            : FlowMember.AnyElement;
        var element = ReadElement(subject, key);
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

    private FlowValue Map(IInvocationOperation invocation, FlowValue subject, List<FlowValue> arguments)
    {
        var mapped = RunFunctions(invocation, arguments, ElementOf(subject), subject);
        if (invocation.TargetMethod.Name is "Run" or "StartNew" or "Aggregate" or "ContinueWith")
        {
            return mapped ?? (IsFunction(subject) ? FlowValue.Unknown : subject);
        }

        var site = Sites.Made(invocation.Syntax, fresh: true);
        var element = mapped ?? DeepOf(subject).AsText();
        _state.Set(site, FlowMember.AnyElement, invocation.TargetMethod.Name is "SelectMany" && mapped is not null ? ElementOf(mapped).Join(element.AsText()).Join(element) : element);
        return FlowValue.At(site);
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
        if (invocation.TargetMethod.Name is "ToDictionary")
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
                    inputs[i] = subject is not null && function.Symbol.Parameters[i].Type.Name is "KeyValuePair" ? ElementAs(function.Symbol.Parameters[i].Type, subject, invocation.Syntax) : element;
                }

                var returned = Run(invocation, function, inputs);
                result = result is null ? returned : result.Join(returned);
            }
        }

        return result;
    }

    private FlowValue Format(IInvocationOperation invocation, List<FlowValue> arguments)
    {
        var text = FlowValue.Clean;
        for (var i = 0; i < arguments.Count; i++)
        {
            var operand = invocation.Arguments[i].Value;
            if (operand is IArrayCreationOperation { Initializer: { } elements })
            {
                foreach (var element in elements.ElementValues)
                {
                    text = text.Join(TextOf(element, Evaluate(element)));
                }
            }
            else
            {
                text = text.Join(TextOf(operand, arguments[i]));
            }
        }

        return text;
    }

    private FlowValue Serialize(IInvocationOperation invocation, FlowValue receiver, List<FlowValue> arguments)
    {
        var text = DeepOf(receiver).AsText();
        for (var i = 0; i < arguments.Count; i++)
        {
            text = text.Join(SerializedOf(invocation.Arguments[i].Value, arguments[i]));
        }

        if (invocation.TargetMethod.Name.StartsWith("Serialize", StringComparison.Ordinal))
        {
            Fill(invocation, text);
        }

        return text;
    }

    // JsonSerializer.Serialize(stream, value): the stream holds the text afterwards.
    private void Fill(IInvocationOperation invocation, FlowValue text)
    {
        foreach (var argument in invocation.Arguments)
        {
            if (argument.Parameter?.Type.Name is "Stream" or "Utf8JsonWriter" or "TextWriter" or "IBufferWriter" or "XmlWriter")
            {
                foreach (var site in Evaluate(argument.Value).Sites)
                {
                    AddTo(site, FlowMember.AnyElement, text);
                }
            }
        }
    }

    private FlowValue InvokeOther(IInvocationOperation invocation, FlowValue receiver, List<FlowValue> arguments)
    {
        var method = invocation.TargetMethod;
        var carried = Carried(invocation, receiver, arguments);
        var subjectIsGuarded = Subject(invocation, receiver, arguments).IsGuarded;
        if (method.MethodKind == MethodKind.Constructor)
        {
            KeepInBase(invocation, receiver, arguments);
        }

        switch (method.Name)
        {
            case "Clear":
                Empty(receiver);
                break;
            case "CopyTo" or "TryCopyTo" or "Copy" or "BlockCopy" or "GetChars" or "GetBytes" or "TryFormat":
                CopyTo(invocation, Subject(invocation, receiver, arguments), arguments);
                break;
            default:
                if (CallModels.Fills(method))
                {
                    Fill(invocation, receiver, arguments);
                }

                break;
        }

        for (var i = 0; i < arguments.Count; i++)
        {
            if (invocation.Arguments[i].Parameter is { RefKind: RefKind.Out or RefKind.Ref } parameter && TextCarriers.CanCarry(parameter.Type))
            {
                Assign(invocation.Arguments[i].Value, receiver.Sites.IsEmpty ? carried.WithSites(arguments[i].Sites) : FoundIn(invocation, receiver));
            }
        }

        if (method.ReturnsVoid || method.Name is "Post" or "SendAsync" or "InvokeAsync")
        {
            // progress.Report(x), block.Post(x): the object runs the function that it was made with.
            InvokeDelegates(invocation, ElementOf(receiver), arguments);
        }

        if (!TextCarriers.CanCarry(method.ReturnType))
        {
            return FlowValue.Unknown;
        }

        if (CallModels.ReturnsReceiver(method))
        {
            var subject = Subject(invocation, receiver, arguments);
            return subject.Sites.IsEmpty || method.ContainingType.Name.StartsWith("Immutable", StringComparison.Ordinal) ? Extended(invocation, subject, arguments) : subject;
        }

        if (method.ReturnType.SpecialType == SpecialType.System_String)
        {
            return carried.AsText();
        }

        if (subjectIsGuarded)
        {
            // A builder or wrapper of a guarded client builds a guarded client.
            return carried.WithSite(Sites.Made(invocation.Syntax, fresh: false)).AsGuarded();
        }

        // A part of a library object, or an object around it: what is put into one is in the other.
        var around = carried.WithSite(Sites.Made(invocation.Syntax, fresh: false));
        return IsLibrary(method) && TextCarriers.CanHoldOthers(method.ReturnType) ? around.WithSites(around.Sites.AddRange(receiver.Sites).Sort()) : around;
    }

    // : base(message) of a library class: what it is given is in the object.
    private void KeepInBase(IInvocationOperation invocation, FlowValue receiver, List<FlowValue> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            foreach (var site in TextCarriers.CanCarry(invocation.Arguments[i].Parameter?.Type) ? receiver.Sites : [])
            {
                AddTo(site, FlowMember.AnyElement, arguments[i]);
            }
        }
    }

    // ImmutableList.Add: a copy with one element more.
    private FlowValue Extended(IInvocationOperation invocation, FlowValue subject, List<FlowValue> arguments)
    {
        var site = Sites.Made(invocation.Syntax, fresh: true);
        CopyElements(subject, site);
        foreach (var argument in arguments)
        {
            AddTo(site, FlowMember.AnyElement, argument);
            CopyElements(argument, site);
        }

        return FlowValue.At(site);
    }

    // Clear, or CopyTo: the receiver loses what it holds, or the argument gets it.
    private void Empty(FlowValue receiver)
    {
        if (receiver.Sites.Length == 1)
        {
            _state.Empty(receiver.Sites[0]);
        }
    }

    private void CopyTo(IInvocationOperation invocation, FlowValue source, List<FlowValue> arguments)
    {
        var target = -1;
        for (var i = invocation.Instance is null ? 1 : 0; i < arguments.Count; i++)
        {
            target = Unconverted(invocation.Arguments[i].Value).Type is IArrayTypeSymbol or { Name: "Span" or "Memory" } ? i : target;
        }

        if (target < 0)
        {
            return;
        }

        if (invocation.TargetMethod.Name is "GetChars" or "GetBytes")
        {
            source = source.Join(Joined(arguments));
        }

        if (arguments[target].Sites.IsEmpty)
        {
            Assign(invocation.Arguments[target].Value, arguments[target].Join(DeepOf(source).AsText()));
        }

        foreach (var site in arguments[target].Sites)
        {
            CopyElements(source, site);
        }
    }

    /// <summary>Everything that is given to a call: it may be in the result.</summary>
    private FlowValue Carried(IInvocationOperation invocation, FlowValue receiver, List<FlowValue> arguments)
    {
        var byKey = CallModels.FindsByKey(invocation.TargetMethod);
        var carried = byKey ? receiver.AsText() : DeepOf(receiver).AsText();
        for (var i = 0; i < arguments.Count && !byKey; i++)
        {
            if (!CallModels.IsKey(invocation, i) && TextCarriers.CanCarry(Unconverted(invocation.Arguments[i].Value).Type))
            {
                carried = carried.Join(DeepOf(arguments[i]).AsText());
            }
        }

        var element = ElementOf(Subject(invocation, receiver, arguments));
        foreach (var argument in arguments)
        {
            element = invocation.TargetMethod.Name is "Create" && !IsFunction(argument) ? element.Join(argument) : element;
        }

        return RunFunctions(invocation, arguments, element) is { } returned ? carried.Join(DeepOf(returned).AsText()) : carried;
    }

    private FlowValue FoundIn(IInvocationOperation invocation, FlowValue receiver)
    {
        var key = invocation.Arguments.Length > 0 && invocation.Arguments[0].Value.ConstantValue is { HasValue: true, Value: { } constant }
            ? FlowMember.Element(constant)
            : FlowMember.AnyElement;
        return ReadElement(receiver, key);
    }

    private void Fill(IInvocationOperation invocation, FlowValue receiver, List<FlowValue> arguments)
    {
        var subject = Subject(invocation, receiver, arguments);
        var first = invocation.Instance is null ? 1 : 0;
        var keyed = arguments.Count - first == 2 && invocation.TargetMethod.Name is "Add" or "TryAdd" or "Insert" or "SetValue" or "TryUpdate" or "AddOrUpdate";
        var key = keyed && invocation.Arguments[first].Value.ConstantValue is { HasValue: true, Value: { } constant } && invocation.TargetMethod.Name is not ("Insert" or "SetValue")
            ? FlowMember.Element(constant)
            : FlowMember.AnyElement;
        for (var i = first; i < arguments.Count; i++)
        {
            if (!TextCarriers.CanCarry(invocation.Arguments[i].Parameter?.Type))
            {
                continue;
            }

            if (keyed && i == first && invocation.TargetMethod.Name is "Add" or "TryAdd")
            {
                StoreKey(subject, arguments[i]);
                continue;
            }

            var value = invocation.TargetMethod.Name is "Append" or "AppendLine" or "Write" or "WriteLine" or "AppendFormat" or "AppendJoin" ? TextOf(invocation.Arguments[i].Value, arguments[i]) : arguments[i];
            foreach (var site in subject.Sites)
            {
                if (invocation.TargetMethod.Name.EndsWith("Range", StringComparison.Ordinal) || invocation.TargetMethod.Name is "UnionWith")
                {
                    CopyElements(value, site);
                    AddTo(site, FlowMember.AnyElement, ElementOf(value));
                }
                else
                {
                    AddTo(site, key, value);
                }
            }
        }
    }
}
