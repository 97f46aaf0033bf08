namespace HyperscaleSdk.Runtime;

/// <summary>How a list or an object is written into a URL, a header or a form (OpenAPI's <c>style</c> and <c>explode</c>). For generated code.</summary>
public enum ApiParameterStyle
{
    /// <summary>Every item and every member is a parameter of its own: <c>id=3&amp;id=4</c>. The usual one for queries and forms.</summary>
    FormExploded,

    /// <summary>Items with commas: <c>id=3,4</c>; an object as <c>id=R,100,G,200</c>.</summary>
    Form,

    /// <summary>Items with spaces: <c>id=3%204</c>.</summary>
    SpaceDelimited,

    /// <summary>Items with bars: <c>id=3%7C4</c>.</summary>
    PipeDelimited,

    /// <summary>Members and items in brackets, at any depth: <c>id[R]=100&amp;id[list][0]=a</c>.</summary>
    DeepObject,

    /// <summary>The value as JSON text.</summary>
    Json,

    /// <summary>Items with commas, an object as <c>R,100,G,200</c>. The usual one for paths and headers.</summary>
    Simple,

    /// <summary>Items with commas, an object as <c>R=100,G=200</c>.</summary>
    SimpleExploded,

    /// <summary>A path segment that begins with a dot: <c>.3,4</c>.</summary>
    Label,

    /// <summary>A path segment with a dot before every item: <c>.3.4</c>, <c>.R=100.G=200</c>.</summary>
    LabelExploded,

    /// <summary>A path segment that begins with a semicolon: <c>;id=3,4</c>.</summary>
    Matrix,

    /// <summary>A path segment with a semicolon before every item: <c>;id=3;id=4</c>, <c>;R=100;G=200</c>.</summary>
    MatrixExploded,
}
