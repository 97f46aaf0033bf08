using System.Reflection;
using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Generators.Tests;

/// <summary>Requests with nothing but what is required, as they go over the wire.</summary>
public sealed class PlainRequestTests
{
    [Fact]
    public async Task Key_GoesWhereMostOperationsAskForIt()
    {
        var handler = await CallAsync("""
            openapi: 3.1.0
            info: { title: Things, version: "1" }
            servers: [{ url: https://things.example/v1 }]
            paths:
              /a: { get: { operationId: call, security: [{ token: [] }], responses: { "204": { description: ok } } } }
              /b: { get: { operationId: other, security: [{ token: [] }, { old: [] }], responses: { "204": { description: ok } } } }
            components:
              securitySchemes:
                old: { type: apiKey, in: query, name: hapikey }
                token: { type: http, scheme: bearer }
            """);

        Assert.Equal("Bearer test-key", handler.Request!.Headers.Authorization?.ToString());
        Assert.Equal("", handler.Request.RequestUri!.Query);
    }

    [Fact]
    public async Task Form_WithoutAPart_IsNoBody()
    {
        var handler = await CallAsync("""
            openapi: 3.1.0
            info: { title: Things, version: "1" }
            servers: [{ url: https://things.example/v1 }]
            paths:
              /a:
                post:
                  operationId: call
                  requestBody: { content: { multipart/form-data: { schema: { type: object, properties: { file: { type: string, format: binary }, note: { type: string } } } } } }
                  responses: { "204": { description: ok } }
            """);

        Assert.Null(handler.Request!.Content?.Headers.ContentType);
        Assert.Equal("", handler.Body);
    }

    private static async Task<StubHandler> CallAsync(string document)
    {
        var assembly = new GeneratorRun(new HyperscaleGenerator(), SpecText.Spec("things.yaml", document)).Generate().ShouldCompile().Load();
        var options = (HyperscaleClientOptions)Activator.CreateInstance(assembly.GetType("Generated.Test.TestOptions", throwOnError: true)!)!;
        options.ApiKey = "test-key";
        var handler = new StubHandler("");
        using var http = new HttpClient(handler);
        using var client = (IDisposable)Activator.CreateInstance(assembly.GetType("Generated.Test.TestClient", throwOnError: true)!, options, http)!;
        var method = client.GetType().GetMethod("CallAsync")!;
        var arguments = method.GetParameters().Select(parameter => parameter.ParameterType == typeof(CancellationToken) ? TestContext.Current.CancellationToken : (object?)null).ToArray();
        await (Task)method.Invoke(client, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
        return handler;
    }
}
