using System;
using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Specification.OpenApi;
using static HyperscaleSdk.Generators.Planning.SchemaShape;

namespace HyperscaleSdk.Generators.Planning;

/// <summary>One of the things that a variant can be: itself, or for a union within the union one of its own variants.</summary>
internal sealed class VariantCase
{
    private readonly Dictionary<string, IReadOnlyList<string>?> _values;

    public VariantCase(ApiSchema schema)
        : this(CollectProperties(schema).ToDictionary(property => property.Name, property => (IReadOnlyList<string>?)property.Schema.EnumValues, StringComparer.Ordinal), RequiredOf(schema))
    {
    }

    private VariantCase(Dictionary<string, IReadOnlyList<string>?> values, ISet<string> required)
    {
        _values = values;
        Required = required;
    }

    public ISet<string> Required { get; }

    public IEnumerable<string> Members => _values.Keys;

    /// <summary>The members that have one value only.</summary>
    public IEnumerable<string> Constants => _values.Where(entry => entry.Value is { Count: 1 }).Select(entry => entry.Key);

    /// <summary>The values that a member may have.</summary>
    /// <param name="member">The member's name.</param>
    /// <param name="values">The values; null when any will do.</param>
    /// <returns>Whether there is such a member.</returns>
    public bool TryGetValues(string member, out IReadOnlyList<string>? values) => _values.TryGetValue(member, out values);

    /// <summary>The same with the word of a discriminator for a member's values.</summary>
    public VariantCase With(string member, IReadOnlyList<string> values)
        => new(new Dictionary<string, IReadOnlyList<string>?>(_values, StringComparer.Ordinal) { [member] = values }, Required);
}
