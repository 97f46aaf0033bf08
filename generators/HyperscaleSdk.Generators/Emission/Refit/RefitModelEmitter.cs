using System;
using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Generators.Infrastructure;
using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Generators.Emission.Refit;

/// <summary>Emits the models as for a client, with what Refit needs where it reads their properties itself.</summary>
internal static class RefitModelEmitter
{
    public static IEnumerable<(string Name, string Source)> Emit(RefitPlan plan)
    {
        var flat = plan.Operations.SelectMany(operation => operation.FlatModels)
            .GroupBy(model => model.Name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        foreach (var model in plan.Spec.Models)
        {
            yield return (model.Name, model switch
            {
                // In a query Refit takes as one value only what can be formatted; of other structs it writes the properties.
                EnumPlan item => EnumEmitter.Emit(item, formattable: true),
                ObjectPlan item when flat.TryGetValue(item.Name, out var names) => ObjectEmitter.Emit(WithNames(item, names)),
                _ => SpecEmitter.Emit(model),
            });
        }
    }

    private static ObjectPlan WithNames(ObjectPlan model, RefitFlatModel flat)
        => model with { Properties = new EquatableArray<PropertyPlan>(model.Properties.Select(property => property with { Attributes = AttributesOf(property, flat) })) };

    private static string AttributesOf(PropertyPlan property, RefitFlatModel flat)
    {
        var alias = property.JsonName == property.Name ? "" : RefitVocabulary.Full.Alias(property.JsonName);
        return property.Type.Kind is TypeKind.List or TypeKind.Singles && RefitStyles.Format(flat.StyleOf(property)) is { } format
            ? (alias + " " + RefitVocabulary.Full.QueryList(format)).TrimStart()
            : alias;
    }
}
