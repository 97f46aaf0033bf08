using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Reading of variables, members and elements.</summary>
internal sealed partial class FlowEvaluator
{
    private FlowValue ReadParameter(IParameterReferenceOperation reference)
    {
        var parameter = reference.Parameter;
        if (_state.Get(parameter) is { } value)
        {
            return WithDeclared(value, parameter, reference);
        }

        // What an extension block extends.
        if (parameter.ContainingSymbol is INamedTypeSymbol)
        {
            return WithDeclared(_self, parameter, reference);
        }

        // A primary constructor's parameter, used in a method: it has become a hidden field.
        return parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor }
            ? WithDeclared(ReadPart(_self, FlowMember.Captured(parameter)), parameter, reference)
            : WithDeclared(FlowValue.Unknown, parameter, reference);
    }

    /// <summary>Adds what the declaration says, unless the value is known to be free of it or to hold it already.</summary>
    private FlowValue WithDeclared(FlowValue value, ISymbol symbol, IOperation at, bool isCall = false) => WithDeclared(value, symbol, Engine.Sources.Of(symbol), at, isCall);

    // driver.LicenceNumber.Value, where LicenceNumber is a type of the project that stands for one text.
    private FlowValue WithHolder(FlowValue value, IOperation holder, IOperation at)
    {
        ISymbol? symbol = Source(Unconverted(holder)) switch
        {
            IMemberReferenceOperation member => member.Member,
            IParameterReferenceOperation parameter => parameter.Parameter,
            ILocalReferenceOperation local => local.Local,
            _ => null,
        };
        return symbol is null ? value : WithDeclared(value, symbol, Engine.Sources.OfText(symbol), at);
    }

    private FlowValue WithDeclared(FlowValue value, ISymbol symbol, ImmutableArray<SourceClassification> sources, IOperation at, bool isCall = false)
    {
        if (symbol is ILocalSymbol && value.Holds(FlowLabel.ModelOutput))
        {
            // What a model wrote is no person's, whatever the variable is called.
            return value;
        }

        var read = value;
        foreach (var source in sources)
        {
            // A method or property that is declared to give personal data may be a stub here that gives a constant.
            var cleared = value.IsCleared(source.Kind) && (!isCall || value.IsSanitized);
            if (!cleared && !value.Holds(source.Kind))
            {
                value = value.Add(new FlowOrigin(source.Kind, source.Confidence, symbol.Name, at.Syntax.GetLocation(), Engine.Owners.PlaceOf(source.Declaration)) { Place = PlaceOf(read, source.Kind) });
            }
        }

        return value;
    }

    /// <summary>The place outside of the method that the value is read from, when it is nothing else.</summary>
    public FlowPlace? PlaceOf(FlowValue value, PersonalDataKind kind) =>
        _analysis.Method is { } method && value.Origins.IsEmpty && value.Inputs.Length == 1 && value.Inputs[0] is { Form: FlowForm.Value, Parameter: not FlowInput.Static } input
            ? new FlowPlace(method, input, kind)
            : null;

    public FlowValue ReadStatic(ISymbol member)
    {
        var value = _state.Get(FlowMember.OfStatic(member));
        if (value is { MayBeInitial: false })
        {
            return value;
        }

        // string.Empty is no more than "".
        if (value is null && member is IFieldSymbol { IsReadOnly: true } && IsLibrary(member))
        {
            return FlowValue.Clean;
        }

        var type = member is IPropertySymbol property ? property.Type : (member as IFieldSymbol)?.Type;
        var initial = IsLibrary(member) ? FlowValue.Unknown : _analysis.Incoming(new FlowInput(FlowInput.Static, member.OriginalDefinition, string.Empty, FlowForm.Value, uint.MaxValue), type);
        return value is null ? initial : value.WithoutInitial().Join(initial);
    }

    private FlowValue ReadProperty(IPropertyReferenceOperation reference) => ReadByGetter(reference, given: null)
        ?? (reference.Arguments.Length > 0 ? ReadIndexer(reference) : ReadMember(reference.Instance, reference.Property, reference));

    /// <summary>What the code of a property's getter gives; null when there is none.</summary>
    /// <param name="reference">Where the property is read.</param>
    /// <param name="given">The object; null for the one that the reference names.</param>
    private FlowValue? ReadByGetter(IPropertyReferenceOperation reference, FlowValue? given)
    {
        if (reference.Property.GetMethod is not { } getter || (IsLibrary(reference.Property) && !Engine.Referenced.Knows(getter.OriginalDefinition) && !IsImplementedHere(getter, reference.Instance)))
        {
            return null;
        }

        var receiver = given ?? (reference.Instance is null ? FlowValue.Unknown : Evaluate(reference.Instance));
        var arguments = new List<FlowValue>();
        var operands = new List<IOperation?>();
        foreach (var argument in reference.Arguments)
        {
            arguments.Add(Evaluate(argument.Value));
            operands.Add(argument.Value);
        }

        var mayBeOther = MayBeOther(getter, reference.Instance);
        return Call(new FlowCall(reference, getter.OriginalDefinition, receiver, arguments, operands) { IsExact = !mayBeOther }) is { } result
            ? WithDeclared(mayBeOther || getter.ReturnsByRef ? result.Join(ReadPart(receiver, FlowMember.Of(reference.Property))) : result, reference.Property, reference, isCall: true)
            : null;
    }

    // Not base.Text, which is the one that is named.
    private static bool MayBeOther(IMethodSymbol accessor, IOperation? instance) =>
        (accessor.IsVirtual || accessor.IsAbstract || accessor.IsOverride) && instance?.Syntax is not BaseExpressionSyntax;

    // IEnumerator.Current of an enumerator that is written here.
    private bool IsImplementedHere(IMethodSymbol getter, IOperation? instance) =>
        getter.IsAbstract && instance is not null && ExactTypeOf(Evaluate(instance)) is { } exact && !IsLibrary(exact);

    // What was stored under the name; else it may be anything in the object.
    private FlowValue ReadDynamic(IDynamicMemberReferenceOperation member)
    {
        var owner = Evaluate(member.Instance);
        FlowValue? value = null;
        foreach (var site in owner.Sites)
        {
            if (_state.Get(site, member.MemberName) is { } stored)
            {
                value = value is null ? stored : value.Join(stored);
            }
        }

        return value?.WithoutInitial() ?? owner;
    }

    private FlowValue ReadMember(IOperation? instance, ISymbol member, IOperation at)
    {
        if (instance is null)
        {
            return WithDeclared(ReadStatic(member), member, at);
        }

        var owner = Evaluate(instance);
        var value = LibraryPart(owner, member, instance) ?? ReadMember(owner, member, at);
        return ValueObjects.IsText(member) && !IsLibrary(member) ? WithHolder(value, instance, at) : value;
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
            case "Current" when _paths?.TakenOf(_path, instance) is > 0 and var taken && InOrder(owner) is { } elements && taken <= elements.Count:
                return elements[taken - 1];
            case "Current":
                var element = ElementAs((member as IPropertySymbol)?.Type, owner, instance.Syntax);

                // The parts of a text are that text; of the objects in a collection one is no other.
                return element.Join((member as IPropertySymbol)?.Type is { } of && Engine.Owners.IsModel(of) ? WithText(owner.WithoutInputs().AsText(), owner) : owner.AsText());
            case "Value" when type.Name is "LinkedListNode" && Source(instance) is IPropertyReferenceOperation { Property.Name: "First" or "Last", Instance: { } list } end:
                return ReadElement(Evaluate(list), end.Property.Name is "First" ? FlowMember.Element(0) : FlowMember.FromEnd(1));
            case "Value" when type.Name is "Lazy" && RunLazily(owner, instance) is { } made:
                return made;
            case "Host" when type.Name is "MailAddress":
                return DeepOf(owner).AsText().Without(Email);
            case "SourceException":
                return owner;
            case "Value" when type.Name is "KeyValuePair" && owner.Sites.Length > 0:
                return ReadElement(owner, FlowMember.AnyElement);
            case "Values" when owner.Sites.Length > 0 && (type.Name is "SortedList" || type.Name.IndexOf("Dictionary", System.StringComparison.Ordinal) >= 0):
                var values = Sites.Made(instance.Syntax.Parent ?? instance.Syntax, fresh: true);
                _state.Set(values, FlowMember.AnyElement, ReadElement(owner, FlowMember.AnyElement));
                return FlowValue.At(values);
            case "Result" or "Value" when type.Name is "Task" or "ValueTask" or "Nullable":
            case "Value" when type.Name is "KeyValuePair" or "Lazy" or "AsyncLocal" or "ThreadLocal" or "StrongBox" or "LinkedListNode":
            case "Values" or "Tables" or "Task" or "Span" or "Memory" or "First" or "Last" or "Next" or "Previous" or "Reader" or "Writer" when !Engine.Owners.IsModel(type):
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
            return TextCarriers.OnlyKindOf(type) == PersonalDataKind.BirthDate ? PutInto(owner, member) : FlowValue.Unknown;
        }

        if (owner.IsNothing)
        {
            return FlowValue.Clean;
        }

        var value = IsOfOther(owner, member) ? FlowValue.Unknown : ReadPart(owner, FlowMember.Of(member), IsPart(member));
        value = MadeWith(member, type, value);
        value = IsOverriddenIn(owner, member) ? value.Join(DeepOf(owner).AsText()) : value;
        value = TextCarriers.HasNoParts(type) ? value.WithSites([]) : value;
        return WithDeclared(owner.Holds(FlowLabel.ModelOutput) && CallModels.IsAboutAnAnswer(member, type) ? FlowValue.Unknown : value, member, at);
    }

    // record ClaimForm(string Rrn) { public string Summary { get; } = $"claim of {Rrn}"; }: of an object that comes in, what its constructors put there.
    private FlowValue MadeWith(ISymbol member, ITypeSymbol? type, FlowValue value)
    {
        if (type?.SpecialType != SpecialType.System_String || IsLibrary(member) || member is not (IPropertySymbol { SetMethod: null, IsAbstract: false } or IFieldSymbol { IsReadOnly: true })
            || value.Inputs.IsEmpty || value.Inputs.Any(input => input is not { Parameter: >= 0, Form: FlowForm.Value } || !input.Path.EndsWith(member.Name, System.StringComparison.Ordinal)))
        {
            return value;
        }

        foreach (var constructor in member.ContainingType.OriginalDefinition.InstanceConstructors.Where(constructor => !constructor.Parameters.IsEmpty))
        {
            var made = _analysis.SummaryOf(constructor);
            foreach (var site in made?.Heap.Where(site => made.Sites[site.Key].Input is { Parameter: FlowInput.This, Path: "" }) ?? [])
            {
                foreach (var origin in site.Value.TryGetValue(FlowMember.Of(member), out var put) ? put.Origins : [])
                {
                    value = value.Add(origin);
                }
            }
        }

        return value;
    }

    // (Plan: plan, When: member.BirthDate): a date is nobody's by its type, but it may be one that is.
    private FlowValue PutInto(FlowValue owner, ISymbol member)
    {
        var value = FlowValue.Unknown;
        foreach (var site in owner.Sites)
        {
            value = _state.Get(site, FlowMember.Of(member)) is { Origins.IsEmpty: false } put ? value.Join(put.WithoutInputs()) : value;
        }

        return value;
    }

    // error.Message, where the error is of a type here that writes its own.
    private bool IsOverriddenIn(FlowValue owner, ISymbol member) => member.IsVirtual && IsLibrary(member)
        && owner.Sites.Any(site => Overrides(Sites[site].Type, member.Name));

    private bool Overrides(ITypeSymbol? type, string member)
    {
        for (; type is not null && !IsLibrary(type); type = type.BaseType)
        {
            if (type.GetMembers(member).Any(own => own.IsOverride))
            {
                return true;
            }
        }

        return false;
    }

    // error.InnerException is MismatchException { Number: var number }: an object that is known to have no such member leads to one that has it.
    private bool IsOfOther(FlowValue owner, ISymbol member) => owner.IsBlank && !owner.Sites.IsEmpty && !IsLibrary(member)
        && owner.Sites.All(site => Sites[site].Type is { SpecialType: SpecialType.None } made && made is INamedTypeSymbol { IsAnonymousType: false, IsTupleType: false } && IsLibrary(made) && !CallerTypes.Fits(made, member.ContainingType) && _state.MembersOf(site).Values.All(part => part.IsBlank));

    /// <summary>What is kept under a name in the object, whatever its declaration says.</summary>
    public FlowValue ReadPart(FlowValue owner, string member, bool library = false)
    {
        if (FlowMember.IsElement(member))
        {
            return ReadElement(owner, member);
        }

        FlowValue? value = member == FlowMember.Parsed ? ParsedIn(owner) : null;
        if (value is not null)
        {
            return value;
        }

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

        // Text that was made from personal data stays so in the parts of the object that it was parsed into, unless they were overwritten.
        return !owner.Sites.IsEmpty && owner.Sites.All(site => _state.Get(site, member) is { MayBeInitial: false }) ? value : WithText(value, owner);
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

        // mail.Split('@')[0] of a text that the caller gives.
        foreach (var input in owner.Sites.IsEmpty ? [] : owner.Inputs)
        {
            value = input.Form == FlowForm.Value ? value : value.Join(FlowValue.From(input));
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
            var whole = described.Type is null || IsLibrary(described.Type) ? FlowValue.At(site) : element;
            return library ? DeepOf(whole).AsText().Join(element).WithSite(site) : element;
        }

        return library && (described.Type is null || IsLibrary(described.Type)) ? DeepOf(FlowValue.At(site)).AsText().WithSite(site)
            : described.IsFresh ? FlowValue.Clean
            : FlowValue.Unknown;
    }

    private bool IsLibrary(ISymbol symbol) => !Engine.Owners.Owns(symbol);

    // Members of another project's types are what they are called; parts of a package's object stand for the whole.
    private bool IsPart(ISymbol member) => IsLibrary(member)
        && !(member.ContainingType is { } owner && Engine.Owners.IsModel(owner) && member is IFieldSymbol or IPropertySymbol { SetMethod: not null } or IPropertySymbol { ContainingType.IsRecord: true });
}
