using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Reading and writing of variables, members and elements.</summary>
internal sealed partial class FlowEvaluator
{
    private FlowValue ReadParameter(IParameterReferenceOperation reference)
    {
        var parameter = reference.Parameter;
        if (_state.Get(parameter) is { } value)
        {
            return WithDeclared(value, parameter, reference);
        }

        // A primary constructor's parameter, used in a method: it has become a hidden field.
        return parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor }
            ? WithDeclared(ReadPart(_self, FlowMember.Captured(parameter)), parameter, reference)
            : WithDeclared(FlowValue.Unknown, parameter, reference);
    }

    /// <summary>Adds what the declaration says, unless the value is known to be free of it or to hold it already.</summary>
    private FlowValue WithDeclared(FlowValue value, ISymbol symbol, IOperation at, bool isCall = false)
    {
        foreach (var source in Engine.Sources.Of(symbol))
        {
            // A method or property that is declared to give personal data may be a stub here that gives a constant.
            var cleared = value.IsCleared(source.Kind) && (!isCall || value.IsSanitized);
            if (!cleared && !value.Holds(source.Kind))
            {
                var declaration = source.Declaration.Locations.Length > 0 && source.Declaration.Locations[0].IsInSource ? source.Declaration.Locations[0] : null;
                value = value.Add(new FlowOrigin(source.Kind, source.Confidence, symbol.Name, at.Syntax.GetLocation(), declaration));
            }
        }

        return value;
    }

    public FlowValue ReadStatic(ISymbol member)
    {
        var value = _state.Get(member);
        if (value is { MayBeInitial: false })
        {
            return value;
        }

        var type = member is IPropertySymbol property ? property.Type : (member as IFieldSymbol)?.Type;
        var initial = IsLibrary(member) ? FlowValue.Unknown : _analysis.Incoming(new FlowInput(FlowInput.Static, member.OriginalDefinition, string.Empty, FlowForm.Value, uint.MaxValue), type);
        return value is null ? initial : value.WithoutInitial().Join(initial);
    }

    private FlowValue ReadProperty(IPropertyReferenceOperation reference)
    {
        if (reference.Property.GetMethod is { } getter && !IsLibrary(reference.Property))
        {
            var receiver = reference.Instance is null ? FlowValue.Unknown : Evaluate(reference.Instance);
            var arguments = new List<FlowValue>();
            var operands = new List<IOperation?>();
            foreach (var argument in reference.Arguments)
            {
                arguments.Add(Evaluate(argument.Value));
                operands.Add(argument.Value);
            }

            var call = new FlowCall(reference, getter.OriginalDefinition, receiver, arguments, operands) { IsExact = !getter.IsVirtual && !getter.IsAbstract && !getter.IsOverride };
            if (Call(call) is { } result)
            {
                result = getter.IsVirtual || getter.IsAbstract || getter.IsOverride || getter.ReturnsByRef ? result.Join(ReadPart(receiver, reference.Property.Name)) : result;
                return WithDeclared(result, reference.Property, reference, isCall: true);
            }
        }

        return reference.Arguments.Length > 0 ? ReadIndexer(reference) : ReadMember(reference.Instance, reference.Property, reference);
    }

    private FlowValue ReadMember(IOperation? instance, ISymbol member, IOperation at)
    {
        if (instance is null)
        {
            return WithDeclared(ReadStatic(member), member, at);
        }

        var owner = Evaluate(instance);
        return LibraryPart(owner, member, instance) ?? ReadMember(owner, member, at);
    }

    /// <summary>Properties of library types that give the object, its elements or its keys; null for all others.</summary>
    private FlowValue? LibraryPart(FlowValue owner, ISymbol member, IOperation instance)
    {
        if (!IsLibrary(member) || instance.Type is not INamedTypeSymbol type)
        {
            return null;
        }

        switch (member.Name)
        {
            case "Current":
                return ElementAs((member as IPropertySymbol)?.Type, owner, instance.Syntax).Join(owner.AsText());
            case "Value" when type.Name is "KeyValuePair" && owner.Sites.Length > 0:
                return ReadElement(owner, FlowMember.AnyElement);
            case "Result" or "Value" when type.Name is "Task" or "ValueTask" or "Nullable":
            case "Value" when type.Name is "KeyValuePair" or "Lazy" or "AsyncLocal" or "ThreadLocal" or "StrongBox" or "LinkedListNode":
            case "Values" or "Task" or "Span" or "Memory" or "First" or "Last" or "Next" or "Previous" or "Reader" or "Writer":
                return owner.Sites.Length > 0 && member.Name is "Value" && type.Name is not ("Task" or "ValueTask" or "Nullable" or "KeyValuePair")
                    ? ReadElement(owner, []).Join(owner.AsText()).WithSites(owner.Sites)
                    : owner;
            case "Key" when type.Name is "KeyValuePair" or "IGrouping":
                return owner.Sites.IsEmpty ? FlowValue.Unknown : ReadPart(owner.WithoutOrigins(), FlowMember.Keys);
            case "Keys":
                var site = Sites.Made(instance.Syntax.Parent ?? instance.Syntax, fresh: true);
                _state.Set(site, FlowMember.AnyElement, ReadPart(owner, FlowMember.Keys));
                return FlowValue.At(site);
            default:
                return null;
        }
    }

    private FlowValue ReadMember(FlowValue owner, ISymbol member, IOperation at)
    {
        var type = member switch { IPropertySymbol property => property.Type, IFieldSymbol field => field.Type, IEventSymbol happening => happening.Type, _ => null };
        if (!TextCarriers.CanCarry(type) && Engine.Sources.Of(member).IsEmpty && !owner.Holds(PersonalDataKind.Location))
        {
            return FlowValue.Unknown;
        }

        if (owner.IsNothing)
        {
            return FlowValue.Clean;
        }

        var value = ReadPart(owner, FlowMember.Of(member), IsLibrary(member));
        return WithDeclared(owner.Holds(FlowLabel.ModelOutput) && CallModels.IsAboutAnAnswer(member, type) ? FlowValue.Unknown : value, member, at);
    }

    /// <summary>What is kept under a name in the object, whatever its declaration says.</summary>
    public FlowValue ReadPart(FlowValue owner, string member, bool library = false)
    {
        if (FlowMember.IsElement(member))
        {
            return ReadElement(owner, member);
        }

        FlowValue? value = null;
        foreach (var site in owner.Sites)
        {
            var stored = Stored(site, member, library);
            value = value is null ? stored : value.Join(stored);
        }

        if (owner.Sites.IsEmpty)
        {
            foreach (var input in owner.Inputs)
            {
                var part = FlowValue.From(input.Then(member));
                value = value is null ? part : value.Join(part);
            }
        }

        value ??= FlowValue.Unknown;

        // Text that was made from personal data stays so in the parts of the object that it was parsed into.
        return WithText(value, owner);
    }

    private static FlowValue WithText(FlowValue value, FlowValue owner)
    {
        foreach (var origin in owner.Origins)
        {
            if (origin.Kind is not (FlowLabel.PseudonymMap or FlowLabel.Entity))
            {
                value = value.Add(origin);
            }
        }

        return value;
    }

    private FlowValue Stored(int site, string member, bool library)
    {
        var stored = _state.Get(site, member);
        if (stored is { MayBeInitial: false })
        {
            return stored;
        }

        var initial = Initial(site, member, library);
        return stored is null ? initial : stored.WithoutInitial().Join(initial);
    }

    private FlowValue Initial(int site, string member, bool library)
    {
        var described = Sites[site];
        if (described.Input is { } input)
        {
            var place = input.Then(member);
            var outside = FlowValue.From(place).WithSite(Sites.Incoming(place));
            return library && _state.Get(site, FlowMember.AnyElement) is { } put ? outside.Join(put) : outside;
        }

        if (_state.Get(site, FlowMember.AnyElement) is { } element)
        {
            // A part of a library object stands for the whole: what is put into it is put into the object.
            return library ? DeepOf(element).AsText().Join(element).WithSite(site) : element;
        }

        return library && (described.Type is null || IsLibrary(described.Type)) ? DeepOf(FlowValue.At(site)).AsText().WithSite(site)
            : described.IsFresh ? FlowValue.Clean
            : FlowValue.Unknown;
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

    private FlowValue ReadElement(FlowValue owner, ImmutableArray<IOperation> indices) => ReadElement(owner, ElementKey(indices));

    private FlowValue ReadElement(FlowValue owner, string key)
    {
        FlowValue? value = null;
        foreach (var site in owner.Sites)
        {
            foreach (var member in _state.MembersOf(site))
            {
                if (FlowMember.IsElement(member.Key)
                    && (FlowMember.IsAnyElement(key) || FlowMember.IsAnyElement(member.Key) || string.Equals(member.Key, key, System.StringComparison.Ordinal)))
                {
                    value = value is null ? member.Value : value.Join(member.Value);
                }
            }

            if (Sites[site].Input is { } input && _state.Get(site, key) is not { MayBeInitial: false })
            {
                var place = input.Then(key);
                var outside = FlowValue.From(place).WithSite(Sites.Incoming(place));
                value = value is null ? outside : value.Join(outside);
            }
        }

        if (owner.Sites.IsEmpty)
        {
            foreach (var input in owner.Inputs)
            {
                var part = FlowValue.From(input.Then(key));
                value = value is null ? part : value.Join(part);
            }
        }

        return WithText((value ?? FlowValue.Unknown).WithoutInitial(), owner);
    }

    /// <summary>An element of a collection; of a dictionary, the pair with its key.</summary>
    private FlowValue ElementAs(ITypeSymbol? type, FlowValue collection, SyntaxNode at)
    {
        var element = ReadElement(collection, FlowMember.AnyElement);
        if (type is not INamedTypeSymbol { Name: "KeyValuePair" })
        {
            return element;
        }

        var pair = Sites.Made(at, fresh: true, type);
        _state.Set(pair, FlowMember.AnyElement, element);
        _state.Set(pair, FlowMember.Keys, ReadPart(collection.WithoutOrigins(), FlowMember.Keys));
        return FlowValue.At(pair);
    }

    private string ElementKey(ImmutableArray<IOperation> indices)
    {
        foreach (var index in indices)
        {
            Evaluate(index);
        }

        return indices.Length == 1 && indices[0].ConstantValue is { HasValue: true, Value: { } constant } ? FlowMember.Element(constant) : FlowMember.AnyElement;
    }

    public FlowValue Assign(IOperation target, FlowValue value)
    {
        switch (target)
        {
            case IDeclarationExpressionOperation declaration:
                return Assign(declaration.Expression, value);
            case IConversionOperation conversion:
                return Assign(conversion.Operand, value);
            case ILocalReferenceOperation local:
                AssignLocal(local.Local, value);
                break;
            case IParameterReferenceOperation parameter when _state.Get(parameter.Parameter) is null && parameter.Parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor }:
                Store(_self, FlowMember.Captured(parameter.Parameter), value);
                break;
            case IParameterReferenceOperation parameter:
                _state.Set(parameter.Parameter, value);
                break;
            case IFieldReferenceOperation { Instance: null } field:
                _state.Set(field.Field.OriginalDefinition, value);
                break;
            case IFieldReferenceOperation field:
                Store(Evaluate(field.Instance), FlowMember.Of(field.Field), value);
                break;
            case IPropertyReferenceOperation property:
                AssignProperty(property, value);
                break;
            case IImplicitIndexerReferenceOperation slice:
                return Assign(slice.Instance, value.Join(Evaluate(slice.Instance)));
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
                return Deconstruct(tuple, value, tuple);
        }

        return value;
    }

    // A ref local is another name for the place that it was made from.
    private void AssignLocal(ILocalSymbol local, FlowValue value)
    {
        _state.Set(local, value);
        if (local.RefKind == RefKind.Ref && _aliases.TryGetValue(local, out var place))
        {
            Assign(place, value);
        }
    }

    private void AssignProperty(IPropertyReferenceOperation property, FlowValue value)
    {
        var receiver = property.Instance is null ? FlowValue.Unknown : Evaluate(property.Instance);
        if (property.Property.SetMethod is { } setter && !IsLibrary(property.Property))
        {
            var arguments = new List<FlowValue>();
            var operands = new List<IOperation?>();
            foreach (var argument in property.Arguments)
            {
                arguments.Add(Evaluate(argument.Value));
                operands.Add(argument.Value);
            }

            arguments.Add(value);
            operands.Add(null);
            if (Call(new FlowCall(property, setter.OriginalDefinition, receiver, arguments, operands) { IsExact = !setter.IsVirtual && !setter.IsAbstract && !setter.IsOverride }) is not null)
            {
                return;
            }
        }

        if (property.Instance is null)
        {
            _state.Set(property.Property.OriginalDefinition, value);
        }
        else if (property.Arguments.IsEmpty)
        {
            Store(receiver, property.Property.Name, value);
        }
        else
        {
            Store(receiver, ElementKey([property.Arguments[0].Value]), value);
            StoreKey(receiver, Evaluate(property.Arguments[0].Value));
        }
    }

    private void StoreKey(FlowValue owner, FlowValue key)
    {
        foreach (var site in key.IsBlank ? [] : owner.Sites)
        {
            AddTo(site, FlowMember.Keys, key);
        }
    }

    private FlowValue AssignCompound(ICompoundAssignmentOperation compound) => Assign(
        compound.Target,
        compound.OperatorMethod is { } method && Call(new FlowCall(compound, method, FlowValue.Unknown, [Evaluate(compound.Target), Evaluate(compound.Value)], [compound.Target, compound.Value])) is { } made ? made
        : TextCarriers.CanCarry(compound.Target.Type)
            ? TextOf(compound.Target, Evaluate(compound.Target)).Join(TextOf(compound.Value, Evaluate(compound.Value)))
            : FlowValue.Unknown);

    private void Store(FlowValue owner, string member, FlowValue value)
    {
        // Only one object can be meant: what it held is gone. Otherwise it may still be there.
        var strong = owner.Sites.Length == 1 && !FlowMember.IsAnyElement(member);
        foreach (var site in owner.Sites)
        {
            var known = _state.Get(site, member);
            _state.Set(site, member, strong ? value.WithoutInitial() : known is null ? value.WithInitial() : known.Join(value));
        }
    }

    private FlowValue Deconstruct(IOperation target, FlowValue value, IOperation at)
    {
        if (target is IDeclarationExpressionOperation declaration)
        {
            return Deconstruct(declaration.Expression, value, at);
        }

        if (target is not ITupleOperation tuple)
        {
            return Assign(target, value);
        }

        var parts = DeconstructedBy(at, value, tuple.Elements.Length);
        for (var i = 0; i < tuple.Elements.Length; i++)
        {
            Deconstruct(tuple.Elements[i], parts is null ? Part(value, i) : parts[i], tuple.Elements[i]);
        }

        return value;
    }

    /// <summary>What a written Deconstruct method gives; null for tuples and for records, whose parts have names.</summary>
    private FlowValue[]? DeconstructedBy(IOperation at, FlowValue value, int count)
    {
        var type = (at as IDeconstructionAssignmentOperation)?.Value.Type as INamedTypeSymbol;
        if (type is null || type.IsTupleType)
        {
            return null;
        }

        if (type.Name is "KeyValuePair" && value.Sites.Length > 0)
        {
            return [ReadPart(value.WithoutOrigins(), FlowMember.Keys), ReadElement(value, FlowMember.AnyElement)];
        }

        foreach (var member in type.GetMembers("Deconstruct"))
        {
            if (member is not IMethodSymbol { Parameters.Length: var parameters } method || parameters != count)
            {
                continue;
            }

            var parts = new FlowValue[count];
            var summary = MethodBodies.HasBody(method.OriginalDefinition) ? _analysis.SummaryOf(method.OriginalDefinition) : null;
            for (var i = 0; i < count; i++)
            {
                parts[i] = summary is not null && summary.Outs.TryGetValue(i, out var given)
                    ? new SummaryApplication(this, _analysis, _state, new FlowCall(at, method, value, [], []), method, summary).Map(given)
                    : MemberOf(type, method.Parameters[i].Name) is { } name ? WithDeclaredPart(ReadPart(value, name), type, name, at) : FlowValue.Unknown;
            }

            return parts;
        }

        return null;
    }

    private FlowValue WithDeclaredPart(FlowValue value, INamedTypeSymbol type, string name, IOperation at)
    {
        foreach (var member in type.GetMembers(name))
        {
            value = WithDeclared(value, member, at);
        }

        return value;
    }

    private FlowValue Part(FlowValue value, int index)
    {
        var part = ReadPart(value, "Item" + (index + 1).ToString(CultureInfo.InvariantCulture));
        return value.Sites.IsEmpty && value.Inputs.IsEmpty ? part.Join(value.AsText()) : part;
    }

    private void Match(IPatternOperation pattern, FlowValue value, IOperation at)
    {
        switch (pattern)
        {
            case IDeclarationPatternOperation { DeclaredSymbol: { } declared }:
                _state.Set(declared, value);
                break;
            case IRecursivePatternOperation recursive:
                MatchParts(recursive, value, at);
                break;
            case IBinaryPatternOperation binary:
                Match(binary.LeftPattern, value, at);
                Match(binary.RightPattern, value, at);
                break;
            case IListPatternOperation list:
                if (list.DeclaredSymbol is { } all)
                {
                    _state.Set(all, value);
                }

                for (var i = 0; i < list.Patterns.Length; i++)
                {
                    Match(list.Patterns[i], list.Patterns[i] is ISlicePatternOperation ? value : ReadElement(value, FlowMember.AnyElement), at);
                }

                break;
            case ISlicePatternOperation { Pattern: { } inner }:
                Match(inner, value, at);
                break;
        }
    }

    private void MatchParts(IRecursivePatternOperation recursive, FlowValue value, IOperation at)
    {
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
            var part = recursive.DeconstructSymbol is IMethodSymbol method && i < method.Parameters.Length && MemberOf(method.ContainingType, method.Parameters[i].Name) is { } name
                ? WithDeclaredPart(ReadPart(value, name), method.ContainingType, name, recursive)
                : Part(value, i);
            Match(recursive.DeconstructionSubpatterns[i], part, at);
        }
    }

    private static bool IsLibrary(ISymbol symbol) => symbol.Locations.Length == 0 || !symbol.Locations[0].IsInSource;
}
