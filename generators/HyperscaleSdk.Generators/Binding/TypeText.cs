using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Generators.Binding;

/// <summary>How messages name types, and the kinds of values that are put into them.</summary>
internal static class TypeText
{
    public static string English(TypePlan type) => type.Kind switch
    {
        TypeKind.Model => $"an object ({type.Name})",
        TypeKind.List or TypeKind.Singles => "an array",
        TypeKind.Map => "a map",
        TypeKind.Union => $"a union ({type.Name})",
        TypeKind.Enum => $"an enum ({type.Name})",
        TypeKind.Boolean => "true or false",
        TypeKind.Any => "free JSON",
        _ when type.IsNumber => "a number",
        _ => "a string",
    };

    public static string Korean(TypePlan type) => type.Kind switch
    {
        TypeKind.Model => $"객체({type.Name})",
        TypeKind.List or TypeKind.Singles => "배열",
        TypeKind.Map => "맵",
        TypeKind.Union => $"유니언({type.Name})",
        TypeKind.Enum => $"열거형({type.Name})",
        TypeKind.Boolean => "true 또는 false",
        TypeKind.Any => "자유 JSON",
        _ when type.IsNumber => "숫자",
        _ => "문자열",
    };

    public static string EnglishSource(string source) => source switch
    {
        "text" => "text",
        "count" => "a whole number",
        "number" => "a number",
        "flag" => "true or false",
        "texts" => "a list of texts",
        _ => "JSON",
    };

    /// <summary>As the object of a sentence, with its particle.</summary>
    public static string KoreanSource(string source) => source switch
    {
        "text" => "텍스트를",
        "count" => "정수를",
        "number" => "숫자를",
        "flag" => "true 또는 false를",
        "texts" => "텍스트 목록을",
        _ => "JSON을",
    };
}
