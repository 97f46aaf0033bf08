using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Generators.Emission.Refit;

/// <summary>OpenAPI's styles in Refit's words.</summary>
internal static class RefitStyles
{
    /// <summary>The member of <c>CollectionFormat</c> for a list; null when there is none.</summary>
    public static string? Format(string style) => style switch
    {
        "FormExploded" => "Multi",
        "Form" => "Csv",
        "SpaceDelimited" => "Ssv",
        "PipeDelimited" => "Pipes",
        _ => null,
    };

    /// <summary>What a path has before a simple value.</summary>
    public static string Prefix(ParameterPlan parameter) => parameter.Style switch
    {
        "Label" or "LabelExploded" => ".",
        "Matrix" or "MatrixExploded" => $";{parameter.JsonName}=",
        _ => "",
    };

    /// <summary>Refit's attribute for an HTTP method; null when it has none.</summary>
    public static string? Verb(string method) => method switch
    {
        "GET" => "Get",
        "POST" => "Post",
        "PUT" => "Put",
        "DELETE" => "Delete",
        "PATCH" => "Patch",
        "HEAD" => "Head",
        "OPTIONS" => "Options",
        _ => null,
    };
}
