using System;
using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Specification.OpenApi;
using static HyperscaleSdk.Generators.Planning.SchemaShape;

namespace HyperscaleSdk.Generators.Planning;

/// <summary>Finds the member whose value tells that a union holds a variant.</summary>
internal static class VariantTags
{
    /// <summary>The member and its values; nothing when the shape has to do.</summary>
    public static (string? Member, IReadOnlyList<string> Tags) Of(ApiSchema union, ApiSchema variant, List<ApiSchema> variants)
    {
        var properties = CollectProperties(variant);
        if (union.DiscriminatorProperty is not { } discriminator)
        {
            // Without a declared discriminator a member with a single allowed value still tells variants apart, when no other variant allows it.
            var tag = properties.Find(property => property.Schema.EnumValues is { Count: 1 } values && !variants.Exists(other => other != variant && Allows(other, property.Name, values[0])));
            return tag is null ? (null, Array.Empty<string>()) : (tag.Name, tag.Schema.EnumValues!);
        }

        var mapped = union.DiscriminatorMapping.Where(entry => entry.Value == variant.ComponentName).Select(entry => entry.Key).ToList();
        if (mapped.Count > 0)
        {
            return (discriminator, mapped);
        }

        var values = properties.Find(property => property.Name == discriminator)?.Schema.EnumValues;
        return (discriminator, values ?? (variant.ComponentName is { } name ? new List<string> { name } : new List<string>()));
    }

    private static bool Allows(ApiSchema schema, string member, string value)
        => CollectProperties(schema).Find(property => property.Name == member) is { } property && property.Schema.EnumValues?.Contains(value) != false;
}
