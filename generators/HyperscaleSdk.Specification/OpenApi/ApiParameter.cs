using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.OpenApi;

/// <summary>A parameter in path, query, header or cookie.</summary>
public sealed class ApiParameter
{
    public ApiParameter(string name, string location, ApiSchema? schema, SpecNode node)
    {
        Name = name;
        Location = location;
        Schema = schema;
        Node = node;
    }

    public string Name { get; }

    /// <summary><c>path</c>, <c>query</c>, <c>header</c> or <c>cookie</c>.</summary>
    public string Location { get; }

    public ApiSchema? Schema { get; }

    public SpecNode Node { get; }

    public bool Required { get; set; }

    public bool Deprecated { get; set; }

    public string? Description { get; set; }

    /// <summary><c>form</c>, <c>simple</c>, <c>label</c>, <c>matrix</c>, <c>spaceDelimited</c>, <c>pipeDelimited</c>, <c>deepObject</c>, or <c>json</c> for one whose content is JSON.</summary>
    public string Style { get; set; } = "form";

    /// <summary>Every item or member is written on its own.</summary>
    public bool Explode { get; set; }

    /// <summary>Reserved characters (<c>:/?#[]@!$&amp;'()*+,;=</c>) are sent as they are.</summary>
    public bool AllowReserved { get; set; }
}
