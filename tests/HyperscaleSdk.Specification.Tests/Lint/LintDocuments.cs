namespace HyperscaleSdk.Specification.Tests.Lint;

/// <summary>Documents around the part that a test is about.</summary>
internal static class LintDocuments
{
    /// <summary>Component schemas, one of which must be named <c>Thing</c>: an operation takes and returns it.</summary>
    public static string Schemas(string schemas, string version = "3.1.0") => $$"""
        openapi: {{version}}
        info: { title: Things, version: "1" }
        servers: [{ url: https://things.example/v1 }]
        paths:
          /things:
            post:
              operationId: makeThing
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
              responses: { "200": { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } }
        components:
          schemas:
        {{Indent(schemas, 4)}}
        """;

    /// <summary>Paths of a document that has the component <c>Thing</c>.</summary>
    public static string Paths(string paths) => $$"""
        openapi: 3.1.0
        info: { title: Things, version: "1" }
        servers: [{ url: https://things.example/v1 }]
        paths:
        {{Indent(paths, 2)}}
        components:
          schemas:
            Thing: { type: object, properties: { name: { type: string } } }
          responses:
            Failed: { description: failed }
            Plain: { description: plain, content: { application/json: {} } }
        """;

    public static string Swagger(string rest) => $$"""
        swagger: "2.0"
        info: { title: Things, version: "1" }
        host: things.example
        schemes: [https]
        {{rest}}
        """;

    private static string Indent(string text, int spaces) => string.Join('\n', text.Split('\n').Select(line => new string(' ', spaces) + line));
}
