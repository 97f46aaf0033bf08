using System;
using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Specification.OpenApi;
using static HyperscaleSdk.Generators.Planning.SchemaShape;

namespace HyperscaleSdk.Generators.Planning;

/// <summary>What tells the variants of a union apart.</summary>
internal sealed class VariantFacts
{
    // A hostile document can nest unions so that their cases multiply, or the stack ends; nobody else comes near.
    private const int MostCases = 1000;
    private const int DeepestUnion = 16;

    private readonly ApiSchema _union;
    private readonly Dictionary<ApiSchema, List<VariantCase>> _cases = new();
    private readonly HashSet<string> _anyValue = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Member, string Value), int> _values = new();

    private VariantFacts(ApiSchema union, Dictionary<ApiSchema, VariantFacts?> known, int depth)
    {
        _union = union;
        foreach (var variant in Variants(union))
        {
            var cases = Cases(variant, known, depth);
            _cases[variant] = cases;
            foreach (var member in cases.SelectMany(each => each.Members).Distinct(StringComparer.Ordinal))
            {
                Count(member, cases);
            }
        }
    }

    /// <summary>The facts about a union.</summary>
    /// <param name="union">The union.</param>
    /// <param name="known">What was found so far; null for a union that is being looked at.</param>
    public static VariantFacts Of(ApiSchema union, Dictionary<ApiSchema, VariantFacts?> known) => Of(union, known, depth: 0)!;

    /// <summary>The member whose value says that the union holds a variant, and its values; nothing when the shape has to do.</summary>
    public (string? Member, IReadOnlyList<string> Tags) TagsOf(ApiSchema variant)
    {
        var cases = _cases[variant];
        if (_union.DiscriminatorProperty is { } discriminator)
        {
            return (discriminator, Declared(variant, discriminator, cases));
        }

        // Without a declared discriminator a member with a single allowed value still tells variants apart, when no other variant allows it.
        foreach (var member in cases.Count == 0 ? Enumerable.Empty<string>() : cases[0].Constants)
        {
            var tags = ValuesOf(member, cases).ToList();
            if (cases.TrueForAll(each => each.Constants.Contains(member, StringComparer.Ordinal)) && !_anyValue.Contains(member) && tags.TrueForAll(tag => _values[(member, tag)] == 1))
            {
                return (member, tags);
            }
        }

        return (null, Array.Empty<string>());
    }

    /// <summary>Members that an object must have to be this variant.</summary>
    public IEnumerable<string> RequiredBy(ApiSchema variant)
        => _cases[variant].Select(each => (IEnumerable<string>)each.Required).DefaultIfEmpty(Enumerable.Empty<string>())
            .Aggregate((left, right) => left.Intersect(right, StringComparer.Ordinal)).OrderBy(member => member, StringComparer.Ordinal);

    /// <summary>Members that the variant knows.</summary>
    public IEnumerable<string> MembersOf(ApiSchema variant) => _cases[variant].SelectMany(each => each.Members).Distinct(StringComparer.Ordinal);

    private IReadOnlyList<string> Declared(ApiSchema variant, string discriminator, List<VariantCase> cases)
    {
        var mapped = _union.DiscriminatorMapping.Where(entry => entry.Value == variant.ComponentName).Select(entry => entry.Key).ToList();
        if (mapped.Count == 0)
        {
            mapped = ValuesOf(discriminator, cases).ToList();
        }

        return mapped.Count > 0 || variant.ComponentName is not { } name ? mapped : new[] { name };
    }

    private static IEnumerable<string> ValuesOf(string member, List<VariantCase> cases)
        => cases.SelectMany(each => each.TryGetValues(member, out var values) && values is not null ? values : Array.Empty<string>()).Distinct(StringComparer.Ordinal);

    private void Count(string member, List<VariantCase> cases)
    {
        if (cases.Exists(each => each.TryGetValues(member, out var values) && values is null))
        {
            _anyValue.Add(member);
        }

        foreach (var value in ValuesOf(member, cases))
        {
            _values[(member, value)] = _values.TryGetValue((member, value), out var count) ? count + 1 : 1;
        }
    }

    private static VariantFacts? Of(ApiSchema union, Dictionary<ApiSchema, VariantFacts?> known, int depth)
    {
        if (!known.TryGetValue(union, out var facts))
        {
            known.Add(union, null);
            known[union] = facts = new VariantFacts(union, known, depth);
        }

        return facts;
    }

    private static List<VariantCase> Cases(ApiSchema variant, Dictionary<ApiSchema, VariantFacts?> known, int depth)
    {
        variant = Unwrapped(variant);
        if (!IsUnion(variant))
        {
            return new List<VariantCase> { new(variant) };
        }

        if (depth >= DeepestUnion || Of(variant, known, depth + 1) is not { } inner)
        {
            return new List<VariantCase>();
        }

        var cases = inner._cases.SelectMany(entry => variant.DiscriminatorProperty is { } discriminator && inner.TagsOf(entry.Key).Tags is { Count: > 0 } tags
            ? entry.Value.Select(each => each.With(discriminator, tags))
            : entry.Value).Take(MostCases + 1).ToList();
        return cases.Count > MostCases ? new List<VariantCase>() : cases;
    }
}
