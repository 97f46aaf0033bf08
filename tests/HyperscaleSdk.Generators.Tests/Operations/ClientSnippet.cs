using System.Net.Http;
using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Generators.Tests.Operations;

/// <summary>A consumer's code that calls a generated client, compiled with it and run against a stand-in for the server.</summary>
internal static class ClientSnippet
{
    /// <summary>Runs statements over <c>client</c>; they return a text.</summary>
    /// <param name="document">The document.</param>
    /// <param name="statements">C# that ends with <c>return</c>.</param>
    /// <param name="handler">Answers.</param>
    /// <param name="more">Further C# of the consumer.</param>
    public static async Task<string> RunAsync(string document, string statements, HttpMessageHandler handler, string more = "")
    {
        var run = new GeneratorRun(new HyperscaleGenerator(), SpecText.Spec("snippet.yaml", document))
            .WithSource($$"""
                using System;
                using System.Collections.Generic;
                using System.IO;
                using System.Linq;
                using System.Net.Http;
                using System.Text;
                using System.Threading.Tasks;
                using HyperscaleSdk;
                using Generated.Test;

                internal static class Snippet
                {
                    public static async Task<string> RunAsync(HttpClient http)
                    {
                        await Task.Yield();
                        using var client = new TestClient(new TestOptions { ApiKey = "user:secret" }, http);
                        {{statements}}
                    }
                }
                """)
            .WithSource(more, "Hooks.cs")
            .Generate()
            .ShouldCompile();
        Assert.Empty(run.Diagnostics);
        using var http = new HttpClient(handler);
        return await (Task<string>)run.Load().GetType("Snippet", throwOnError: true)!.GetMethod("RunAsync")!.Invoke(null, [http])!;
    }

    /// <summary>A document with one operation <c>call</c> at <c>/a</c>.</summary>
    /// <param name="operation">What stands below the method, in block style.</param>
    /// <param name="method">The method.</param>
    /// <param name="path">The path.</param>
    /// <param name="more">Further top-level keys.</param>
    public static string Document(string operation, string method = "get", string path = "/a", string more = "") => $$"""
        openapi: 3.1.0
        info: { title: Things, version: "1" }
        servers: [{ url: https://things.example/v1 }]
        paths:
          "{{path}}":
            {{method}}:
              operationId: call
        {{Specs.Indent(operation, 6)}}
        {{more}}
        """;
}
