using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Deconstruction and patterns: values taken apart into variables.</summary>
internal sealed partial class FlowEvaluator
{
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
            var summary = Engine.Bodies.HasBody(method.OriginalDefinition) ? _analysis.SummaryOf(method.OriginalDefinition) : null;
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
        if (!ExecutionStack.HasRoom)
        {
            _analysis.Budget.LeaveOut();
            return;
        }

        switch (pattern)
        {
            case IDeclarationPatternOperation { DeclaredSymbol: { } declared } declaration:
                // A count among the boxed values is none of their texts.
                _state.Set(declared, declaration is { InputType.SpecialType: SpecialType.System_Object, MatchedType.SpecialType: SpecialType.System_Int32 or SpecialType.System_Boolean or SpecialType.System_Double } ? FlowValue.Unknown : value);
                break;
            case IRecursivePatternOperation recursive:
                MatchParts(recursive, value, at);
                break;
            case INegatedPatternOperation negated:
                // if (value is not { Number: var number }) return; the variable is used behind it.
                Match(negated.Pattern, value, at);
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

                MatchElements(list.Patterns, value, at);
                break;
            case ISlicePatternOperation { Pattern: { } inner }:
                Match(inner, value, at);
                break;
        }
    }

    // [first, .., last]: counted from the end behind the slice, when the number of elements is known.
    private void MatchElements(ImmutableArray<IPatternOperation> patterns, FlowValue value, IOperation at)
    {
        int? shift = 0;
        for (var i = 0; i < patterns.Length; i++)
        {
            if (patterns[i] is ISlicePatternOperation)
            {
                Match(patterns[i], Between(value, i, patterns.Length - 1 - i, at), at);
                shift = CountOf(value) is { } count && count >= patterns.Length - 1 ? count - patterns.Length : null;
            }
            else
            {
                Match(patterns[i], ReadElement(value, shift is { } known ? FlowMember.Element(i + known) : FlowMember.AnyElement), at);
            }
        }
    }

    // [_, .. var rest]
    private FlowValue Between(FlowValue value, int before, int behind, IOperation at) => InOrder(value) is { } elements && elements.Count >= before + behind
        ? Listed(at, value, elements.GetRange(before, elements.Count - before - behind))
        : value;

    /// <summary>How many elements a collection has that was made here with so many; null for all others.</summary>
    private int? CountOf(FlowValue collection) => InOrder(collection)?.Count;

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
                Match(property.Pattern, member is IPropertyReferenceOperation read && ReadByGetter(read, value) is { } got ? got : ReadMember(value, member.Member, member), at);
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
}
