using System.Text;
using System.Text.Json;
using HyperscaleSdk.Generators.Planning;
using HyperscaleSdk.Runtime;
using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Generators.Tests;

public sealed class OutputTests
{
    [Fact]
    public void Output_OfBothProviders_CompilesWithoutAWarning()
        => new GeneratorRun(new HyperscaleGenerator(), [.. Specs.Upstage(), .. Specs.ClovaStudio()]).Generate().ShouldCompile();

    [Fact]
    public void ReservedNames_HaveEveryPublicTypeOfMicrosoftExtensionsAI()
    {
        var types = typeof(Microsoft.Extensions.AI.IChatClient).Assembly.GetExportedTypes()
            .Where(type => !type.IsNested)
            .Select(type => type.Name.Split('`')[0]);

        Assert.Empty(types.Except(ReservedNames.Types, StringComparer.Ordinal).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Names_ThatCollideOrSayNothing_AreStillDistinctIdentifiers()
    {
        var run = Generate("""
            Thing:
              type: object
              properties:
                name: { type: string }
                Name: { type: string }
                NAME: { type: string }
                thing: { type: string }
                'class': { type: string }
                '1st': { type: string }
                '+1': { type: integer }
                '-1': { type: integer }
                이름: { type: string }
                read_json: { type: string }
                additional_properties: { type: string }
                kind: { type: string, enum: [Add, add, ADD, '+', '-', '', 'Etc/GMT+0', 'Etc/GMT-0', value] }
                inner: { type: object, properties: { a: { type: string } } }
            thing:
              type: object
              properties: { other: { type: string } }
            ChatMessage:
              type: object
              properties: { text: { type: string } }
            String:
              type: object
              properties: { text: { type: string } }
            """);

        run.ShouldCompile();
        Assert.Contains("Test.TestChatMessage.g.cs", run.Files.Keys);
        Assert.Contains("public string? 이름", run.Files["Test.Thing.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Types_ThatAreCalledAsAMember_GetAnotherName()
        => Generate("""
            Value: { type: string, enum: [a, Value] }
            Other: { oneOf: [{ type: string }, { type: array, items: { type: string } }] }
            ToString: { type: object, properties: { to_string: { type: string } } }
            ReadJson: { type: string, enum: [equals, get_type] }
            CreateEmpty: { type: object, required: [v], properties: { v: { $ref: '#/components/schemas/Value' }, o: { $ref: '#/components/schemas/Other' } } }
            Thing: { anyOf: [{ $ref: '#/components/schemas/Thing' }, { type: string }, { type: integer }] }
            """).ShouldCompile();

    [Fact]
    public void Union_OfTypesWithHangulNames_HasAMatch()
    {
        var run = Generate("""
            연락처: { oneOf: [{ $ref: '#/components/schemas/전화' }, { $ref: '#/components/schemas/이메일' }] }
            전화: { type: object, required: [번호], properties: { 번호: { type: string } } }
            이메일: { type: object, required: [주소], properties: { 주소: { type: string } } }
            """).ShouldCompile();

        Assert.Contains("이메일 is { } value1 ? 이메일(value1)", run.Files["Test.연락처.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Names_OfManyHundredLetters_AreCutAndTheirFilesStayDistinct()
    {
        var name = new string('가', 400);

        var run = Generate($"{name}: {{ type: object, properties: {{ a: {{ type: string }} }} }}\n{name}나: {{ type: object, properties: {{ b: {{ type: string }} }} }}").ShouldCompile();

        Assert.All(run.Files.Keys, file => Assert.InRange(Encoding.UTF8.GetByteCount(file), 1, 200));
        Assert.Equal(2, run.Files.Count(file => file.Value.Contains("public string? ", StringComparison.Ordinal) && file.Key.Contains('가', StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("x\\u2028public class Owned { }")]
    [InlineData("querry\\n]]>")]
    public void Parameter_OfAnUnknownPlace_IsLeftOutWithItsTextOnOneLine(string place)
    {
        var run = new GeneratorRun(new HyperscaleGenerator(), SpecText.Spec("place.json", $$"""
            { "openapi": "3.1.0", "info": { "title": "t", "version": "1" }, "paths": { "/a": { "get": { "operationId": "call",
              "parameters": [{ "name": "p", "in": "{{place}}", "schema": { "type": "string" } }], "responses": { "204": { "description": "ok" } } } } } }
            """)).Generate().ShouldCompile();

        var diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal("HSAI1019", diagnostic.Id);
        Assert.DoesNotContain(diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), c => char.IsControl(c) || c == '\u2028');
        Assert.Contains("CallAsync(CancellationToken", run.Files["Test.TestClient.Call.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Text_OfAHostileDocument_NeverBecomesCode()
    {
        const string evil = "*/ public class Owned { } /* \\\"; public class Owned2 { } // </summary> \\u2028 public class Owned3 { } \\n public class Owned4 { } \\r public class Owned5 { } \"\"\" {0} $@";
        var spec = SpecText.Spec("evil.json", $$$"""
            {
              "openapi": "3.1.0",
              "info": { "title": "{{{evil.Replace("\"\"\"", "\\\"\\\"\\\"", StringComparison.Ordinal)}}}", "version": "1" },
              "servers": [{ "url": "https://evil.example/\"; Owned" }],
              "paths": {
                "/a\";public class Owned6{}//{id}": {
                  "get": {
                    "operationId": "x\"; public class Owned7 { } //",
                    "summary": "</summary> */ \n public class Owned8 { }",
                    "parameters": [
                      { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } },
                      { "name": "q\"); System.IO.File.Delete(\"x", "in": "query", "description": "</param>\n}}", "schema": { "type": "string" } }
                    ],
                    "responses": { "200": { "description": "ok", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/T" } } } } }
                  }
                }
              },
              "components": { "schemas": { "T": { "type": "object", "description": "{{{evil.Replace("\"\"\"", "\\\"\\\"\\\"", StringComparison.Ordinal)}}}", "properties": {
                "p\" = 1; } public class Owned9 { } //": { "type": "string", "description": "\u2029 public class Owned10 { }" },
                "e": { "type": "string", "enum": ["a\"); public class Owned11 { } //", "\u202e b", "\ud800"] }
              } } } }
            }
            """);

        var run = new GeneratorRun(new HyperscaleGenerator(), spec).Generate();

        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
        Assert.NotEmpty(run.Files);
        Assert.DoesNotContain(run.Output.SyntaxTrees.SelectMany(tree => tree.GetRoot().DescendantNodes())
            .OfType<Microsoft.CodeAnalysis.CSharp.Syntax.BaseTypeDeclarationSyntax>(), type => type.Identifier.ValueText.StartsWith("Owned", StringComparison.Ordinal));
        run.ShouldCompile();
    }

    [Fact]
    public void Model_WithUnknownMembersAndValues_SurvivesARoundTrip()
    {
        var run = Generate("""
            Thing:
              type: object
              required: [id, when]
              properties:
                id: { type: string }
                when: { type: [string, 'null'] }
                kind: { type: string, enum: [a, b] }
                count: { type: integer }
                ratio: { type: number }
                flag: { type: boolean }
                tags: { type: array, items: { type: string } }
                map: { type: object, additionalProperties: { type: integer } }
                free: {}
                content:
                  oneOf:
                    - type: string
                    - { type: array, items: { $ref: '#/components/schemas/Part' } }
                part: { $ref: '#/components/schemas/Part' }
                vector: { type: array, items: { type: number, format: float } }
            Part:
              type: object
              properties: { text: { type: string }, next: { $ref: '#/components/schemas/Part' } }
            """).ShouldCompile();
        var type = run.Load().GetType("Generated.Test.Thing", throwOnError: true)!;

        RoundTrip(type, """{"id":"1","when":null,"kind":"c","count":3,"ratio":0.25,"flag":true,"tags":["x"],"map":{"한":1},"free":[1,{"a":null}],"content":"hi","part":{"text":"t","next":{"text":"u"}},"vector":[0.5,-1],"later":{"x":1}}""");
        RoundTrip(type, """{"id":"2","when":"now","content":[{"text":"a"},{"text":"b","more":true}]}""");
        RoundTrip(type, """{"id":"3","when":null,"content":{"unexpected":true}}""");
        RoundTrip(type, """{"id":"4","when":null,"content":42}""");
    }

    [Fact]
    public void Model_WithoutARequiredMember_SaysWhichOne()
    {
        var type = Generate("""
            Thing: { type: object, required: [id, count], properties: { id: { type: string }, count: { type: integer } } }
            """).Load().GetType("Generated.Test.Thing", throwOnError: true)!;

        var failure = Assert.ThrowsAny<JsonException>(() => Read(type, """{"id":"1"}"""));

        Assert.Contains("count", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Thing", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Size_OfUpstage_StaysWithinTheBudget()
    {
        var files = new GeneratorRun(new HyperscaleGenerator(), Specs.Upstage()).Generate().Files;
        var operations = files.Where(file => file.Key.Contains("UpstageClient.", StringComparison.Ordinal) && file.Key != "Upstage.UpstageClient.g.cs").Select(file => Lines(file.Value)).ToList();
        var models = files.Where(file => !file.Key.StartsWith("Upstage.Upstage", StringComparison.Ordinal)).Select(file => Lines(file.Value)).ToList();

        TestContext.Current.SendDiagnosticMessage($"operations: {operations.Average():0} lines on average, models: {models.Average():0} lines on average");
        Assert.InRange(operations.Average(), 1, 120);
        Assert.InRange(models.Average(), 1, 60);
    }

    private static int Lines(string text) => text.Count(c => c == '\n');

    private static GeneratorRun Generate(string schemas) => new GeneratorRun(new HyperscaleGenerator(), Specs.WithSchemas(schemas)).Generate();

    private static void RoundTrip(Type type, string json) => Assert.Equal(json, Write(Read(type, json)));

    // The model's own code runs; only the call into the loaded assembly is late-bound.
    private static object Read(Type type, string json)
    {
        try
        {
            return typeof(OutputTests).GetMethod(nameof(ReadModel), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
                .MakeGenericMethod(type).Invoke(null, [json])!;
        }
        catch (System.Reflection.TargetInvocationException exception) when (exception.InnerException is not null)
        {
            throw exception.InnerException;
        }
    }

    private static object ReadModel<T>(string json)
        where T : IJsonModel<T>
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return T.ReadJson(ref reader);
    }

    private static string Write(object model)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            ((IJsonWritable)model).WriteJson(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
