using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using HyperscaleSdk.Recognition;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Classifies declarations by attribute, else by name. One per compilation; every symbol is looked at once.</summary>
internal sealed class PersonalDataSources
{
    private static readonly string[] ReadingVerbs = ["Get", "Read", "Fetch", "Load", "Find", "Lookup", "Query", "Extract"];

    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<SourceClassification>> _symbols = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<SourceClassification>> _holders = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<string, bool> _keys = new(StringComparer.Ordinal);

    /// <summary>Declarations and keys of personal data, of those that were looked at.</summary>
    public int Count
    {
        get
        {
            var count = _keys.Count;
            foreach (var entry in _symbols)
            {
                count += entry.Value.IsEmpty ? 0 : 1;
            }

            return count;
        }
    }

    /// <summary>What is read under a key; null when the key says nothing.</summary>
    /// <param name="key">The key, as it stands in the code.</param>
    /// <param name="container">The name of the variable that it is read from; null where it has none.</param>
    /// <param name="type">The type of what it is read from.</param>
    public PersonalDataName? OfKey(string key, string? container, ITypeSymbol? type)
    {
        var said = KeyedSources.Classify(key, container, type);
        if (said is not null)
        {
            _keys.TryAdd(key, true);
        }

        return said;
    }

    /// <summary>What reading the variable, member or method result yields.</summary>
    /// <summary>What the name of a member or variable says of the one text that an object in it stands for.</summary>
    public ImmutableArray<SourceClassification> OfText(ISymbol holder) => _holders.GetOrAdd(holder, named => Named(named, NameOfValue(named)));

    public ImmutableArray<SourceClassification> Of(ISymbol symbol) => _symbols.GetOrAdd(symbol, Classify);

    /// <summary>True for a type of the customer that has classified members: sending the whole of it sends them.</summary>
    public bool IsEntity(ITypeSymbol type)
    {
        for (var owner = type; owner is { SpecialType: SpecialType.None }; owner = owner.BaseType!)
        {
            foreach (var member in owner.GetMembers())
            {
                if (member is IPropertySymbol or IFieldSymbol && !Of(member).IsEmpty)
                {
                    return !HasAttribute(type, "PromptSafeAttribute");
                }
            }
        }

        return false;
    }

    private static bool HasAttribute(ISymbol symbol, string name)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (string.Equals(attribute.AttributeClass?.Name, name, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static ImmutableArray<SourceClassification> Classify(ISymbol symbol)
    {
        var declared = ImmutableArray.CreateBuilder<SourceClassification>();
        AddDeclared(declared, symbol, symbol is IMethodSymbol method ? method.GetReturnTypeAttributes() : symbol.GetAttributes());
        AddInherited(declared, symbol);
        var type = ValueType(symbol);
        if (Unwrapped(type) is { } valueType)
        {
            AddDeclared(declared, valueType, valueType.GetAttributes());
        }

        if (symbol.ContainingType is { } owner && HasAttribute(owner, "PromptSafeAttribute"))
        {
            return [];
        }

        var classified = declared.Count > 0 ? declared.ToImmutable() : ByName(symbol, type);
        if (IsChilds(symbol, type))
        {
            classified = classified.Add(new SourceClassification(FlowLabel.Child, PersonalDataConfidence.Declared, symbol));
        }

        return PseudonymTables.Is(symbol, type) ? classified.Add(new SourceClassification(FlowLabel.PseudonymMap, PersonalDataConfidence.Strong, symbol)) : classified;
    }

    private static bool IsChilds(ISymbol symbol, ITypeSymbol? type) =>
        HasAttribute(symbol, "ChildDataAttribute")
        || (symbol is IPropertySymbol or IFieldSymbol && symbol.ContainingType is { } owner && HasAttribute(owner, "ChildDataAttribute") && TextCarriers.CanCarry(type));

    private static void AddInherited(ImmutableArray<SourceClassification>.Builder found, ISymbol symbol)
    {
        if (symbol is not IPropertySymbol property)
        {
            return;
        }

        if (property.ContainingType.IsRecord)
        {
            // record Patient([PersonalData(...)] string JuminNo): the attribute sits on the parameter.
            foreach (var constructor in property.ContainingType.InstanceConstructors)
            {
                foreach (var parameter in constructor.Parameters)
                {
                    if (string.Equals(parameter.Name, property.Name, StringComparison.Ordinal))
                    {
                        AddDeclared(found, symbol, parameter.GetAttributes());
                    }
                }
            }
        }

        for (var overridden = property.OverriddenProperty; overridden is not null; overridden = overridden.OverriddenProperty)
        {
            AddDeclared(found, overridden, overridden.GetAttributes());
        }

        foreach (var contract in property.ContainingType.AllInterfaces)
        {
            foreach (var member in contract.GetMembers(property.Name))
            {
                AddDeclared(found, member, member.GetAttributes());
            }
        }
    }

    private static void AddDeclared(ImmutableArray<SourceClassification>.Builder found, ISymbol symbol, ImmutableArray<AttributeData> attributes)
    {
        foreach (var attribute in attributes)
        {
            if (DeclaredKind(attribute) is { } kind)
            {
                var classification = new SourceClassification(kind, PersonalDataConfidence.Declared, symbol);
                if (!found.Contains(classification))
                {
                    found.Add(classification);
                }
            }
        }
    }

    private static PersonalDataKind? DeclaredKind(AttributeData attribute)
    {
        if (attribute.AttributeClass is not { } type)
        {
            return null;
        }

        if (type.Name is "PersonalDataAttribute" && type.ContainingNamespace is { Name: "HyperscaleSdk", ContainingNamespace.IsGlobalNamespace: true })
        {
            return attribute.ConstructorArguments.Length == 1 && attribute.ConstructorArguments[0].Value is int kind && kind is >= 0 and <= (int)PersonalDataKind.Other
                ? (PersonalDataKind)kind
                : PersonalDataKind.Other;
        }

        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.Name is "DataClassificationAttribute"
                && ancestor.ContainingNamespace is { Name: "Classification", ContainingNamespace: { Name: "Compliance", ContainingNamespace.Name: "Extensions" } })
            {
                return PersonalDataKind.Other;
            }
        }

        return null;
    }

    private static ImmutableArray<SourceClassification> ByName(ISymbol symbol, ITypeSymbol? type)
    {
        if (symbol is IPropertySymbol or IParameterSymbol or IMethodSymbol or IFieldSymbol && TextCarriers.CanBeNamed(TextCarriers.ElementOf(type)))
        {
            return ByPluralName(symbol);
        }

        if (ValueObjects.Named(symbol) is { } wrapped)
        {
            return [new SourceClassification(wrapped.Kind, wrapped.Confidence, symbol)];
        }

        if (TextCarriers.OnlyKindOf(type) is { } kind)
        {
            // BirthDate is one, BirthDateChangedAt is none.
            return symbol.Name.EndsWith("At", StringComparison.Ordinal) ? [] : Named(symbol, NameOfValue(symbol)).RemoveAll(found => found.Kind != kind);
        }

        if (!TextCarriers.CanBeNamed(type) || symbol.Name.Length == 0 || symbol is IFieldSymbol { IsConst: true })
        {
            return [];
        }

        return Named(symbol, NameOfValue(symbol));
    }

    // List<string> PhoneNumbers: each of them is one. The cells of a row are no mobile phones.
    private static ImmutableArray<SourceClassification> ByPluralName(ISymbol symbol)
    {
        var name = NameOfValue(symbol);
        foreach (var ending in name is "Cells" or "cells" ? [] : new[] { "List", "es", "s", "목록", "들", "리스트" })
        {
            if (name.Length > ending.Length && name.EndsWith(ending, StringComparison.Ordinal)
                && Named(symbol, name.Substring(0, name.Length - ending.Length)) is { Length: 1 } found)
            {
                return found;
            }
        }

        return [];
    }

    private static ImmutableArray<SourceClassification> Named(ISymbol symbol, string said)
    {
        if (PersonalDataNames.Classify(said) is not { } name)
        {
            return [];
        }

        // A local's content is known from its assignments, so only an exact alias speaks for it, or a person's: phoneNumber, memberPhoneNumber.
        if (symbol is ILocalSymbol && (name.NeedsPerson || (name.Confidence == PersonalDataConfidence.Medium && !PersonalDataNames.IsOfPerson(said))))
        {
            return [];
        }

        if (name.NeedsPerson && (symbol.ContainingType is not { } owner || IsFrameworks(owner) || !(PersonalDataNames.IsPerson(owner.Name) || IsFullName(symbol, owner)
            || (name.Kind is PersonalDataKind.Address or PersonalDataKind.Name && NamesPerson(owner, name.Kind)))))
        {
            return [];
        }

        // ChatMessage.AuthorName holds what the caller put there: that is followed.
        if (symbol.ContainingType?.ContainingNamespace is { Name: "AI", ContainingNamespace: { Name: "Extensions", ContainingNamespace.Name: "Microsoft" } })
        {
            return [];
        }

        // ComposeEmail makes a text; FindEmail tells an address.
        if (name.Confidence == PersonalDataConfidence.Weak && symbol is IMethodSymbol && ReadingVerb(symbol.Name) is null)
        {
            return [];
        }

        if (IsPart(symbol) && symbol.ContainingType is { IsTupleType: false } thing && IsOfThing(name, said, thing))
        {
            return [];
        }

        return [new SourceClassification(name.Kind, name.Confidence, symbol)];
    }

    // What a firm, a product or a supplier is called, where it stands and who answers there, and what a pump suffers from, is nobody's data.
    private static bool IsOfThing(PersonalDataName name, string said, INamedTypeSymbol thing) => name.Kind == PersonalDataKind.Health && IsOfMachine(thing)
        || PersonalDataNames.IsThing(thing.Name)
        && (name.Confidence == PersonalDataConfidence.Weak || name.Kind == PersonalDataKind.Name
            || (!IdentifierTokens.Split(said).Exists(PersonalDataNames.IsPersonWord)
                && (name.Kind == PersonalDataKind.Address
                    || (name.Kind is PersonalDataKind.Phone or PersonalDataKind.Email && PersonalDataNames.IsPlace(thing.Name)))));

    // Pump.Diagnosis; SelfTest(Machine Machine, string Diagnosis)
    private static bool IsOfMachine(INamedTypeSymbol thing) => PersonalDataNames.IsMachine(thing.Name)
        || thing.GetMembers().Any(member => member is IPropertySymbol { Type: { SpecialType: SpecialType.None, Name: var type } } && PersonalDataNames.IsMachine(type));

    private static bool IsFullName(ISymbol symbol, INamedTypeSymbol owner) =>
        symbol.Name is "FullName" or "fullName" or "_fullName" && IsPart(symbol) && !PersonalDataNames.SpeaksOfThings(owner.Name);

    // Installation(CustomerName, InstallAddress): the address is the customer's. Booking(FullName, BirthDate): the name is a person's.
    private static bool NamesPerson(INamedTypeSymbol owner, PersonalDataKind kind)
    {
        foreach (var member in owner.GetMembers())
        {
            if (member is IPropertySymbol or IFieldSymbol { IsImplicitlyDeclared: false } && PersonalDataNames.Classify(member.Name) is { NeedsPerson: false } said
                && (said.Kind is PersonalDataKind.BirthDate or <= PersonalDataKind.DriverLicenseNumber || (said.Kind == PersonalDataKind.Name && said.Kind != kind)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPart(ISymbol symbol) => symbol is IPropertySymbol or IFieldSymbol or IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } };

    // MemberInfo.Name is no member's name.
    private static bool IsFrameworks(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space?.Name is "System" or "Microsoft";
    }

    private static string NameOfValue(ISymbol symbol)
    {
        if (symbol is not IMethodSymbol)
        {
            return symbol.Name;
        }

        var name = symbol.Name;
        if (ReadingVerb(name) is { } verb)
        {
            name = name.Substring(verb.Length);
        }

        return name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - 5) : name;
    }

    private static string? ReadingVerb(string name) =>
        Array.Find(ReadingVerbs, verb => name.Length > verb.Length && name.StartsWith(verb, StringComparison.Ordinal) && !char.IsLower(name[verb.Length]));

    private static ITypeSymbol? ValueType(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IMethodSymbol method => method.ReturnType,
        _ => null,
    };

    private static ITypeSymbol? Unwrapped(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask" or "Nullable", TypeArguments.Length: 1 } wrapper ? wrapper.TypeArguments[0] : type;
}
