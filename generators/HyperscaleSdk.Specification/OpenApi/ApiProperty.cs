using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.OpenApi;

/// <summary>A member of an object schema.</summary>
public sealed class ApiProperty
{
    public ApiProperty(string name, ApiSchema schema, SourceSpan span)
    {
        Name = name;
        Schema = schema;
        Span = span;
    }

    public string Name { get; }

    public ApiSchema Schema { get; }

    /// <summary>Where the member's name stands.</summary>
    public SourceSpan Span { get; }
}
