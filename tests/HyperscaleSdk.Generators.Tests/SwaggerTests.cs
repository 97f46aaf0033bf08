using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Generators.Tests;

/// <summary>OpenAPI 2.0: bodies, forms, files and shared parameters become what they are in 3.x, and positions stay true.</summary>
public sealed class SwaggerTests
{
    private const string Document = """
        swagger: "2.0"
        info: { title: Shop, version: "1" }
        host: shop.example
        basePath: /v1
        schemes: [http, https]
        consumes: [application/json]
        securityDefinitions:
          key: { type: apiKey, in: header, name: X-Shop-Key }
        parameters:
          page: { name: page, in: query, type: integer, format: int32, description: The page. }
          order: { name: order, in: body, required: true, schema: { $ref: '#/definitions/Order' } }
        definitions:
          Order:
            type: object
            required: [id]
            properties:
              id: { type: string }
              note: { type: string, x-nullable: true }
              lines: { type: array, items: { $ref: '#/definitions/Line' } }
              lost: { $ref: '#/definitions/Missing' }
          Line: { type: object, properties: { count: { type: integer } } }
        responses:
          Orders: { description: ok, schema: { type: array, items: { $ref: '#/definitions/Order' } } }
        paths:
          /orders:
            parameters: [{ $ref: '#/parameters/page' }]
            get: { operationId: list, responses: { "200": { $ref: '#/responses/Orders' } } }
            post:
              operationId: create
              parameters: [{ $ref: '#/parameters/order' }]
              responses: { "201": { description: ok, schema: { $ref: '#/definitions/Order' } } }
          /orders/{id}/picture:
            put:
              operationId: upload
              parameters:
                - { name: id, in: path, required: true, type: string }
                - { name: file, in: formData, required: true, type: file }
              responses: { "204": { description: ok } }
            get:
              operationId: download
              parameters: [{ name: id, in: path, required: true, type: string }]
              responses: { "200": { description: ok, schema: { type: file } } }
        """;

    [Theory]
    [InlineData("List", "Task<IList<Order>> ListAsync(int? page = null,")]
    [InlineData("Create", "Task<Order> CreateAsync(Order body, int? page = null,")]
    [InlineData("Upload", "Task UploadAsync(string id, ApiFile file,")]
    [InlineData("Download", "Task<Stream> DownloadAsync(string id,")]
    public void Operation_OfVersion2_HasTheSignatureOfVersion3(string name, string signature)
        => Assert.Contains(signature, Generate().ShouldCompile().Files[$"Test.TestClient.{name}.g.cs"], StringComparison.Ordinal);

    [Fact]
    public void Server_OfVersion2_IsPutTogetherFromItsParts()
    {
        var provider = Generate().Files["Test.TestProvider.g.cs"];

        Assert.Contains("https://shop.example/v1", provider, StringComparison.Ordinal);
        Assert.Contains("X-Shop-Key", provider, StringComparison.Ordinal);
    }

    [Fact]
    public void Diagnostic_InVersion2_StandsWhereTheMistakeIs()
    {
        var diagnostic = Assert.Single(Generate().Diagnostics);

        Assert.Equal("HSAI1011", diagnostic.Id);
        var line = Document.Split('\n')[diagnostic.Location.GetLineSpan().StartLinePosition.Line];
        Assert.Contains("#/definitions/Missing", line, StringComparison.Ordinal);
    }

    private static GeneratorRun Generate() => new GeneratorRun(new HyperscaleGenerator(), SpecText.Spec("shop.yaml", Document)).Generate();
}
