using System.Collections.Generic;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.OpenApi;

/// <summary>A schema as the document states it. The same node is always the same instance, so that recursion is a cycle of references.</summary>
public sealed class ApiSchema
{
    public ApiSchema(SpecNode node, string? componentName)
    {
        Node = node;
        ComponentName = componentName;
    }

    public SpecNode Node { get; }

    /// <summary>The name under <c>components/schemas</c>; null for a schema written in place.</summary>
    public string? ComponentName { get; }

    public ApiTypes Types { get; set; }

    public string? Format { get; set; }

    public string? Title { get; set; }

    public string? Description { get; set; }

    public bool Deprecated { get; set; }

    /// <summary>Null is allowed (type array with null, or the 3.0 keyword).</summary>
    public bool Nullable { get; set; }

    /// <summary>String values that the document enumerates; null when the schema is no string enum.</summary>
    public List<string>? EnumValues { get; set; }

    public List<ApiProperty> Properties { get; } = new();

    public HashSet<string> Required { get; } = new(System.StringComparer.Ordinal);

    /// <summary>The schema of members that are not named; null when the document does not say.</summary>
    public ApiSchema? AdditionalProperties { get; set; }

    /// <summary>The document says <c>additionalProperties: false</c>.</summary>
    public bool Closed { get; set; }

    public ApiSchema? Items { get; set; }

    public List<ApiSchema> OneOf { get; } = new();

    public List<ApiSchema> AnyOf { get; } = new();

    public List<ApiSchema> AllOf { get; } = new();

    /// <summary>The member that tells the variants of a union apart; null when there is none.</summary>
    public string? DiscriminatorProperty { get; set; }

    /// <summary>Discriminator values by the component that they stand for; a component without an entry is named by itself.</summary>
    public Dictionary<string, string> DiscriminatorMapping { get; } = new(System.StringComparer.Ordinal);

    /// <summary>A reference in it leads nowhere: the schema is typed as raw JSON.</summary>
    public bool Broken { get; set; }
}
