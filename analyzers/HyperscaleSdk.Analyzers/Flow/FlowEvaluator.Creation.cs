using System;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Objects, records, tuples, arrays, collections and functions that the method makes.</summary>
internal sealed partial class FlowEvaluator
{
    private FlowValue Create(IObjectCreationOperation creation)
    {
        var site = _analysis.Sites.Made(creation.Syntax, fresh: true);
        var library = creation.Type is null || IsLibrary(creation.Type);
        foreach (var argument in creation.Arguments)
        {
            var value = Evaluate(argument.Value);
            var member = library ? null : MemberOf(creation.Type, argument.Parameter?.Name);
            if (member is not null)
            {
                _state.Set(site, member, value);
            }
            else if (library && IsCollectionCopy(creation.Type, argument))
            {
                CopyElements(value, site);
            }
            else if (TextCarriers.CanCarry(argument.Parameter?.Type))
            {
                AddTo(site, AnyElement, value);
            }
        }

        if (creation.Initializer is { } initializer)
        {
            Evaluate(initializer);
        }

        // A fresh string (new string(chars)) is text, not an object.
        var made = FlowValue.At(site);
        return creation.Type?.SpecialType == SpecialType.System_String ? DeepOf(made).AsText() : WithDeclaredType(made, creation);
    }

    private FlowValue WithDeclaredType(FlowValue value, IOperation at) =>
        at.Type is { } type && !type.GetAttributes().IsEmpty ? WithDeclared(value, type, at) : value;

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
            _state.CopyMembers(site, to);
        }

        if (!from.Origins.IsEmpty)
        {
            AddTo(to, AnyElement, from.AsText());
        }
    }

    private void AddTo(int site, string member, FlowValue value)
    {
        var known = _state.Get(site, member);
        _state.Set(site, member, known is null ? value : known.Join(value));
    }

    private FlowValue CopyOf(IWithOperation with)
    {
        var original = Evaluate(with.Operand);
        var site = _analysis.Sites.Made(with.Syntax, fresh: false);
        foreach (var from in original.Sites)
        {
            _state.CopyMembers(from, site);
            if (_analysis.Sites.IsFresh(from) && original.Sites.Length == 1)
            {
                _analysis.Sites.Made(with.Syntax, fresh: true);
            }
        }

        if (with.Initializer is { } initializer)
        {
            Evaluate(initializer);
        }

        return original.AsText().WithSite(site);
    }

    private FlowValue CreateAnonymous(IAnonymousObjectCreationOperation anonymous)
    {
        var site = _analysis.Sites.Made(anonymous.Syntax, fresh: true);
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
        var site = _analysis.Sites.Made(tuple.Syntax, fresh: true);
        var fields = (tuple.Type as INamedTypeSymbol)?.TupleElements ?? [];
        for (var i = 0; i < tuple.Elements.Length; i++)
        {
            var value = Evaluate(tuple.Elements[i]);
            _state.Set(site, "Item" + (i + 1).ToString(CultureInfo.InvariantCulture), value);
            if (i < fields.Length)
            {
                _state.Set(site, fields[i].Name, value);
            }
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
            : FlowValue.At(_analysis.Sites.Made(array.Syntax, fresh: true));
    }

    private FlowValue CreateCollection(IOperation collection, ImmutableArray<IOperation> elements)
    {
        var site = _analysis.Sites.Made(collection.Syntax, fresh: true);
        for (var i = 0; i < elements.Length; i++)
        {
            switch (elements[i])
            {
                case ISpreadOperation spread:
                    CopyElements(Evaluate(spread.Operand), site);
                    break;
                case IArrayInitializerOperation nested:
                    AddTo(site, AnyElement, CreateCollection(nested, nested.ElementValues));
                    break;
                default:
                    _state.Set(site, "[" + i.ToString(CultureInfo.InvariantCulture) + "]", Evaluate(elements[i]));
                    break;
            }
        }

        return FlowValue.At(site);
    }

    private FlowValue CreateFunction(IFlowAnonymousFunctionOperation lambda)
    {
        var site = _analysis.Sites.Function(lambda, _graph);

        // It may run at any time from here on: calls inside it are seen with what it captures now.
        _analysis.Call(_analysis.Sites.FunctionAt(site)!, [], _state);
        return FlowValue.At(site);
    }
}
