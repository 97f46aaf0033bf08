using HyperscaleSdk.Specification.OpenApi;

namespace HyperscaleSdk.Generators.Planning;

/// <summary>OpenAPI's <c>style</c> and <c>explode</c> as a member of the runtime's <c>ApiParameterStyle</c>.</summary>
internal static class ParameterStyles
{
    public const string Usual = "FormExploded";

    public static string Of(ApiParameter parameter) => Of(parameter.Style, parameter.Explode);

    public static string Of(ApiEncoding encoding) => encoding.ContentType?.Contains("json") == true ? "Json" : Of(encoding.Style, encoding.Explode);

    private static string Of(string? style, bool explode) => style switch
    {
        "json" => "Json",
        "spaceDelimited" when !explode => "SpaceDelimited",
        "pipeDelimited" when !explode => "PipeDelimited",
        "deepObject" => "DeepObject",
        "label" => explode ? "LabelExploded" : "Label",
        "matrix" => explode ? "MatrixExploded" : "Matrix",
        "simple" => explode ? "SimpleExploded" : "Simple",
        _ => explode ? Usual : "Form",
    };
}
