using System;
using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Specification.OpenApi;

namespace HyperscaleSdk.Generators.Planning;

/// <summary>What a schema is as a whole: questions whose answers lie in several of its keywords.</summary>
internal static class SchemaShape
{
    // What is wrapped deeper than this helps nobody.
    private const int DeepestWrapping = 100;

    /// <summary>The members of an object, with those of what it is composed of.</summary>
    public static IEnumerable<(ApiProperty Property, bool Required)> MembersOf(ApiSchema schema)
    {
        schema = Unwrapped(schema);
        var required = RequiredOf(schema);
        return CollectProperties(schema).Select(property => (property, required.Contains(property.Name)));
    }

    /// <summary>Whether its values are bytes as they are: files.</summary>
    public static bool IsBinary(ApiSchema schema)
    {
        schema = Unwrapped(schema);
        return schema.Types is ApiTypes.String or ApiTypes.None && schema.Format == "binary";
    }

    public static ApiSchema Unwrapped(ApiSchema schema)
    {
        for (var step = 0; step < DeepestWrapping && Wrapped(schema) is { } inner; step++)
        {
            schema = inner;
        }

        return schema;
    }

    /// <summary>Whether null is among the values of a schema.</summary>
    public static bool IsNullable(ApiSchema schema)
        => schema.Nullable || schema.OneOf.Exists(IsNull) || schema.AnyOf.Exists(IsNull) || (schema.AllOf.Count == 1 && schema.Properties.Count == 0 && schema.AllOf[0].Nullable);

    public static bool IsNull(ApiSchema schema) => schema.Nullable && schema.Types == ApiTypes.None && schema.Properties.Count == 0 && schema.OneOf.Count + schema.AnyOf.Count + schema.AllOf.Count == 0 && schema.EnumValues is null;

    public static List<ApiSchema> Variants(ApiSchema schema) => schema.OneOf.Concat(schema.AnyOf).Where(variant => !IsNull(variant)).Distinct().ToList();

    // A schema that only wraps another one: nullable reference, single allOf.
    public static ApiSchema? Wrapped(ApiSchema schema)
    {
        if (schema.Properties.Count > 0 || schema.EnumValues is not null || schema.AdditionalProperties is not null)
        {
            return null;
        }

        var variants = Variants(schema);
        if (variants.Count == 1 && schema.AllOf.Count == 0 && schema.Types is ApiTypes.None or ApiTypes.Object)
        {
            return variants[0];
        }

        return variants.Count == 0 && schema.AllOf.Count == 1 && schema.Types is ApiTypes.None or ApiTypes.Object ? schema.AllOf[0] : null;
    }

    public static bool IsUnion(ApiSchema schema) => schema.Properties.Count == 0 && Variants(schema).Count > 1;

    public static bool IsMultiType(ApiSchema schema) => ((int)schema.Types & ((int)schema.Types - 1)) != 0;

    public static bool NeedsType(ApiSchema schema)
        => !schema.Broken && Wrapped(schema) is null && (schema.EnumValues is not null || IsUnion(schema) || CollectProperties(schema).Count > 0 || IsMultiType(schema));

    public static List<ApiProperty> CollectProperties(ApiSchema schema)
    {
        var properties = new List<ApiProperty>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var part in PartsOf(schema))
        {
            foreach (var property in part.Properties)
            {
                if (places.TryGetValue(property.Name, out var place))
                {
                    properties[place] = property;
                }
                else
                {
                    places.Add(property.Name, properties.Count);
                    properties.Add(property);
                }
            }
        }

        return properties;
    }

    // The schema and what it is composed of, the more general parts first, each once.
    public static List<ApiSchema> PartsOf(ApiSchema schema)
    {
        if (schema.AllOf.Count == 0)
        {
            return new List<ApiSchema> { schema };
        }

        var parts = new List<ApiSchema>();
        var seen = new HashSet<ApiSchema>();
        var open = new Stack<(ApiSchema Schema, bool PartsDone)>();
        open.Push((schema, false));
        while (open.Count > 0)
        {
            var (current, partsDone) = open.Pop();
            if (partsDone)
            {
                parts.Add(current);
            }
            else if (seen.Add(current))
            {
                open.Push((current, true));
                for (var i = current.AllOf.Count - 1; i >= 0; i--)
                {
                    open.Push((current.AllOf[i], false));
                }
            }
        }

        return parts;
    }

    public static HashSet<string> RequiredOf(ApiSchema schema)
    {
        var required = new HashSet<string>(StringComparer.Ordinal);
        PartsOf(schema).ForEach(part => required.UnionWith(part.Required));
        return required;
    }
}
