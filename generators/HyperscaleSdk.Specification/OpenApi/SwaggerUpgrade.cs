using System;
using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.OpenApi;

/// <summary>Lays an OpenAPI 2.0 document out as a 3.0 one. Nodes that need no change are the document's own, so that every position stays true.</summary>
internal sealed class SwaggerUpgrade
{
    private const int LongestChain = 64;
    private static readonly string[] Json = { "application/json" };

    private readonly SpecNode _root;

    private SwaggerUpgrade(SpecNode root) => _root = root;

    /// <summary>The document as 3.0.</summary>
    public static SpecNode Apply(SpecNode root) => new SwaggerUpgrade(root).Upgrade();

    private SpecNode Upgrade()
    {
        var members = new List<SpecMember> { Member("openapi", Text("3.0.3", _root["swagger"]!.Span)) };
        foreach (var member in _root.Members)
        {
            switch (member.Name)
            {
                // Kept under its old name as well: references say '#/definitions/…'.
                case "info" or "definitions" or "tags" or "security" or "externalDocs":
                    members.Add(member);
                    break;
                case "paths":
                    members.Add(Replace(member, Paths(member.Value)));
                    break;
                case "responses":
                    members.Add(Replace(member, Each(member.Value, response => Response(response, Types(_root["produces"])))));
                    break;
                default:
                    if (member.Name.StartsWith("x-", StringComparison.Ordinal))
                    {
                        members.Add(member);
                    }

                    break;
            }
        }

        if (Server() is { } server)
        {
            members.Add(Member("servers", SpecNode.Sequence(new[] { Map(server.Span, Member("url", server)) }, server.Span)));
        }

        members.Add(Member("components", Components()));
        return SpecNode.Mapping(members, _root.Span);
    }

    private SpecNode Components()
    {
        var members = new List<SpecMember>();
        if (_root["definitions"] is { } definitions)
        {
            members.Add(Member("schemas", definitions));
        }

        if (_root["securityDefinitions"] is { Kind: SpecNodeKind.Mapping } schemes)
        {
            members.Add(Member("securitySchemes", Each(schemes, scheme => scheme["type"]?.AsString() == "basic"
                ? Map(scheme.Span, Member("type", Text("http", scheme.Span)), Member("scheme", Text("basic", scheme.Span)))
                : scheme)));
        }

        return SpecNode.Mapping(members, _root.Span);
    }

    private SpecNode? Server()
    {
        if (_root["host"] is not { Scalar: { Length: > 0 } host } node)
        {
            return null;
        }

        var schemes = _root["schemes"]?.Items.Select(item => item.Scalar).ToList();
        var scheme = schemes is null || schemes.Count == 0 || schemes.Contains("https") ? "https" : schemes[0];
        return Text($"{scheme}://{host}{_root["basePath"]?.Scalar}", node.Span);
    }

    private SpecNode Paths(SpecNode paths) => Each(paths, item => item.Kind != SpecNodeKind.Mapping ? item : SpecNode.Mapping(
        item.Members.Select(member => member.Name switch
        {
            // A body among them applies to each operation of the path.
            "parameters" => Replace(member, Plain(member.Value)),
            "get" or "put" or "post" or "delete" or "options" or "head" or "patch" => Replace(member, Operation(member.Value, item["parameters"])),
            _ => member,
        }),
        item.Span));

    private SpecNode Operation(SpecNode operation, SpecNode? shared)
    {
        if (operation.Kind != SpecNodeKind.Mapping)
        {
            return operation;
        }

        var members = new List<SpecMember>();
        foreach (var member in operation.Members)
        {
            switch (member.Name)
            {
                case "parameters":
                    members.Add(Replace(member, Plain(member.Value)));
                    break;
                case "responses":
                    members.Add(Replace(member, Each(member.Value, response => Response(response, Types(operation["produces"] ?? _root["produces"])))));
                    break;
                case "consumes" or "produces" or "schemes":
                    break;
                default:
                    members.Add(member);
                    break;
            }
        }

        var parameters = Resolved(operation["parameters"]).Concat(Resolved(shared)).ToList();
        if (Body(parameters, Types(operation["consumes"] ?? _root["consumes"])) is { } body)
        {
            members.Add(Member("requestBody", body));
        }

        return SpecNode.Mapping(members, operation.Span);
    }

    private static SpecNode? Body(List<SpecNode> parameters, IReadOnlyList<string> consumes)
    {
        var body = parameters.Find(parameter => parameter["in"]?.Scalar == "body");
        if (body is not null)
        {
            var schema = body["schema"] ?? Map(body.Span);
            return Content(body, consumes, schema, body["required"]);
        }

        var fields = parameters.Where(parameter => parameter["in"]?.Scalar == "formData" && parameter["name"]?.Scalar is not null).ToList();
        if (fields.Count == 0)
        {
            return null;
        }

        var names = fields.Where(field => field["required"].IsTrue()).Select(field => field["name"]!).ToList();
        var form = Map(
            fields[0].Span,
            Member("type", Text("object", fields[0].Span)),
            Member("required", SpecNode.Sequence(names, fields[0].Span)),
            Member("properties", SpecNode.Mapping(fields.Select(field => new SpecMember(field["name"]!.Scalar!, field["name"]!.Span, field)), fields[0].Span)));
        var type = fields.Exists(field => field["type"]?.Scalar == "file") ? "multipart/form-data" : consumes.FirstOrDefault(IsForm) ?? "application/x-www-form-urlencoded";
        var encodings = fields.Select(field => (Name: field["name"]!.Scalar!, Style: Style(field).ToArray(), field.Span)).Where(field => field.Style.Length > 0);
        var encoding = SpecNode.Mapping(encodings.Select(field => Member(field.Name, Map(field.Span, field.Style))), fields[0].Span);
        return Content(fields[0], new[] { type }, form, SpecNode.Boolean(names.Count > 0, fields[0].Span), Member("encoding", encoding));
    }

    private static bool IsForm(string type) => type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) || type.Contains("form-urlencoded");

    private static SpecNode Content(SpecNode at, IReadOnlyList<string> types, SpecNode schema, SpecNode? required, params SpecMember[] more)
    {
        var members = new List<SpecMember>
        {
            Member("content", SpecNode.Mapping(types.Select(type => Member(type, Map(schema.Span, new[] { Member("schema", schema) }.Concat(more).ToArray()))), at.Span)),
        };
        if (required is not null)
        {
            members.Add(Member("required", required));
        }

        if (at["description"] is { } description)
        {
            members.Add(Member("description", description));
        }

        return SpecNode.Mapping(members, at.Span);
    }

    private static SpecNode Response(SpecNode response, IReadOnlyList<string> produces)
    {
        if (response["schema"] is not { } schema)
        {
            return response;
        }

        var types = schema["type"]?.Scalar == "file" && produces.All(type => type.Contains("json")) ? new[] { "application/octet-stream" } : produces;
        return SpecNode.Mapping(response.Members.Where(member => member.Name != "schema").Concat(Content(response, types, schema, required: null).Members), response.Span);
    }

    // Parameters that stay parameters: their type stands in them, so each is its own schema.
    private SpecNode Plain(SpecNode parameters) => parameters.Kind != SpecNodeKind.Sequence ? parameters : SpecNode.Sequence(
        Resolved(parameters)
            .Where(parameter => parameter["in"]?.Scalar is not ("body" or "formData"))
            .Select(parameter => SpecNode.Mapping(parameter.Members.Concat(Style(parameter)).Concat(new[] { Member("schema", parameter) }), parameter.Span)),
        parameters.Span);

    // An array is separated by commas unless the document says otherwise.
    private static IEnumerable<SpecMember> Style(SpecNode parameter)
    {
        if (parameter["type"]?.Scalar != "array")
        {
            yield break;
        }

        var format = parameter["collectionFormat"]?.Scalar;
        yield return Member("explode", SpecNode.Boolean(format == "multi", parameter.Span));
        if (format is "ssv" or "pipes")
        {
            yield return Member("style", Text(format == "ssv" ? "spaceDelimited" : "pipeDelimited", parameter.Span));
        }
    }

    private IEnumerable<SpecNode> Resolved(SpecNode? parameters)
        => (parameters?.Items ?? Array.Empty<SpecNode>()).Select(Resolve).Where(parameter => parameter is not null).Select(parameter => parameter!);

    private SpecNode? Resolve(SpecNode node)
    {
        var at = node;
        for (var step = 0; step < LongestChain; step++)
        {
            if (at["$ref"]?.Scalar is not { } reference)
            {
                return at;
            }

            if (!reference.StartsWith("#/parameters/", StringComparison.Ordinal) || _root["parameters"]?[reference.Substring("#/parameters/".Length)] is not { } target)
            {
                return null;
            }

            at = target;
        }

        return null;
    }

    private static IReadOnlyList<string> Types(SpecNode? list)
    {
        var types = (list?.Items ?? Array.Empty<SpecNode>()).Where(item => item.Scalar is not null).Select(item => item.Scalar!).Distinct(StringComparer.Ordinal).ToList();
        return types.Count == 0 ? Json : types;
    }

    private static SpecNode Each(SpecNode mapping, Func<SpecNode, SpecNode> change)
        => mapping.Kind != SpecNodeKind.Mapping ? mapping : SpecNode.Mapping(mapping.Members.Select(member => Replace(member, change(member.Value))), mapping.Span);

    private static SpecMember Replace(SpecMember member, SpecNode value) => new(member.Name, member.NameSpan, value);

    private static SpecMember Member(string name, SpecNode value) => new(name, value.Span.Front, value);

    private static SpecNode Map(SourceSpan span, params SpecMember[] members) => SpecNode.Mapping(members, span);

    private static SpecNode Text(string text, SourceSpan span) => SpecNode.String(text, span);
}
