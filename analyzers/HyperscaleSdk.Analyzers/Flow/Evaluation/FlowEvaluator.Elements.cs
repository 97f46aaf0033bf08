using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Reading of elements: of arrays, lists, tables and spans.</summary>
internal sealed partial class FlowEvaluator
{
    private FlowValue ReadIndexer(IPropertyReferenceOperation indexer)
    {
        var owner = Evaluate(indexer.Instance);
        var indices = ImmutableArray.CreateBuilder<IOperation>(indexer.Arguments.Length);
        foreach (var argument in indexer.Arguments)
        {
            indices.Add(argument.Value);
        }

        if (indexer.Instance?.Type?.SpecialType == SpecialType.System_String && indices[0].ConstantValue.HasValue)
        {
            // name[0]: one letter at a fixed place tells nothing.
            return FlowValue.Clean;
        }

        return TextCarriers.CanCarry(indexer.Type) ? WithKey(ReadElement(owner, indices.ToImmutable()), indexer) : FlowValue.Unknown;
    }

    // new Lazy<string>(() => text): the function runs here, with what its variables hold by now.
    private FlowValue? RunLazily(FlowValue owner, IOperation at) =>
        owner.Sites.Length == 1 && _state.Get(owner.Sites[0], FlowMember.Factory) is { } factory ? InvokeDelegates(at, factory, []) : null;

    private FlowValue ReadElement(FlowValue owner, ImmutableArray<IOperation> indices) =>
        ReadElement(owner, indices.Length == 1 && FromEnd(indices[0]) is { } place ? FlowMember.FromEnd(place) : ElementKey(indices));

    private FlowValue ReadElement(FlowValue owner, string place)
    {
        if (FlowMember.PlaceFromEnd(place) is { } last && InOrder(owner) is { } elements && last <= elements.Count)
        {
            return WithText(elements[elements.Count - last], owner);
        }

        FlowValue? value = null;
        var key = FlowMember.PlaceFromEnd(place) is null ? place : FlowMember.AnyElement;
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
                var part = input.Then(place);
                var outside = FlowValue.From(part).WithSite(Sites.Incoming(part));
                value = value is null ? outside : value.Join(outside);
            }
        }

        if (owner.Sites.IsEmpty)
        {
            foreach (var input in owner.Inputs)
            {
                var part = FlowValue.From(input.Then(place));
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

        var key = ReadPart(collection.WithoutOrigins(), FlowMember.Keys);
        if (collection.Origins.FirstOrDefault(origin => origin.Kind == FlowLabel.PseudonymMap) is { } table)
        {
            element = element.Add(table with { Kind = FlowLabel.PseudonymValue });
            key = key.Add(table with { Kind = FlowLabel.PseudonymKey });
        }

        var pair = Sites.Made(at, fresh: true, type);
        _state.Set(pair, FlowMember.AnyElement, element);
        _state.Set(pair, FlowMember.Keys, key);
        return FlowValue.At(pair);
    }

    // A text that is the key of a dictionary of objects, or the name of an element, is converted first.
    private static string ElementKey(IOperation index) => index switch
    {
        { ConstantValue: { HasValue: true, Value: { } constant } } => FlowMember.Element(constant),
        IConversionOperation { IsImplicit: true } conversion => ElementKey(conversion.Operand),
        _ => FlowMember.AnyElement,
    };

    private string ElementKey(ImmutableArray<IOperation> indices)
    {
        foreach (var index in indices)
        {
            Evaluate(index);
        }

        return indices.Length == 1 ? ElementKey(indices[0])
            : indices.All(index => index.ConstantValue.HasValue) ? FlowMember.Element(string.Join(",", indices.Select(index => index.ConstantValue.Value)))
            : FlowMember.AnyElement;
    }
}
