using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Generators.Infrastructure;
using HyperscaleSdk.Specification.OpenApi;

namespace HyperscaleSdk.Generators.Planning;

/// <summary>Plans how the body of an operation is handed over and sent. Of several media types the one is taken that says most.</summary>
internal sealed class BodyPlanner
{
    private readonly SchemaPlanner _schemas;

    public BodyPlanner(SchemaPlanner schemas) => _schemas = schemas;

    /// <summary>The body; null when the operation takes none.</summary>
    public BodyPlan? Plan(ApiOperation operation, string name, NameScope names)
    {
        // Where nothing can be put in, nothing is asked for: an empty form, and what GET and HEAD should not have.
        if (operation.Body.All(IsEmptyForm) || (operation.Method is "GET" or "HEAD" && !operation.Body.Exists(content => content.IsJson)))
        {
            return null;
        }

        return Json(operation, name, names) ?? Form(operation, name, names) ?? Multipart(operation, name, names) ?? Text(operation, names) ?? Bytes(operation, names) ?? Content(operation, names);
    }

    private bool IsEmptyForm(ApiContent content)
        => (content.IsUrlEncoded || content.IsMultipart) && content.Schema is { AdditionalProperties: null, OneOf.Count: 0, AnyOf.Count: 0 } schema && !SchemaShape.MembersOf(schema).Any();

    private BodyPlan? Json(ApiOperation operation, string name, NameScope names)
        => operation.Body.Find(content => content.IsJson) is { } json
            ? Body(operation, BodyKind.Json, "application/json") with { Type = _schemas.TypeOf(json.Schema, name + "Request"), Name = names.Take("body") }
            : null;

    private BodyPlan? Form(ApiOperation operation, string name, NameScope names)
    {
        if (operation.Body.Find(content => content.IsUrlEncoded) is not { Schema: { } schema } form || _schemas.TypeOf(schema, name + "Request") is not { Kind: TypeKind.Model or TypeKind.Union or TypeKind.Map } type)
        {
            return null;
        }

        // Where all that is said is one style, it is said once.
        var styles = form.Encodings.Select(encoding => (Member: encoding.Key, Style: ParameterStyles.Of(encoding.Value))).ToList();
        var usual = styles.Count > 0 && styles.All(style => style.Style == styles[0].Style) && styles[0].Style != "Json" ? styles[0].Style : ParameterStyles.Usual;
        var own = styles.Where(style => style.Style != usual)
            .Select(style => new FieldPlan(style.Member, "", TypePlan.Any, FileCount.None, Required: false, "", ContentType: null, style.Style));
        return Body(operation, BodyKind.Form, form.MediaType) with { Type = type, Name = names.Take("body"), Style = usual, Fields = new EquatableArray<FieldPlan>(own) };
    }

    private BodyPlan? Multipart(ApiOperation operation, string name, NameScope names)
    {
        if (operation.Body.Find(content => content.IsMultipart) is not { Schema: { } schema } form)
        {
            return null;
        }

        var fields = SchemaShape.MembersOf(schema)
            .Select(member => Field(form, member.Property, member.Required && operation.BodyRequired, name, names))
            .ToList();
        return fields.Count == 0 ? null : Body(operation, BodyKind.Multipart, form.MediaType) with { Fields = new EquatableArray<FieldPlan>(fields) };
    }

    private FieldPlan Field(ApiContent form, ApiProperty property, bool required, string name, NameScope names)
    {
        var schema = property.Schema;
        var files = SchemaShape.IsBinary(schema) ? FileCount.One : schema.Items is { } items && SchemaShape.IsBinary(items) ? FileCount.Many : FileCount.None;
        var contentType = form.Encodings.TryGetValue(property.Name, out var encoding) ? encoding.ContentType?.Split(',')[0].Trim() : null;
        return new FieldPlan(
            property.Name,
            names.Take(CSharp.Camel(property.Name, "part")),
            files == FileCount.None ? _schemas.TypeOf(schema, name + CSharp.Pascal(property.Name, "Part")) : TypePlan.Any,
            files,
            required,
            CSharp.Prose(schema.Description ?? schema.Title),
            contentType is { Length: > 0 } && contentType.IndexOf('*') < 0 ? contentType : null,
            ParameterStyles.Usual);
    }

    private static BodyPlan? Text(ApiOperation operation, NameScope names)
        => operation.Body.Find(content => content.IsText) is { } text ? Body(operation, BodyKind.Text, text.MediaType) with { Name = names.Take("body") } : null;

    private static BodyPlan? Bytes(ApiOperation operation, NameScope names)
    {
        var types = operation.Body.Where(content => !content.IsUrlEncoded && !content.IsMultipart).Select(content => content.MediaType).ToList();
        return types.Count == 0 ? null : Body(operation, BodyKind.Bytes, types[0].Contains("*") ? "application/octet-stream" : types[0]) with
        {
            Name = names.Take("body"),
            ChoiceName = types.Count > 1 || types[0].Contains("*") ? names.Take("contentType") : null,
        };
    }

    private static BodyPlan Content(ApiOperation operation, NameScope names)
        => Body(operation, BodyKind.Content, operation.Body[0].MediaType) with { Name = names.Take("content") };

    private static BodyPlan Body(ApiOperation operation, BodyKind kind, string mediaType)
        => new(kind, Type: null, Name: "", mediaType, ChoiceName: null, operation.BodyRequired, CSharp.Prose(operation.BodyDescription), ParameterStyles.Usual, default);
}
