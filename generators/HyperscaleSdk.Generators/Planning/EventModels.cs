using System;
using System.Collections.Generic;
using System.Linq;

namespace HyperscaleSdk.Generators.Planning;

/// <summary>Finds the models of which a stream's events are made and that hold texts: ids and names come again in each event.</summary>
internal sealed class EventModels
{
    private readonly Dictionary<string, ModelPlan> _models;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    private EventModels(Dictionary<string, ModelPlan> models) => _models = models;

    public static void Mark(Dictionary<string, ModelPlan> models, IEnumerable<OperationPlan> operations)
    {
        var marker = new EventModels(models);
        foreach (var operation in operations.Where(operation => operation.EventType is not null))
        {
            marker.Mark(operation.EventType!);
        }
    }

    private bool Mark(TypePlan type)
    {
        if (type.Kind == TypeKind.List)
        {
            return type.Element!.Kind == TypeKind.Model && Mark(type.Element);
        }

        if (type.Kind != TypeKind.Model || !_models.TryGetValue(type.Name!, out var model) || model is not ObjectPlan plan)
        {
            return false;
        }

        if (!_seen.Add(plan.Name))
        {
            return plan.Repeats;
        }

        // All are asked, not only up to the first that says yes.
        var repeats = plan.Properties.Where(property => property.Type.Kind == TypeKind.String || Mark(property.Type)).ToList().Count > 0;
        _models[plan.Name] = plan with { Repeats = repeats };
        return repeats;
    }
}
