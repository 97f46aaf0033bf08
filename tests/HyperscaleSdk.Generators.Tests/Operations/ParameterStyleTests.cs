namespace HyperscaleSdk.Generators.Tests.Operations;

/// <summary>Where parameters go and how lists and objects are written: the table of the OpenAPI specification, on the wire.</summary>
public sealed class ParameterStyleTests
{
    private const string List = "new[] { \"blue\", \"black\", \"brown\" }";
    private const string Color = "new CallColor { R = 100, G = 200, B = 150 }";
    private const string ListSchema = "{ type: array, items: { type: string } }";
    private const string ObjectSchema = "{ title: t, type: object, properties: { R: { type: integer }, G: { type: integer }, B: { type: integer } } }";

    [Theory]
    [InlineData("form", true, ListSchema, List, "color=blue&color=black&color=brown")]
    [InlineData("form", false, ListSchema, List, "color=blue,black,brown")]
    [InlineData("spaceDelimited", false, ListSchema, List, "color=blue%20black%20brown")]
    [InlineData("pipeDelimited", false, ListSchema, List, "color=blue%7Cblack%7Cbrown")]
    [InlineData("form", true, ObjectSchema, Color, "R=100&G=200&B=150")]
    [InlineData("form", false, ObjectSchema, Color, "color=R,100,G,200,B,150")]
    [InlineData("deepObject", true, ObjectSchema, Color, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150")]
    [InlineData("deepObject", true, ListSchema, List, "color%5B0%5D=blue&color%5B1%5D=black&color%5B2%5D=brown")]
    public async Task Query_InEveryStyle_IsWrittenAsTheSpecificationSays(string style, bool explode, string schema, string value, string expected)
        => Assert.Equal("?" + expected, (await QueryAsync($"{{ name: color, in: query, style: {style}, explode: {(explode ? "true" : "false")}, schema: {schema} }}", value)).Query);

    [Theory]
    [InlineData("simple", false, ListSchema, List, "blue,black,brown")]
    [InlineData("simple", true, ObjectSchema, Color, "R=100,G=200,B=150")]
    [InlineData("simple", false, ObjectSchema, Color, "R,100,G,200,B,150")]
    [InlineData("label", false, ListSchema, List, ".blue,black,brown")]
    [InlineData("label", true, ListSchema, List, ".blue.black.brown")]
    [InlineData("label", true, ObjectSchema, Color, ".R=100.G=200.B=150")]
    [InlineData("label", false, "{ type: string }", "\"blue\"", ".blue")]
    [InlineData("matrix", false, ListSchema, List, ";color=blue,black,brown")]
    [InlineData("matrix", true, ListSchema, List, ";color=blue;color=black;color=brown")]
    [InlineData("matrix", true, ObjectSchema, Color, ";R=100;G=200;B=150")]
    [InlineData("matrix", false, "{ type: string }", "\"a b\"", ";color=a%20b")]
    public async Task Path_InEveryStyle_IsWrittenAsTheSpecificationSays(string style, bool explode, string schema, string value, string expected)
    {
        var handler = new StubHandler("{}");
        var parameter = $"{{ name: color, in: path, required: true, style: {style}, explode: {(explode ? "true" : "false")}, schema: {schema} }}";

        await ClientSnippet.RunAsync(ClientSnippet.Document(Operation(parameter), path: "/a/{color}/b"), $"await client.CallAsync({value}); return \"\";", handler);

        Assert.Equal($"/v1/a/{expected}/b", handler.Request!.RequestUri!.AbsolutePath);
    }

    [Theory]
    [InlineData(false, ListSchema, List, "blue,black,brown")]
    [InlineData(true, ObjectSchema, Color, "R=100,G=200,B=150")]
    [InlineData(false, ObjectSchema, Color, "R,100,G,200,B,150")]
    public async Task Header_WithAListOrObject_IsOneLine(bool explode, string schema, string value, string expected)
    {
        var handler = new StubHandler("{}");

        await ClientSnippet.RunAsync(
            ClientSnippet.Document(Operation($"{{ name: X-Color, in: header, explode: {(explode ? "true" : "false")}, schema: {schema} }}")),
            $"await client.CallAsync({value.Replace("CallColor", "CallXColor", StringComparison.Ordinal)}); return \"\";",
            handler);

        Assert.Equal(expected, handler.Request!.Headers.GetValues("X-Color").Single());
    }

    [Fact]
    public async Task Cookie_IsSentBesideAnother()
    {
        var handler = new StubHandler("{}");

        await ClientSnippet.RunAsync(
            ClientSnippet.Document("""
                parameters:
                  - { name: session, in: cookie, schema: { type: string } }
                  - { name: tags, in: cookie, explode: false, schema: { type: array, items: { type: string } } }
                responses: { "204": { description: ok } }
                """),
            "await client.CallAsync(\"a b\", new[] { \"x\", \"y\" }); return \"\";",
            handler);

        Assert.Equal("session=a%20b; tags=x,y", handler.Request!.Headers.NonValidated["Cookie"].ToString());
    }

    [Theory]
    [InlineData("{ name: q, in: query, allowReserved: true, schema: { type: string } }", "\"/a:b?c&d#e f\"", "?q=/a:b?c%26d%23e%20f")]
    [InlineData("{ name: q, in: query, schema: { type: string } }", "\"/a:b?c&d#e f\"", "?q=%2Fa%3Ab%3Fc%26d%23e%20f")]
    [InlineData("{ name: q, in: query, content: { application/json: { schema: { type: array, items: { type: integer } } } } }", "new long[] { 1, 2 }", "?q=%5B1%2C2%5D")]
    [InlineData("{ name: 이름, in: query, schema: { type: string } }", "\"홍길동\"", "?%EC%9D%B4%EB%A6%84=%ED%99%8D%EA%B8%B8%EB%8F%99")]
    [InlineData("{ name: since, in: query, schema: { type: string, format: date } }", "new DateOnly(2026, 3, 1)", "?since=2026-03-01")]
    [InlineData("{ name: kinds, in: query, schema: { type: array, items: { type: string, enum: [a, b] } } }", "new CallKindsItem[] { CallKindsItem.A, \"new one\" }", "?kinds=a&kinds=new%20one")]
    [InlineData("{ name: q, in: query, schema: { oneOf: [{ type: string }, { type: array, items: { type: string } }] } }", "CallQ.FromItems(new[] { \"a\", \"b\" })", "?q=a&q=b")]
    public async Task Query_OfASpecialKind_IsEscapedOnce(string parameter, string value, string expected)
        => Assert.Equal(expected, (await QueryAsync(parameter, value)).Query);

    [Fact]
    public async Task Query_OfAnOptionalValueThatIsNotGiven_IsLeftOut()
        => Assert.Equal("", (await QueryAsync($"{{ name: color, in: query, style: deepObject, schema: {ObjectSchema} }}", "null")).Query);

    private static async Task<Uri> QueryAsync(string parameter, string value)
    {
        var handler = new StubHandler("{}");
        await ClientSnippet.RunAsync(ClientSnippet.Document(Operation(parameter)), $"await client.CallAsync({value}); return \"\";", handler);
        return handler.Request!.RequestUri!;
    }

    private static string Operation(string parameter) => $$"""
        parameters: [{{parameter}}]
        responses: { "204": { description: ok } }
        """;
}
