using System;
using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Generators.Infrastructure;
using HyperscaleSdk.Specification.OpenApi;

namespace HyperscaleSdk.Generators.Planning;

/// <summary>Finds the types that are composed (<c>allOf</c>) of one with a discriminator. Where the document says the general type, a special one may stand.</summary>
internal static class DerivedTypes
{
    /// <summary>The special types of each general one, by the general one.</summary>
    /// <param name="components">The components.</param>
    /// <param name="partsOf">A schema with all that it is composed of.</param>
    public static Dictionary<ApiSchema, List<ApiSchema>> Find(IReadOnlyList<ApiSchema> components, Func<ApiSchema, IEnumerable<ApiSchema>> partsOf)
    {
        var general = components.Where(schema => schema is { DiscriminatorProperty: not null, OneOf.Count: 0, AnyOf.Count: 0 }).ToDictionary(schema => schema, _ => new List<ApiSchema>());
        if (general.Count == 0)
        {
            return general;
        }

        foreach (var special in components.Where(schema => schema.AllOf.Count > 0))
        {
            foreach (var part in partsOf(special))
            {
                if (!ReferenceEquals(part, special) && general.TryGetValue(part, out var specials))
                {
                    specials.Add(special);
                }
            }
        }

        return general;
    }

    /// <summary>A plan with its special types; the plan itself when it has none.</summary>
    public static ObjectPlan Link(ObjectPlan plan, ApiSchema schema, IEnumerable<(ApiSchema Schema, TypePlan Type)> specials)
    {
        if (plan.Find(schema.DiscriminatorProperty!) is not { Type.Kind: TypeKind.String or TypeKind.Enum } tag)
        {
            return plan;
        }

        var value = tag.Type.Kind == TypeKind.String ? tag.Storage : tag.Storage + (tag.MayBeNull ? "?.Value" : ".Value");
        var names = new NameScope(ReservedNames.Members.Concat(plan.Properties.Select(property => property.Name)).Concat(new[] { plan.Name, plan.UnknownName }));
        var derived = new List<DerivedPlan>();
        foreach (var (special, type) in specials)
        {
            var tags = schema.DiscriminatorMapping.Where(entry => entry.Value == special.ComponentName).Select(entry => entry.Key).ToList();
            if (tags.Count == 0)
            {
                tags.Add(special.ComponentName!);
            }

            // Both methods of a pair end alike.
            var name = type.Name!;
            while (!names.TryTake("As" + name, "From" + name))
            {
                name += "Type";
            }

            derived.Add(new DerivedPlan(name, type, $"{value} is {string.Join(" or ", tags.Select(CSharp.Literal))}", new EquatableArray<string>(tags)));
        }

        return plan with { Derived = new EquatableArray<DerivedPlan>(derived) };
    }
}
