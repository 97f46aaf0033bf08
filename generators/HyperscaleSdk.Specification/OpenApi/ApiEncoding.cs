namespace HyperscaleSdk.Specification.OpenApi;

/// <summary>How one member of a form is written.</summary>
public sealed class ApiEncoding
{
    public ApiEncoding(string? contentType, string? style, bool explode)
    {
        ContentType = contentType;
        Style = style;
        Explode = explode;
    }

    /// <summary>The media type of the member; null means by its type.</summary>
    public string? ContentType { get; }

    /// <summary><c>form</c>, <c>spaceDelimited</c>, <c>pipeDelimited</c> or <c>deepObject</c>; null when the document does not say.</summary>
    public string? Style { get; }

    public bool Explode { get; }
}
