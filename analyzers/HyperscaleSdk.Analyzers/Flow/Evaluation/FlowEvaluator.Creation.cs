using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using HyperscaleSdk.Analyzers.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Objects, records, tuples, arrays, collections and functions that the method makes.</summary>
internal sealed partial class FlowEvaluator
{
    private FlowValue Create(IObjectCreationOperation creation)
    {
        var site = Sites.Made(creation.Syntax, fresh: true, creation.Type);
        var made = FlowValue.At(site);
        var arguments = new List<FlowValue>();
        foreach (var argument in creation.Arguments)
        {
            arguments.Add(Evaluate(argument.Value));
        }

        if (creation.Constructor is { } constructor && (!IsLibrary(constructor.ContainingType) || Engine.Referenced.Knows(constructor.OriginalDefinition)))
        {
            Construct(creation, constructor.OriginalDefinition, made, arguments);
        }
        else
        {
            ConstructLibrary(creation, site, arguments);
        }

        if (creation.Initializer is { } initializer)
        {
            Evaluate(initializer);
        }

        if (FlowSinks.IsException(creation.Type) && HasOwnMessage(creation.Type!, site))
        {
            Log(new FlowSink(FlowSinkKind.Log, creation.Type!.Name, creation.Syntax, ClientSyntax: null, ProviderId: null), creation.Arguments);
        }

        if (creation.Type?.SpecialType == SpecialType.System_String && creation.Arguments.Zip(arguments, (argument, value) => HoldsNothing(argument.Value, value)).All(holdsNothing => holdsNothing))
        {
            // new string('*', 5)
            return FlowValue.Clean;
        }

        // A fresh string (new string(chars)) is text, not an object.
        return creation.Type?.SpecialType == SpecialType.System_String ? DeepOf(made).AsText() : WithDeclaredType(Around(made, creation, arguments), creation);
    }

    // class AnswerException(string raw) : Exception("The answer is no JSON."): only its message is printed wherever it is caught.
    private bool HasOwnMessage(ITypeSymbol exception, int site) =>
        IsLibrary(exception) || _state.Get(site, nameof(System.Exception.Message)) is { IsNothing: false } || Overrides(exception, nameof(System.Exception.Message)) || Overrides(exception, nameof(ToString));

    // new Utf8JsonWriter(stream): what is written to it is in the stream.
    private FlowValue Around(FlowValue made, IObjectCreationOperation creation, List<FlowValue> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (IsLibrary(creation.Type!) && TextCarriers.CanHoldOthers(creation.Type!) && creation.Arguments[i].Parameter is { Type: { } inner } && (TextCarriers.CanHoldOthers(inner) || inner.Name is "IBufferWriter"))
            {
                made = made.Join(FlowValue.Unknown.WithSites(arguments[i].Sites));
            }
        }

        return made;
    }

    private void Construct(IObjectCreationOperation creation, IMethodSymbol constructor, FlowValue made, List<FlowValue> arguments)
    {
        var values = new FlowValue[constructor.Parameters.Length];
        var operands = new IOperation?[constructor.Parameters.Length];
        for (var i = 0; i < arguments.Count; i++)
        {
            var ordinal = creation.Arguments[i].Parameter?.Ordinal ?? i;
            if (ordinal < values.Length)
            {
                values[ordinal] = arguments[i];
                operands[ordinal] = creation.Arguments[i].Value;
            }
        }

        for (var i = 0; i < values.Length; i++)
        {
            values[i] ??= FlowValue.Unknown;
        }

        Call(new FlowCall(creation, constructor, made, values, operands) { IsExact = true });
    }

    private void ConstructLibrary(IObjectCreationOperation creation, int site, List<FlowValue> arguments)
    {
        if (creation.Type?.Name is "Tuple" or "ValueTuple" or "KeyValuePair")
        {
            FillTuple(site, creation.Type, arguments);
            return;
        }

        if (IsXml(creation.Type))
        {
            ConstructXml(creation, site, arguments);
            return;
        }

        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = creation.Arguments[i];
            if (MemberOf(creation.Type, argument.Parameter?.Name) is { } member && (Engine.Owners.IsModel(creation.Type!) || IsSettable(creation.Type!, member)))
            {
                // A parameter that is called like a member is that member.
                _state.Set(site, member, arguments[i]);
            }
            else if (IsCollectionCopy(creation.Type, argument))
            {
                if (arguments.Count == 1 && creation.Type is { Name: "List" or "Queue" or "LinkedList" } && IsByPlace(argument.Value) && InOrder(arguments[i]) is { } elements && _state.MembersOf(site).IsEmpty)
                {
                    _state.SetElements(site, elements);
                    continue;
                }

                CopyElements(arguments[i], site);
                AddTo(site, FlowMember.AnyElement, ElementOf(arguments[i]));
            }
            else if (TextCarriers.CanCarry(argument.Parameter?.Type) && !(creation.Type?.Name is "Lazy" && IsFunction(arguments[i])))
            {
                AddTo(site, FlowMember.AnyElement, arguments[i]);
                KeepMessage(site, creation.Type!, argument.Parameter, arguments[i]);
                if (IsSequence(argument.Parameter?.Type))
                {
                    AddTo(site, FlowMember.AnyElement, ElementOf(arguments[i]));
                }
            }

            if (creation.Type?.Name is "Lazy" && IsFunction(arguments[i]))
            {
                _state.Set(site, FlowMember.Factory, arguments[i]);
            }

            if (IsFunction(arguments[i]) && RunFunctions(creation, [arguments[i]], StateOf(creation.Arguments, arguments) ?? FlowValue.Unknown) is { } result)
            {
                AddTo(site, FlowMember.AnyElement, result);
            }
        }
    }

    /// <summary>What a function is given when it runs: <c>new Timer(callback, state, ...)</c>.</summary>
    private static FlowValue? StateOf(ImmutableArray<IArgumentOperation> arguments, List<FlowValue> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (arguments[i].Parameter?.Name is "state")
            {
                return values[i];
            }
        }

        return null;
    }

    private FlowValue WithDeclaredType(FlowValue value, IOperation at) =>
        at.Type is { } type && !type.GetAttributes().IsEmpty ? WithDeclared(value, type, at) : value;

    // FunctionResultContent.Result: what is set later takes the place of what the constructor was given.
    private static bool IsSettable(ITypeSymbol type, string member) =>
        type.GetMembers(member).OfType<IPropertySymbol>().Any(property => property is { SetMethod: { DeclaredAccessibility: Accessibility.Public, IsInitOnly: false }, Type.SpecialType: SpecialType.System_String or SpecialType.System_Object });

    private static string? MemberOf(ITypeSymbol? type, string? parameter)
    {
        for (var owner = type; owner is not null && parameter is not null; owner = owner.BaseType)
        {
            foreach (var member in owner.GetMembers())
            {
                if (member is IPropertySymbol or IFieldSymbol { IsImplicitlyDeclared: false }
                    && string.Equals(member.Name.TrimStart('_'), parameter, StringComparison.OrdinalIgnoreCase))
                {
                    return member.Name;
                }
            }
        }

        return null;
    }

    private static bool IsCollectionCopy(ITypeSymbol? type, IArgumentOperation argument) =>
        argument.Parameter?.Type.Name is "IEnumerable" or "IList" or "ICollection" or "IReadOnlyList" or "IDictionary"
        && type?.ContainingNamespace?.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal) == true;

    private void CopyElements(FlowValue from, int to)
    {
        foreach (var site in from.Sites)
        {
            _state.CopyMembers(site, to, isBeside: Sites[to].Input is not null);
        }

        if (!from.IsBlank)
        {
            AddTo(to, FlowMember.AnyElement, from.AsText());
        }
    }

    private void AddTo(int site, string member, FlowValue value)
    {
        // An object from outside has what it had before beside it.
        _state.Set(site, member, _state.Get(site, member)?.Join(value) ?? (Sites[site].Input is null ? value : value.WithInitial()));
    }

    private FlowValue CopyOf(IOperation with, FlowValue original, ITypeSymbol? copied)
    {
        var fresh = original.Sites.Length == 1 && Sites[original.Sites[0]].IsFresh;
        var site = Sites.Made(with.Syntax, fresh, copied);
        foreach (var from in original.Sites)
        {
            _state.CopyMembers(from, site);
        }

        if (!fresh && copied is { } type)
        {
            // What the copy does not change is what the original has, wherever that came from.
            foreach (var name in NamesOf(type))
            {
                AddTo(site, name, ReadPart(original, name).WithoutInitial());
            }
        }

        return original.AsText().WithoutInputs().WithSite(site);
    }

    private static IEnumerable<string> NamesOf(ITypeSymbol type)
    {
        for (var owner = type; owner is { SpecialType: SpecialType.None }; owner = owner.BaseType!)
        {
            foreach (var member in owner.GetMembers())
            {
                if (member is IPropertySymbol { IsStatic: false, IsIndexer: false, IsImplicitlyDeclared: false } or IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false })
                {
                    yield return member.Name;
                }
            }
        }
    }

    private FlowValue CreateAnonymous(IAnonymousObjectCreationOperation anonymous)
    {
        var site = Sites.Made(anonymous.Syntax, fresh: true);
        foreach (var initializer in anonymous.Initializers)
        {
            if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property } assignment)
            {
                _state.Set(site, property.Property.Name, Evaluate(assignment.Value));
            }
        }

        return FlowValue.At(site);
    }

    private FlowValue CreateTuple(ITupleOperation tuple)
    {
        var site = Sites.Made(tuple.Syntax, fresh: true);
        for (var i = 0; i < tuple.Elements.Length; i++)
        {
            _state.Set(site, "Item" + (i + 1).ToString(CultureInfo.InvariantCulture), Evaluate(tuple.Elements[i]));
        }

        return FlowValue.At(site);
    }

    private FlowValue CreateArray(IArrayCreationOperation array)
    {
        foreach (var size in array.DimensionSizes)
        {
            Evaluate(size);
        }

        return array.Initializer is { } initializer
            ? CreateCollection(array, initializer.ElementValues)
            : FlowValue.At(Sites.Made(array.Syntax, fresh: true));
    }

    private FlowValue CreateCollection(IOperation collection, ImmutableArray<IOperation> elements)
    {
        var site = collection.IsImplicit ? Sites.Params(collection.Syntax) : Sites.Made(collection.Syntax, fresh: true);
        int? place = 0;
        foreach (var element in elements)
        {
            if (element is ISpreadOperation spread)
            {
                var spreadValue = Evaluate(spread.Operand);
                var known = IsByPlace(spread.Operand) ? InOrder(spreadValue) : null;
                place = known is null ? null : place;
                if (place is null)
                {
                    CopyElements(spreadValue, site);
                    AddTo(site, FlowMember.AnyElement, ElementOf(spreadValue));
                }

                foreach (var one in place is null ? [] : known!)
                {
                    _state.Set(site, FlowMember.Element(place!), one);
                    place++;
                }
            }
            else if (place is { } next && element is not IArrayInitializerOperation)
            {
                _state.Set(site, FlowMember.Element(next), Evaluate(element));
                place++;
            }
            else
            {
                AddTo(site, FlowMember.AnyElement, element is IArrayInitializerOperation nested ? CreateCollection(nested, nested.ElementValues) : Evaluate(element));
            }
        }

        return FlowValue.At(site);
    }

    // first => second => first + second: each function that the outer one makes has its own first.
    private IEnumerable<KeyValuePair<ISymbol, FlowValue>> BoundBy(IFlowAnonymousFunctionOperation lambda)
    {
        for (var outer = lambda.Symbol.ContainingSymbol as IMethodSymbol; outer is not null; outer = outer.ContainingSymbol as IMethodSymbol)
        {
            foreach (var parameter in outer.Parameters)
            {
                if (_state.Get(parameter) is { } value && !SingleInitializer.IsSetAgain(parameter, lambda.Syntax))
                {
                    yield return new(parameter, value);
                }
            }
        }
    }

    // [CollectionBuilder(typeof(LinesBuilder), nameof(LinesBuilder.Create))]: the method is given the elements.
    private FlowValue CreateCollection(ICollectionExpressionOperation collection)
    {
        var elements = CreateCollection(collection, collection.Elements);
        return collection.ConstructMethod is { MethodKind: MethodKind.Ordinary } builder && !IsLibrary(builder)
            && Call(new FlowCall(collection, builder.OriginalDefinition, FlowValue.Unknown, [elements], [null]) { IsExact = true }) is { } built ? built : elements;
    }

    private FlowValue CreateFunction(IFlowAnonymousFunctionOperation lambda)
    {
        var function = new FlowFunction(lambda.Symbol, _graph, lambda, _self) { Bound = [.. _analysis.IsInPlaceOfCall ? BoundBy(lambda) : []] };
        var value = FlowValue.At(Sites.Function(lambda.Symbol, function));

        // It may run at any time from here on: calls inside it are seen with what it captures now.
        _analysis.Call(function, [], _state, lambda);
        return value;
    }
}
