using System;
using System.Collections.Generic;
using System.Linq;

namespace HyperscaleSdk.Generators.Planning;

/// <summary>Finds the models of which a stream's events are made and that hold texts: ids and names come again in each event.</summary>
internal static class EventModels
{
    public static void Mark(Dictionary<string, ModelPlan> models, IEnumerable<OperationPlan> operations)
    {
        // Loops, not recursion: a hostile document may chain any number of types.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var found = new List<string>();
        var open = new Stack<TypePlan?>(operations.Select(operation => operation.EventType));
        while (open.Count > 0)
        {
            if (ObjectOf(open.Pop(), models) is { } plan && seen.Add(plan.Name))
            {
                found.Add(plan.Name);
                foreach (var property in plan.Properties)
                {
                    open.Push(property.Type);
                }
            }
        }

        // From the parts to the whole: what holds a model with texts is read beside the one before, too.
        for (var i = found.Count - 1; i >= 0; i--)
        {
            var plan = (ObjectPlan)models[found[i]];
            models[found[i]] = plan with { Repeats = plan.Properties.Any(property => property.Type.Kind == TypeKind.String || ObjectOf(property.Type, models) is { Repeats: true }) };
        }
    }

    private static ObjectPlan? ObjectOf(TypePlan? type, Dictionary<string, ModelPlan> models)
    {
        var item = type?.Kind == TypeKind.List && !type.ElementMayBeNull ? type.Element : type;
        return item?.Kind == TypeKind.Model && models.TryGetValue(item.Name!, out var model) ? model as ObjectPlan : null;
    }
}
