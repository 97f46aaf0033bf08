using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Generators.Tests.Operations;

/// <summary>Deprecated members, payloads of webhooks and callbacks, and models in the hands of System.Text.Json.</summary>
public sealed class MemberTests
{
    [Fact]
    public void Member_ThatIsDeprecated_WarnsItsUserAndNobodyElse()
    {
        var run = new GeneratorRun(new HyperscaleGenerator(), Specs.WithSchemas("""
            Thing: { type: object, required: [must], properties: { old: { type: string, deprecated: true }, must: { type: string, deprecated: true }, fresh: { type: string } } }
            """)).WithSource("internal static class User { public static string? Read(Generated.Test.Thing thing) => thing.Old + thing.Must + thing.Fresh; }").Generate();

        var warning = Assert.Single(run.Output.GetDiagnostics(TestContext.Current.CancellationToken), diagnostic => diagnostic.Severity > Microsoft.CodeAnalysis.DiagnosticSeverity.Info);
        Assert.Equal("CS0618", warning.Id);
        Assert.Equal("More.cs", warning.Location.GetLineSpan().Path);
    }

    [Fact]
    public async Task Member_ThatIsDeprecated_IsStillReadAndWritten()
    {
        var handler = new StubHandler("""{"old":"a"}""");

        var answer = await ClientSnippet.RunAsync(
            ClientSnippet.Document("""
                requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
                responses: { "200": { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } }
                """, "post", more: "components: { schemas: { Thing: { type: object, properties: { old: { type: string, deprecated: true } } } } }"),
            """
            #pragma warning disable CS0618
            return (await client.CallAsync(new Thing { Old = "b" })).Old ?? "";
            """,
            handler);

        Assert.Equal("a", answer);
        Assert.Equal("""{"old":"b"}""", handler.Body);
    }

    [Fact]
    public void Payloads_OfWebhooksAndCallbacks_AreModels()
    {
        var run = new GeneratorRun(new HyperscaleGenerator(), SpecText.Spec("hooks.yaml", """
            openapi: 3.1.0
            info: { title: Hooks, version: "1" }
            webhooks:
              order.paid:
                post: { requestBody: { content: { application/json: { schema: { type: object, properties: { amount: { type: integer } } } } } } }
            paths:
              /jobs:
                post:
                  operationId: startJob
                  responses: { "202": { description: ok } }
                  callbacks:
                    done:
                      '{$request.body#/url}':
                        post: { requestBody: { content: { application/json: { schema: { type: object, properties: { result: { type: string } } } } } } }
            """)).Generate().ShouldCompile();

        Assert.Contains("public long? Amount", run.Files["Test.OrderPaidPayload.g.cs"], StringComparison.Ordinal);
        Assert.Contains("public string? Result", run.Files["Test.StartJobDonePayload.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Model_InTheHandsOfSystemTextJson_IsReadAndWrittenByItsOwnCode()
    {
        var answer = await ClientSnippet.RunAsync(
            ClientSnippet.Document("""responses: { "200": { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } }""", more: """
                components:
                  schemas:
                    Thing: { type: object, properties: { kind: { type: string, enum: [a] }, at: { type: string, format: date-time }, either: { oneOf: [{ type: string }, { type: integer }] } } }
                """),
            """
            var things = System.Text.Json.JsonSerializer.Deserialize<List<Thing>>("[{\"kind\":\"z\",\"at\":\"2026-03-01T09:00:00+09:00\",\"either\":7,\"later\":true}]")!;
            return System.Text.Json.JsonSerializer.Serialize(things);
            """,
            new StubHandler("{}"));

        Assert.Equal("""[{"kind":"z","at":"2026-03-01T09:00:00+09:00","either":7,"later":true}]""", answer);
    }

    [Fact]
    public void Constants_AndFormatsOf31_HaveTheirTypes()
    {
        var run = new GeneratorRun(new HyperscaleGenerator(), Specs.WithSchemas("""
            Thing:
              type: object
              properties:
                version: { const: 2 }
                exact: { const: true }
                kind: { const: thing }
                blob: { type: string, contentEncoding: base64 }
                names: { type: object, patternProperties: { '^x-': { type: integer } } }
                pair: { type: array, prefixItems: [{ type: string }, { type: integer }] }
                price: { type: string, format: decimal }
                big: { type: integer, format: int64 }
                amount: { type: number, format: decimal }
            """)).Generate().ShouldCompile();

        var thing = run.Files["Test.Thing.g.cs"];
        foreach (var member in new[]
        {
            "long? Version", "bool? Exact", "ThingKind? Kind", "byte[]? Blob", "IDictionary<string, long>? Names", "IList<JsonElement>? Pair", "long? Big", "decimal? Amount",
        })
        {
            Assert.Contains("public " + member, thing, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("""{"object":"dog","name":"a"}""", "dog")]
    [InlineData("""{"object":"cat","name":"a"}""", "cat")]
    [InlineData("""{"object":"fish","name":"a"}""", "other")]
    public async Task Union_WhoseVariantsDifferInOneValue_IsToldApartByTheMemberThatHasIt(string json, string expected)
    {
        var answer = await ClientSnippet.RunAsync(
            ClientSnippet.Document("""responses: { "200": { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } }""", more: """
                components:
                  schemas:
                    Pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: object, mapping: { cat: '#/components/schemas/Cat', dog: Dog } } }
                    Cat: { type: object, required: [object], properties: { object: { type: string, enum: [cat] }, name: { type: string } } }
                    Dog: { type: object, required: [object], properties: { object: { const: dog }, name: { type: string } } }
                """.Replace(expected == "other" ? "\0" : ", discriminator: { propertyName: object, mapping: { cat: '#/components/schemas/Cat', dog: Dog } }", "", StringComparison.Ordinal)),
            "return (await client.CallAsync()).Match(cat => \"cat\", dog => \"dog\", other => \"other\");",
            new StubHandler(json));

        Assert.Equal(expected, answer);
    }

    [Fact]
    public async Task Type_ComposedOfOneWithADiscriminator_StandsWhereTheGeneralOneIsMeant()
    {
        var handler = new StubHandler("""[{"kind":"cat","name":"나비","lives":9},{"kind":"Dog","name":"바둑"},{"kind":"fish","name":"물고기"}]""");

        var answer = await ClientSnippet.RunAsync(
            ClientSnippet.Document("""
                requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
                responses: { "200": { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Pet' } } } } } }
                """, "post", more: """
                components:
                  schemas:
                    Pet: { type: object, required: [kind], discriminator: { propertyName: kind, mapping: { cat: '#/components/schemas/Cat' } }, properties: { kind: { type: string }, name: { type: string } } }
                    Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { lives: { type: integer } } }] }
                    Dog: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { as_cat: { type: string } } }] }
                """),
            """
            var pets = await client.CallAsync(Pet.FromCat(new Cat { Kind = "cat", Name = "나비", Lives = 9 }));
            return string.Join(",", pets.Select(pet => pet.AsCat()?.Lives?.ToString() ?? (pet.AsDog() is null ? "other" : "dog")));
            """,
            handler);

        Assert.Equal("9,dog,other", answer);
        Assert.Equal("""{"kind":"cat","name":"나비","lives":9}""", handler.Body);
    }

    [Theory]
    [InlineData("<p>Returns a <a href=\"/x\">list</a> of <code>Charge</code>s &amp; more.</p>", "Returns a list of `Charge`s &amp; more.")]
    [InlineData("a < b and List<string> stay", "a &lt; b and List&lt;string&gt; stay")]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("<p &lt;/summary&gt;", "&lt;p &amp;lt;/summary&amp;gt;")]
    [InlineData("<b>&lt;/summary&gt;</b>", "&lt;/summary&gt;")]
    public void Description_WithHtml_IsReadableInAnEditor(string description, string expected)
    {
        var run = new GeneratorRun(new HyperscaleGenerator(), Specs.WithSchemas($"Thing: {{ type: object, description: {System.Text.Json.JsonSerializer.Serialize(description)}, properties: {{ a: {{ type: string }} }} }}")).Generate().ShouldCompile();

        Assert.Contains($"/// <summary>{expected}</summary>", run.Files["Test.Thing.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Body_ThatCanHoldNothing_IsNoParameter()
    {
        var run = new GeneratorRun(new HyperscaleGenerator(), SpecText.Spec("empty.yaml", ClientSnippet.Document("""
            requestBody: { content: { application/x-www-form-urlencoded: { schema: { type: object, properties: {} } } } }
            responses: { "204": { description: ok } }
            """, "delete"))).Generate().ShouldCompile();

        Assert.Contains("public Task CallAsync(CancellationToken cancellationToken = default)", run.Files["Test.TestClient.Call.g.cs"], StringComparison.Ordinal);
    }
}
