#pragma warning disable MA0048 // a body and its fields stand together

using HyperscaleSdk.Generators.Infrastructure;

namespace HyperscaleSdk.Generators.Planning;

/// <summary>How the body of an operation is sent.</summary>
internal enum BodyKind
{
    Json,

    /// <summary>A model as <c>application/x-www-form-urlencoded</c>.</summary>
    Form,

    /// <summary>Parts, each a parameter of the method.</summary>
    Multipart,
    Text,
    Bytes,

    /// <summary>Whatever the caller hands over.</summary>
    Content,
}

/// <summary>The body of an operation.</summary>
/// <param name="Kind">How it is sent.</param>
/// <param name="Type">The type of a JSON or form body; null otherwise.</param>
/// <param name="Name">The C# parameter name.</param>
/// <param name="MediaType">The media type.</param>
/// <param name="ChoiceName">The C# parameter with which the caller chooses another media type; null when there is one only.</param>
/// <param name="Required">Whether it has to be given.</param>
/// <param name="Doc">Documentation, escaped.</param>
/// <param name="Style">The style of a form's lists: a member of <c>ApiParameterStyle</c>.</param>
/// <param name="Fields">The parts of a multipart body; of a form those members that have a style of their own.</param>
internal sealed record BodyPlan(
    BodyKind Kind, TypePlan? Type, string Name, string MediaType, string? ChoiceName, bool Required, string Doc, string Style, EquatableArray<FieldPlan> Fields);

/// <summary>A part of a multipart body, or a member of a form.</summary>
/// <param name="JsonName">The name on the wire.</param>
/// <param name="Name">The C# parameter name.</param>
/// <param name="Type">The type without nullability; for files that of one file.</param>
/// <param name="Files">How many files it holds.</param>
/// <param name="Required">Whether it has to be given.</param>
/// <param name="Doc">Documentation, escaped.</param>
/// <param name="ContentType">The media type of the part; null means by its type.</param>
/// <param name="Style">The style of a form's member.</param>
internal sealed record FieldPlan(string JsonName, string Name, TypePlan Type, FileCount Files, bool Required, string Doc, string? ContentType, string Style)
{
    /// <summary>The type as written in code, without nullability.</summary>
    public string Code => Files switch { FileCount.One => "ApiFile", FileCount.Many => "IEnumerable<ApiFile>", _ => Type.Code };

    public bool IsValueType => Files == FileCount.None && Type.IsValueType;
}

/// <summary>Whether a part is a file.</summary>
internal enum FileCount
{
    None,
    One,
    Many,
}
