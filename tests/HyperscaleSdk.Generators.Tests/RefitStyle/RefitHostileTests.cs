using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.Generators.Tests.RefitStyle;

/// <summary>Text of a document stays text wherever it stands in an interface.</summary>
public sealed class RefitHostileTests
{
    private const string Evil = """\")] } public class Owned { } //\r\n\u2028 public class Owned2 { } </summary> */ {0} {{ \u202e""";

    [Fact]
    public void Text_OfAHostileDocument_NeverBecomesCode()
    {
        var run = new RefitRun("evil.json", $$$"""
            {
              "openapi": "3.1.0",
              "info": { "title": "{{{Evil}}}", "version": "1" },
              "servers": [{ "url": "https://evil.example/\"; Owned" }],
              "components": {
                "securitySchemes": { "k": { "type": "apiKey", "in": "header", "name": "{{{Evil}}}" } },
                "schemas": { "Form": { "type": "object", "properties": { "{{{Evil}}}": { "type": "boolean" }, "l": { "type": "array", "items": { "type": "string" } } } } }
              },
              "paths": {
                "/a\")] public class Owned3; //\r\n{i\"d}/{i\nd}": {
                  "post": {
                    "operationId": "{{{Evil}}}",
                    "tags": ["{{{Evil}}}"],
                    "summary": "{{{Evil}}}",
                    "parameters": [
                      { "name": "i\"d", "in": "path", "required": true, "description": "{{{Evil}}}", "schema": { "type": "string" } },
                      { "name": "i\nd", "in": "path", "required": true, "style": "matrix", "schema": { "type": "string" } },
                      { "name": "{{{Evil}}}", "in": "query", "schema": { "type": "string" } },
                      { "name": "d{{{Evil}}}", "in": "query", "style": "deepObject", "schema": { "$ref": "#/components/schemas/Form" } },
                      { "name": "{{{Evil}}}", "in": "header", "schema": { "type": "string" } },
                      { "name": "{{{Evil}}}", "in": "cookie", "schema": { "type": "string" } }
                    ],
                    "requestBody": { "content": { "text/{{{Evil}}}": { "schema": { "type": "string" } } } },
                    "responses": { "200": { "description": "ok", "content": { "text/event-stream": { "schema": { "$ref": "#/components/schemas/Form" } } } } }
                  },
                  "put": {
                    "operationId": "form{{{Evil}}}",
                    "parameters": [{ "name": "i\"d", "in": "path", "required": true, "schema": { "type": "string" } }, { "name": "i\nd", "in": "path", "required": true, "schema": { "type": "string" } }],
                    "requestBody": { "content": { "application/x-www-form-urlencoded": { "schema": { "$ref": "#/components/schemas/Form" } } } },
                    "responses": { "204": { "description": "ok" } }
                  },
                  "patch": {
                    "operationId": "parts{{{Evil}}}",
                    "parameters": [{ "name": "i\"d", "in": "path", "required": true, "schema": { "type": "string" } }, { "name": "i\nd", "in": "path", "required": true, "schema": { "type": "string" } }],
                    "requestBody": { "content": { "multipart/form-data": {
                      "schema": { "type": "object", "properties": { "p{{{Evil}}}": { "type": "string", "format": "binary", "description": "{{{Evil}}}" } } },
                      "encoding": { "p{{{Evil}}}": { "contentType": "{{{Evil}}}" } } } } },
                    "responses": { "204": { "description": "ok" } }
                  }
                }
              }
            }
            """);

        var compiled = run.Compile();
        Assert.Equal(3, run.Plan.Operations.Count);
        Assert.DoesNotContain(
            compiled.Compilation.SyntaxTrees.SelectMany(tree => tree.GetRoot().DescendantNodes()).OfType<BaseTypeDeclarationSyntax>(),
            type => type.Identifier.ValueText.StartsWith("Owned", StringComparison.Ordinal));
        Assert.All(run.Files.Values, file => Assert.DoesNotContain('\r', file));
        Assert.All(compiled.Load().GetExportedTypes().Where(type => type.IsInterface), RefitMethod.Accept);
    }
}
