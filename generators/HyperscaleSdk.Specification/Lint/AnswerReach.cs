using System.Collections.Generic;
using HyperscaleSdk.Specification.OpenApi;

namespace HyperscaleSdk.Specification.Lint;

/// <summary>Finds the schemas that a client has to read. What is only sent needs no telling apart: the caller knows what it is.</summary>
internal static class AnswerReach
{
    public static HashSet<ApiSchema> Of(ApiDocument document)
    {
        var reached = new HashSet<ApiSchema>();
        var open = new Queue<ApiSchema>();
        foreach (var operation in document.Operations)
        {
            operation.Success.ForEach(content => Add(content.Schema));
        }

        while (open.Count > 0)
        {
            var schema = open.Dequeue();
            schema.Properties.ForEach(property => Add(property.Schema));
            Add(schema.Items);
            Add(schema.AdditionalProperties);
            schema.OneOf.ForEach(Add);
            schema.AnyOf.ForEach(Add);
            schema.AllOf.ForEach(Add);
        }

        return reached;

        void Add(ApiSchema? schema)
        {
            if (schema is not null && reached.Add(schema))
            {
                open.Enqueue(schema);
            }
        }
    }
}
