using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>What a serialiser writes of an object: its members, or what a converter of the project makes of them.</summary>
internal sealed partial class FlowEvaluator
{
    // Of the options of the call that is being evaluated.
    private ImmutableArray<(ITypeSymbol Type, IMethodSymbol Write)> _converters = [];

    private FlowValue Serialize(IInvocationOperation invocation, FlowValue receiver, List<FlowValue> arguments)
    {
        var text = DeepOf(receiver).AsText();
        var around = _converters;
        _converters = [.. invocation.Arguments.Zip(arguments, ConvertersIn).SelectMany(converters => converters)];
        for (var i = 0; i < arguments.Count; i++)
        {
            text = text.Join(SerializedOf(invocation.Arguments[i].Value, arguments[i]));
        }

        var parsed = ParsedFrom(invocation, arguments);
        _converters = around;

        text = parsed is null ? text : text.WithSite(parsed.Value);
        if (invocation.TargetMethod.Name.StartsWith("Serialize", StringComparison.Ordinal))
        {
            Fill(invocation, text);
        }

        return text;
    }

    // Whoever parses the text gets an object with the same members, whatever happens to this one in between.
    private int? ParsedFrom(IInvocationOperation invocation, List<FlowValue> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (Unconverted(invocation.Arguments[i].Value) is { Type: { } type } operand && Engine.Owners.IsModel(type) && !type.IsAnonymousType)
            {
                var copy = Sites.Made(invocation.Arguments[i].Syntax, fresh: true, type);
                foreach (var (member, value) in SerializedMembers(arguments[i], type, operand))
                {
                    _state.Set(copy, FlowMember.Of(member), WrittenBy(ConverterOf(member.GetAttributes()) ?? ConverterFor(TypeOf(member)), operand, value) ?? value);
                }

                var text = Sites.Made(invocation.Syntax, fresh: true);
                _state.Set(text, FlowMember.Parsed, FlowValue.At(copy));
                return text;
            }
        }

        return null;
    }

    /// <summary>The object that a text becomes; null where only its text is known.</summary>
    private FlowValue? Parse(IInvocationOperation invocation, FlowValue text)
    {
        if (invocation.TargetMethod.TypeArguments.Length != 1 || invocation.TargetMethod.TypeArguments[0] is not { } type || !Engine.Owners.IsModel(type))
        {
            return null;
        }

        if (text.Origins.IsEmpty && !text.Inputs.IsEmpty && text.Inputs.All(input => input.Form == FlowForm.Value) && text.Sites.All(site => Sites[site].Kind == FlowSiteKind.Incoming))
        {
            // What a caller gives: there it is known.
            return ReadPart(text.WithSites([]), FlowMember.Parsed).WithSites([.. text.Inputs.Select(input => Sites.Incoming(input.Then(FlowMember.Parsed)))]);
        }

        return ParsedIn(text) is { Sites.Length: 1 } parsed && SymbolEqualityComparer.Default.Equals(Sites[parsed.Sites[0]].Type, type) ? parsed : null;
    }

    /// <summary>The object that the only serialised text in a value becomes: in bytes and streams as well. Null where there are none or several.</summary>
    private FlowValue? ParsedIn(FlowValue text)
    {
        const int MostHolders = 8;
        var texts = _state.ReachableFrom(text.Sites, MostHolders).Select(site => _state.Get(site, FlowMember.Parsed)).OfType<FlowValue>().ToList();
        return texts.Count == 1 ? texts[0] : null;
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

    private FlowValue SerializedOf(IOperation operand, FlowValue value) => Unconverted(operand).Type is { } type
        ? SerializedOf(operand, value, type, DeepestMember)
        : DeepOf(value).AsText();

    /// <summary>Everything that a serialiser writes: the members that are stored, and the declared ones that may be set.</summary>
    private FlowValue SerializedOf(IOperation at, FlowValue value, ITypeSymbol type, int depth)
    {
        type = Known(type, ref at)!;
        if (WrittenBy(ConverterFor(type), at, value) is { } written)
        {
            return written;
        }

        if (depth == 0 || type.SpecialType is not (SpecialType.None or SpecialType.System_Object) && ElementType(type) is null || type.TypeKind is TypeKind.Enum or TypeKind.TypeParameter)
        {
            return depth == 0 ? value.AsText() : DeepOf(value).AsText(FlowForm.Deep);
        }

        if (!Engine.Owners.IsModel(type) && !type.IsAnonymousType)
        {
            var text = DeepOf(value).AsText(FlowForm.Deep);
            return ElementType(type) is { } element && !value.IsNothing ? text.Join(SerializedOf(at, ElementOf(value), element, depth - 1)) : text;
        }

        return SerializedMembers(at, value, type, depth);
    }

    private FlowValue SerializedMembers(IOperation at, FlowValue value, ITypeSymbol type, int depth)
    {
        var text = value.WithoutInputs().AsText();
        foreach (var (member, part) in SerializedMembers(value, type, at))
        {
            text = text.Join(WrittenBy(ConverterOf(member.GetAttributes()), at, part) ?? SerializedOf(at, part, TypeOf(member), depth - 1));
        }

        return AsEntity(text, type, at);
    }

    private IEnumerable<(ISymbol Member, FlowValue Value)> SerializedMembers(FlowValue value, ITypeSymbol type, IOperation at)
    {
        for (var owner = type; owner is not null && (owner.IsAnonymousType || Engine.Owners.IsModel(owner)); owner = owner.BaseType)
        {
            foreach (var member in owner.GetMembers())
            {
                if ((member is IPropertySymbol { IsStatic: false, IsIndexer: false, GetMethod: not null, IsImplicitlyDeclared: false } property
                        && (property.DeclaredAccessibility == Accessibility.Public || type.IsRecord) && !IsIgnored(property))
                    || (member is IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false } && type.IsTupleType))
                {
                    yield return (member, ReadMember(value, member, at));
                }
            }
        }
    }

    /// <summary>Marks the text of a whole object that has classified members: only some of them may be needed.</summary>
    private FlowValue AsEntity(FlowValue text, ITypeSymbol type, IOperation at)
    {
        if (type.IsAnonymousType || type.IsTupleType || !Engine.Owners.IsModel(type) || !Engine.Sources.IsEntity(type) || !text.Origins.Any(origin => FlowLabel.IsPersonalData(origin.Kind)))
        {
            return text;
        }

        return text.Add(new FlowOrigin(FlowLabel.Entity, PersonalDataConfidence.Strong, type.Name, at.Syntax.GetLocation(), Engine.Owners.PlaceOf(type)));
    }

    private static bool IsIgnored(IPropertySymbol property)
    {
        foreach (var attribute in property.GetAttributes())
        {
            if (attribute.AttributeClass?.Name is "JsonIgnoreAttribute" or "IgnoreDataMemberAttribute")
            {
                return true;
            }
        }

        return false;
    }

    // new JsonSerializerOptions { Converters = { new MaskingConverter() } }
    private IEnumerable<(ITypeSymbol Type, IMethodSymbol Write)> ConvertersIn(IArgumentOperation argument, FlowValue value)
    {
        if (argument.Value.Type?.Name is not "JsonSerializerOptions")
        {
            yield break;
        }

        if (value.Sites.All(site => Sites[site].Kind == FlowSiteKind.Incoming) && Source(argument.Value) is IMemberReferenceOperation { Instance: null, Member: IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null } } kept && !IsLibrary(kept.Member))
        {
            value = InitialOf(kept) ?? value;
        }

        const int MostConverters = 24;
        foreach (var site in _state.ReachableFrom(value.Sites, MostConverters))
        {
            if (Sites[site].Type is INamedTypeSymbol converter && WriteOf(converter) is { } write)
            {
                yield return (write.Parameters[1].Type, write);
            }
        }
    }

    // [JsonConverter(typeof(MaskingConverter))]
    private IMethodSymbol? ConverterOf(ImmutableArray<AttributeData> attributes) => attributes
        .Where(attribute => attribute.AttributeClass?.Name is "JsonConverterAttribute" && attribute.ConstructorArguments.Length == 1)
        .Select(attribute => attribute.ConstructorArguments[0].Value is INamedTypeSymbol converter ? WriteOf(converter) : null)
        .FirstOrDefault();

    // By the type's own attribute, or by the options.
    private IMethodSymbol? ConverterFor(ITypeSymbol type) =>
        ConverterOf(type.GetAttributes()) ?? _converters.FirstOrDefault(converter => SymbolEqualityComparer.Default.Equals(converter.Type, type)).Write;

    private static ITypeSymbol TypeOf(ISymbol member) => member is IFieldSymbol field ? field.Type : ((IPropertySymbol)member).Type;

    private IMethodSymbol? WriteOf(INamedTypeSymbol converter) => MethodOf(converter, "Write", parameters: 3) is { IsOverride: true } write ? write : null;

    private FlowValue? WrittenBy(IMethodSymbol? write, IOperation at, FlowValue value)
    {
        if (write is null)
        {
            return null;
        }

        var writer = FlowValue.At(Sites.Text(at.Syntax));
        Empty(writer);
        Call(new FlowCall(at, write, FlowValue.Unknown, [writer, value, FlowValue.Unknown], [null, null, null]) { IsExact = true });
        return _state.DeepOf(writer.Sites[0]);
    }
}
