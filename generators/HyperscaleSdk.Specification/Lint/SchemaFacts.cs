using System;
using System.Collections.Generic;
using HyperscaleSdk.Specification.OpenApi;

namespace HyperscaleSdk.Specification.Lint;

/// <summary>What follows from schemas together with what they are composed of; each answer is worked out once.</summary>
internal sealed class SchemaFacts
{
    // Composition is followed this far and no further: a chain of it would make each link as dear as all behind it.
    private const int MostParts = 64;
    private const int MostPartMembers = 4096;

    private readonly Dictionary<ApiSchema, Composition> _known = new();

    /// <summary>The members of a schema, those of its parts included, each name once.</summary>
    public List<ApiProperty> Members(ApiSchema schema) => Of(schema).Members;

    public ApiProperty? Member(ApiSchema schema, string name) => Of(schema).ByName.TryGetValue(name, out var member) ? member : null;

    /// <summary>The names that a schema or a part of it requires.</summary>
    public HashSet<string> Required(ApiSchema schema) => Of(schema).Required;

    private Composition Of(ApiSchema schema)
    {
        if (_known.TryGetValue(schema, out var composition))
        {
            return composition;
        }

        composition = new Composition();
        foreach (var part in Parts(schema))
        {
            composition.Required.UnionWith(part.Required);
            foreach (var property in part.Properties)
            {
                if (!composition.ByName.ContainsKey(property.Name))
                {
                    composition.ByName.Add(property.Name, property);
                    composition.Members.Add(property);
                }
            }
        }

        _known.Add(schema, composition);
        return composition;
    }

    /// <summary>The schema and what it is composed of, each once.</summary>
    public static List<ApiSchema> Parts(ApiSchema schema)
    {
        var parts = new List<ApiSchema> { schema };
        if (schema.AllOf.Count == 0)
        {
            return parts;
        }

        var seen = new HashSet<ApiSchema> { schema };
        var members = 0;
        for (var i = 0; i < parts.Count && members < MostPartMembers; i++)
        {
            foreach (var part in parts[i].AllOf)
            {
                if (parts.Count < MostParts && seen.Add(part))
                {
                    parts.Add(part);
                    members += part.Properties.Count + part.Required.Count;
                }
            }
        }

        return parts;
    }

    /// <summary>The alternatives of a schema without the one that only allows null.</summary>
    public static List<ApiSchema> Variants(ApiSchema schema)
    {
        var variants = new List<ApiSchema>();
        var seen = new HashSet<ApiSchema>();
        foreach (var list in new[] { schema.OneOf, schema.AnyOf })
        {
            foreach (var variant in list)
            {
                if (!IsNull(variant) && seen.Add(variant))
                {
                    variants.Add(variant);
                }
            }
        }

        return variants;
    }

    /// <summary>What is left of a schema that only lets another one be null, or only names it anew.</summary>
    public static ApiSchema Unwrap(ApiSchema schema)
    {
        const int Deepest = 16;
        for (var step = 0; step < Deepest && schema.Properties.Count == 0 && schema.EnumValues is null; step++)
        {
            var inner = schema.OneOf.Count + schema.AnyOf.Count > 0 ? Variants(schema) : schema.AllOf;
            if (inner.Count != 1)
            {
                break;
            }

            schema = inner[0];
        }

        return schema;
    }

    /// <summary>Whether only null is allowed.</summary>
    public static bool IsNull(ApiSchema schema)
        => schema.Nullable && schema.Types == ApiTypes.None && schema.Properties.Count == 0
            && schema.OneOf.Count + schema.AnyOf.Count + schema.AllOf.Count == 0 && schema.EnumValues is null;

    /// <summary>Whether C# gets a type of its own for the schema.</summary>
    public bool MakesType(ApiSchema schema)
        => schema.EnumValues is not null || Members(schema).Count > 0 || (schema.OneOf.Count + schema.AnyOf.Count > 1 && Variants(schema).Count > 1);

    /// <summary>Whether the document says nothing at all about the values.</summary>
    public static bool IsUntyped(ApiSchema schema)
        => !schema.Broken && schema.Types == ApiTypes.None && schema.Properties.Count == 0 && schema.Items is null && schema.AdditionalProperties is null
            && schema.OneOf.Count + schema.AnyOf.Count + schema.AllOf.Count == 0 && schema.EnumValues is null
            && schema.Node["enum"] is null && schema.Node["const"] is null && schema.Node["not"] is null && !schema.Nullable;

    private sealed class Composition
    {
        public List<ApiProperty> Members { get; } = new();

        public Dictionary<string, ApiProperty> ByName { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Required { get; } = new(StringComparer.Ordinal);
    }
}
