using HyperscaleSdk.Fuzzing.Trees;

namespace HyperscaleSdk.Fuzzing.Mutations;

/// <summary>Paths, operations, parameters, bodies and answers that are not as they should be, and what stands at the top of a document.</summary>
internal static class OperationMutations
{
    public static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

    private static readonly string[] PathTemplates =
    [
        "/", "", "a", "/a/{id}", "/{a}{b}", "/{a}/{a}", "/{}", "/}{", "/{a", "/{a}.json", "/{a/b}", "/a?b={c}", "/a#b", "/{class}/{namespace}", "/a b", "/가/{나}", "/\"", "/\\", "/{id}/{ID}/{Id}", "/{cancellationToken}", "/*/", "//", "/a\n", "/{a\"b}", "/%7Ba%7D", "/a:{b}", "/{+path}", "/{path*}",
    ];

    private static readonly string[] MediaTypes =
    [
        "application/json", "application/json; charset=utf-8", "application/problem+json", "multipart/form-data", "application/x-www-form-urlencoded", "application/octet-stream", "text/plain", "text/event-stream", "application/x-ndjson", "application/jsonl",
        "image/*", "*/*", "", "application/xml", "Application/JSON", "text/json\"", "application/vnd.a+json", "multipart/mixed", "a", "text/plain\r\nX: y",
    ];

    private static readonly string[] Statuses = ["200", "201", "204", "2XX", "default", "400", "4XX", "5xx", "999", "0", "", "abc", "-1", "x-a", "302"];

    private static readonly string[] Locations = ["query", "path", "header", "cookie", "body", "formData", "", "Query", "querystring"];

    private static readonly string[] Versions = ["3.1.0", "3.0.0", "3.2.0", "2.0", "3", "4.0", "", "1.2", "3.", "3.1.0-rc", "３.1"];

    private static readonly string[] Servers = ["https://a.example/v1", "/v1", "", "{scheme}://x/{a}", "http://", "https://a.example/\"", "https://가.example", "ftp://a", "https://a b", "//a.example", "https://a.example/{", "javascript:alert(1)", "https://user:pw@a.example"];

    public static void Apply(MutationContext context)
    {
        var rng = context.Rng;
        if (rng.Chance(20) || context.Operation() is not { } operation)
        {
            ChangeDocument(context);
            return;
        }

        switch (rng.Next(8))
        {
            case 0:
                operation.Set("operationId", rng.Chance(90) ? Tree.String(Awkward.Name(rng)) : Awkward.Value(rng));
                break;
            case 1 or 2:
                AddParameters(operation, context);
                break;
            case 3:
                operation.Set("requestBody", Body(context));
                break;
            case 4:
                operation.Set("responses", Tree.Mapping(Enumerable.Range(0, rng.Between(0, 4)).Select(_ => (rng.Pick(Statuses), Response(context))).ToList()));
                break;
            case 5:
                operation.Set(rng.Pick(["summary", "description"]), Tree.String(Awkward.Text(rng)));
                break;
            case 6:
                operation.Set("security", rng.Chance(50) ? Tree.Sequence(Tree.Mapping((Awkward.Name(rng), Tree.Sequence()))) : Awkward.Value(rng));
                break;
            default:
                operation.Set(rng.Pick(["deprecated", "tags", "callbacks", "servers", "consumes", "produces", "x-hyperscale", "externalDocs"]), Awkward.Value(rng));
                break;
        }
    }

    /// <summary>Another path for an operation, or a copy of a path.</summary>
    public static void ChangePath(MutationContext context)
    {
        if (context.Root["paths"] is not { Members.Count: > 0 } paths)
        {
            return;
        }

        var rng = context.Rng;
        var path = rng.Pick(paths.Members);
        var name = rng.Chance(70) ? rng.Pick(PathTemplates) : "/" + Awkward.Name(rng);
        if (rng.Chance(50))
        {
            path.Name = name;
        }
        else
        {
            paths.Members.Add(new TreeMember(name, path.Value.Clone()));
        }

        if (rng.Chance(30) && path.Value.Members.Count > 0)
        {
            rng.Pick(path.Value.Members).Name = rng.Pick(Methods);
        }
    }

    private static void ChangeDocument(MutationContext context)
    {
        var rng = context.Rng;
        switch (rng.Next(5))
        {
            case 0:
                context.Root.Set(rng.Chance(70) ? "openapi" : "swagger", rng.Chance(90) ? Tree.String(rng.Pick(Versions)) : Tree.Number(rng.Pick(["3.1", "2.0", "3"])));
                break;
            case 1:
                context.Root.Set("info", Tree.Mapping(("title", Tree.String(Awkward.Text(rng))), ("version", Awkward.Value(rng)), ("description", Awkward.Value(rng))));
                break;
            case 2:
                context.Root.Set("servers", Tree.Sequence(Tree.Mapping(("url", Tree.String(rng.Pick(Servers))), ("variables", Tree.Mapping(("a", Tree.Mapping(("default", Awkward.Value(rng)))))))));
                break;
            case 3:
                context.Root.Set(rng.Pick(["host", "basePath", "schemes", "security", "tags", "webhooks", "components", "paths", "definitions", "x-hyperscale", "consumes", "produces", "jsonSchemaDialect"]), Awkward.Value(rng));
                break;
            default:
                context.Root["components"]?.Set("securitySchemes", Tree.Mapping((Awkward.Name(rng), Tree.Mapping(
                    ("type", Tree.String(rng.Pick(["apiKey", "http", "oauth2", "openIdConnect", "mutualTLS", "x"]))),
                    ("scheme", Tree.String(rng.Pick(["bearer", "basic", "Bearer", "x"]))),
                    ("in", Tree.String(rng.Pick(Locations))),
                    ("name", Tree.String(Awkward.Name(rng)))))));
                break;
        }
    }

    private static void AddParameters(Tree operation, MutationContext context)
    {
        var rng = context.Rng;
        if (operation["parameters"] is not { Kind: TreeKind.Sequence } parameters)
        {
            parameters = Tree.Sequence();
            operation.Set("parameters", parameters);
        }

        for (var i = rng.Between(1, 4); i > 0; i--)
        {
            var name = parameters.Items.Count > 0 && rng.Chance(30) ? rng.Pick(parameters.Items)["name"]?.Text ?? "a" : Awkward.Name(rng);
            var parameter = Tree.Mapping(
                ("name", Tree.String(name)),
                ("in", Tree.String(rng.Pick(Locations))),
                ("required", Tree.Boolean(rng.Chance(50))),
                ("schema", SchemaMutations.Part(context)));
            if (rng.Chance(40))
            {
                parameter.Set(rng.Pick(["style", "explode", "content", "schema", "type", "items", "description", "deprecated", "allowReserved", "collectionFormat", "default", "enum", "x-ms-client-name"]), Awkward.Value(rng));
            }

            parameters.Items.Insert(rng.Next(parameters.Items.Count + 1), rng.Chance(90) ? parameter : Tree.Reference(context.Target()));
        }
    }

    private static Tree Body(MutationContext context) => context.Rng.Next(8) switch
    {
        0 => Tree.Reference(context.Target()),
        1 => Awkward.Value(context.Rng),
        _ => Tree.Mapping(("required", Tree.Boolean(context.Rng.Chance(50))), ("content", Content(context))),
    };

    private static Tree Response(MutationContext context) => context.Rng.Next(8) switch
    {
        0 => Tree.Reference(context.Target()),
        1 => Awkward.Value(context.Rng),
        2 => Tree.Mapping(("description", Tree.String(Awkward.Text(context.Rng))), ("schema", SchemaMutations.Part(context))),
        _ => Tree.Mapping(("description", Tree.String(Awkward.Text(context.Rng))), ("content", Content(context)), ("headers", Awkward.Value(context.Rng))),
    };

    private static Tree Content(MutationContext context)
    {
        var rng = context.Rng;
        return Tree.Mapping(Enumerable.Range(0, rng.Between(0, 3)).Select(_ => (
            rng.Pick(MediaTypes),
            rng.Chance(90) ? Tree.Mapping((rng.Chance(90) ? "schema" : "itemSchema", SchemaMutations.Part(context)), ("encoding", Awkward.Value(rng))) : Awkward.Value(rng))).ToList());
    }
}
