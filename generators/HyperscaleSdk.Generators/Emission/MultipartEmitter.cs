using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Generators.Emission;

/// <summary>Emits the statements that put the parts of a form together.</summary>
internal static class MultipartEmitter
{
    public static void Emit(CodeWriter writer, BodyPlan body)
    {
        writer.Line($"var formParts = new ApiMultipart({(body.MediaType == "multipart/form-data" ? "" : CSharp.Literal(body.MediaType))});");
        foreach (var field in body.Fields)
        {
            EmitField(writer, field);
        }
    }

    private static void EmitField(CodeWriter writer, FieldPlan field)
    {
        var name = CSharp.Literal(field.JsonName);
        var type = field.ContentType is null ? "" : ", " + CSharp.Literal(field.ContentType);
        switch (field.Files)
        {
            case FileCount.One:
                writer.Line($"formParts.AddFile({name}, {field.Name}{type});");
                break;
            case FileCount.Many:
                writer.Line($"foreach (var formFile in {field.Name}{(field.Required ? "" : " ?? []")}) {{ formParts.AddFile({name}, formFile{type}); }}");
                break;
            case FileCount.None when field is { Type.Kind: TypeKind.String, ContentType: null }:
                writer.Line($"formParts.AddText({name}, {field.Name});");
                break;
            case FileCount.None when field is { Type.Kind: TypeKind.Enum, ContentType: null }:
                writer.Line($"formParts.AddText({name}, {field.Name}{(field.Required ? "" : "?")}.Value);");
                break;
            default:
                var value = field.Required || !field.IsValueType ? field.Name : field.Name + ".Value";
                var add = $"formParts.AddValue({name}, writer => {field.Type.Write("writer", value)}{type});";
                writer.Line(field.Required ? add : $"if ({field.Name} is not null) {{ {add} }}");
                break;
        }
    }
}
