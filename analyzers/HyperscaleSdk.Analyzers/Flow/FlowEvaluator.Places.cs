using System;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Reading and writing of variables, members and elements.</summary>
internal sealed partial class FlowEvaluator
{
    /// <summary>An element whose index is not a constant; also what was put into a library object.</summary>
    private const string AnyElement = "[*]";

    private FlowValue ReadVariable(ISymbol variable, IOperation at)
    {
        var value = _state.Get(variable);
        if (value is null)
        {
            value = FlowValue.At(_analysis.Sites.Incoming(variable));
            _state.Set(variable, value);
        }

        return WithDeclared(value, variable, at);
    }

    /// <summary>Adds what the declaration says, unless the value is known to be free of it or to hold it already.</summary>
    private FlowValue WithDeclared(FlowValue value, ISymbol symbol, IOperation at)
    {
        foreach (var source in _analysis.Sources.Of(symbol))
        {
            if (!value.IsCleared(source.Kind) && !value.Holds(source.Kind))
            {
                var declaration = source.Declaration.Locations.Length > 0 && source.Declaration.Locations[0].IsInSource ? source.Declaration.Locations[0] : null;
                value = value.Add(new FlowOrigin(source.Kind, source.Confidence, symbol.Name, at.Syntax.GetLocation(), declaration));
            }
        }

        return value;
    }

    private FlowValue ReadMember(IOperation? instance, ISymbol member, IOperation at)
    {
        if (instance is null)
        {
            return WithDeclared(_state.Get(member) ?? FlowValue.At(_analysis.Sites.Incoming(member)), member, at);
        }

        var owner = Evaluate(instance);
        if (member is IPropertySymbol { Name: "Current" })
        {
            return ReadElement(owner, []).Join(owner.AsText());
        }

        if (member is IPropertySymbol { Name: "Result" or "Value" } && instance.Type is INamedTypeSymbol { Name: "Task" or "ValueTask" or "Nullable" })
        {
            return owner;
        }

        if (member is IPropertySymbol { Name: "Values" or "Keys" } && IsLibrary(member))
        {
            return owner;
        }

        return ReadMember(owner, member, at);
    }

    private FlowValue ReadMember(FlowValue owner, ISymbol member, IOperation at)
    {
        var type = member is IPropertySymbol property ? property.Type : (member as IFieldSymbol)?.Type;
        if (!TextCarriers.CanCarry(type) && _analysis.Sources.Of(member).IsEmpty)
        {
            return FlowValue.Unknown;
        }

        if (owner.IsNothing)
        {
            return FlowValue.Clean;
        }

        FlowValue? value = null;
        foreach (var site in owner.Sites)
        {
            var stored = Stored(site, member, at);
            value = value is null ? stored : value.Join(stored);
        }

        value ??= WithDeclared(FlowValue.At(_analysis.Sites.Made(at.Syntax, fresh: false)), member, at);

        // Text that was made from personal data stays so in the parts of the object that it was parsed into.
        return owner.Origins.IsEmpty ? value : value.Join(owner.AsText());
    }

    private FlowValue Stored(int site, ISymbol member, IOperation at)
    {
        var stored = _state.Get(site, member.Name);
        if (stored is { MayBeInitial: false })
        {
            // Something unknown was put there: the declaration still says what it is.
            return WithDeclared(stored, member, at);
        }

        FlowValue initial;
        if (_analysis.Sites.IsFresh(site))
        {
            initial = IsLibrary(member) ? _state.Get(site, AnyElement) ?? FlowValue.Unknown : _state.Get(site, AnyElement) ?? FlowValue.Clean;
        }
        else
        {
            initial = WithDeclared(_state.Get(site, AnyElement) ?? FlowValue.At(_analysis.Sites.Made(at.Syntax, fresh: false)), member, at);
        }

        return stored is null ? initial : stored.Join(initial);
    }

    private FlowValue ReadIndexer(IPropertyReferenceOperation indexer)
    {
        var owner = Evaluate(indexer.Instance);
        var indices = ImmutableArray.CreateBuilder<IOperation>(indexer.Arguments.Length);
        foreach (var argument in indexer.Arguments)
        {
            indices.Add(argument.Value);
        }

        return TextCarriers.CanCarry(indexer.Type) ? ReadElement(owner, indices.ToImmutable()) : FlowValue.Unknown;
    }

    private FlowValue ReadElement(FlowValue owner, ImmutableArray<IOperation> indices)
    {
        var key = ElementKey(indices);
        FlowValue? value = null;
        foreach (var site in owner.Sites)
        {
            foreach (var member in _state.MembersOf(site))
            {
                if (member.Key[0] == '[' && (IsAny(key) || IsAny(member.Key) || string.Equals(member.Key, key, StringComparison.Ordinal)))
                {
                    value = value is null ? member.Value : value.Join(member.Value);
                }
            }
        }

        value ??= FlowValue.Unknown;
        return owner.Origins.IsEmpty ? value : value.Join(owner.AsText());
    }

    private string ElementKey(ImmutableArray<IOperation> indices)
    {
        if (indices.Length != 1)
        {
            foreach (var index in indices)
            {
                Evaluate(index);
            }

            return AnyElement;
        }

        Evaluate(indices[0]);
        return indices[0].ConstantValue is { HasValue: true, Value: { } constant }
            ? "[" + Convert.ToString(constant, CultureInfo.InvariantCulture) + "]"
            : AnyElement;
    }

    private FlowValue Assign(IOperation target, FlowValue value)
    {
        switch (target)
        {
            case IDeclarationExpressionOperation declaration:
                return Assign(declaration.Expression, value);
            case IConversionOperation conversion:
                return Assign(conversion.Operand, value);
            case ILocalReferenceOperation local:
                _state.Set(local.Local, value);
                break;
            case IParameterReferenceOperation parameter:
                _state.Set(parameter.Parameter, value);
                break;
            case IFieldReferenceOperation { Instance: null } field:
                _state.Set(field.Field, value);
                break;
            case IPropertyReferenceOperation { Instance: null } property:
                _state.Set(property.Property, value);
                break;
            case IFieldReferenceOperation field:
                Store(Evaluate(field.Instance), field.Field.Name, value);
                break;
            case IPropertyReferenceOperation { Arguments.IsEmpty: true } property:
                Store(Evaluate(property.Instance), property.Property.Name, value);
                break;
            case IPropertyReferenceOperation indexer:
                Store(Evaluate(indexer.Instance), ElementKey([indexer.Arguments[0].Value]), value);
                break;
            case IArrayElementReferenceOperation element:
                Store(Evaluate(element.ArrayReference), ElementKey(element.Indices), value);
                break;
            case IFlowCaptureReferenceOperation reference:
                _state.Set(reference.Id, value);
                if (_captured.TryGetValue(reference.Id, out var captured) && captured is not IFlowCaptureReferenceOperation)
                {
                    Assign(captured, value);
                }

                break;
            case ITupleOperation tuple:
                return Deconstruct(tuple, value);
        }

        return value;
    }

    private void Store(FlowValue owner, string member, FlowValue value)
    {
        // Only one object can be meant: what it held is gone. Otherwise it may still be there.
        var strong = owner.Sites.Length == 1 && !IsAny(member);
        foreach (var site in owner.Sites)
        {
            var known = _state.Get(site, member);
            var stored = strong ? value : known is null ? value.WithInitial() : known.Join(value);
            _state.Set(site, member, stored);
        }
    }

    private FlowValue Deconstruct(IOperation target, FlowValue value)
    {
        if (target is IDeclarationExpressionOperation declaration)
        {
            return Deconstruct(declaration.Expression, value);
        }

        if (target is not ITupleOperation tuple)
        {
            return Assign(target, value);
        }

        for (var i = 0; i < tuple.Elements.Length; i++)
        {
            Deconstruct(tuple.Elements[i], Part(value, i, tuple));
        }

        return value;
    }

    private FlowValue Part(FlowValue value, int index, IOperation at)
    {
        var key = "Item" + (index + 1).ToString(CultureInfo.InvariantCulture);
        FlowValue? part = null;
        foreach (var site in value.Sites)
        {
            var stored = _state.Get(site, key) ?? DeepOf(FlowValue.At(site));
            part = part is null ? stored : part.Join(stored);
        }

        part ??= FlowValue.Unknown;
        return value.Origins.IsEmpty ? part : part.Join(value.AsText());
    }

    private void Match(IPatternOperation pattern, FlowValue value, IOperation at)
    {
        switch (pattern)
        {
            case IDeclarationPatternOperation { DeclaredSymbol: { } declared }:
                _state.Set(declared, value);
                break;
            case IRecursivePatternOperation recursive:
                if (recursive.DeclaredSymbol is { } named)
                {
                    _state.Set(named, value);
                }

                foreach (var property in recursive.PropertySubpatterns)
                {
                    if (property.Member is IMemberReferenceOperation member)
                    {
                        Match(property.Pattern, ReadMember(value, member.Member, member), at);
                    }
                }

                for (var i = 0; i < recursive.DeconstructionSubpatterns.Length; i++)
                {
                    Match(recursive.DeconstructionSubpatterns[i], Part(value, i, at), at);
                }

                break;
            case IBinaryPatternOperation binary:
                Match(binary.LeftPattern, value, at);
                Match(binary.RightPattern, value, at);
                break;
            case IListPatternOperation list:
                foreach (var element in list.Patterns)
                {
                    Match(element, ReadElement(value, []), at);
                }

                break;
        }
    }

    private static bool IsAny(string element) => string.Equals(element, AnyElement, StringComparison.Ordinal);

    private static bool IsLibrary(ISymbol symbol) => symbol.Locations.Length == 0 || !symbol.Locations[0].IsInSource;
}
