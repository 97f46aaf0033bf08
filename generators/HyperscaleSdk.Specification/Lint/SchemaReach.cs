using System.Collections.Generic;
using HyperscaleSdk.Specification.OpenApi;

namespace HyperscaleSdk.Specification.Lint;

/// <summary>Finds the schemas that the methods of a client lead to.</summary>
internal static class SchemaReach
{
    /// <summary>The schemas of all operations.</summary>
    /// <param name="document">The document.</param>
    /// <param name="answersOnly">Only those that a client has to read: what is only sent, its caller knows.</param>
    public static HashSet<ApiSchema> Of(ApiDocument document, bool answersOnly)
    {
        var reached = new HashSet<ApiSchema>();
        var open = new Queue<ApiSchema>();
        foreach (var operation in document.Operations)
        {
            operation.Success.ForEach(content => Add(content.Schema));
            if (!answersOnly)
            {
                operation.Body.ForEach(content => Add(content.Schema));
                operation.Parameters.ForEach(parameter => Add(parameter.Schema));
            }
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
