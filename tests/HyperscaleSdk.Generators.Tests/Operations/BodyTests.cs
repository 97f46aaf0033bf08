namespace HyperscaleSdk.Generators.Tests.Operations;

/// <summary>Bodies in every media type, on the wire.</summary>
public sealed class BodyTests
{
    [Fact]
    public async Task Form_OfAModel_IsUrlEncodedWithBracketsForObjects()
    {
        var handler = await SendAsync("""
            requestBody:
              required: true
              content:
                application/x-www-form-urlencoded:
                  schema:
                    type: object
                    required: [name]
                    properties:
                      name: { type: string }
                      amount: { type: integer }
                      live: { type: boolean }
                      tags: { type: array, items: { type: string } }
                      address: { type: object, properties: { city: { type: string }, lines: { type: array, items: { type: string } } } }
                      left_out: { type: string }
            responses: { "204": { description: ok } }
            """,
            """
            await client.CallAsync(new CallRequest
            {
                Name = "김 & 이", Amount = 3, Live = true, Tags = new[] { "a", "b" },
                Address = new CallRequestAddress { City = "서울", Lines = new[] { "1", "2" } },
            });
            """);

        Assert.Equal("application/x-www-form-urlencoded", handler.Request!.Content!.Headers.ContentType!.ToString());
        Assert.Equal("name=%EA%B9%80+%26+%EC%9D%B4&amount=3&live=true&tags=a&tags=b&address%5Bcity%5D=%EC%84%9C%EC%9A%B8&address%5Blines%5D%5B0%5D=1&address%5Blines%5D%5B1%5D=2", handler.Body);
    }

    [Fact]
    public async Task Form_WithEncodings_WritesEachMemberInItsOwn()
    {
        var handler = await SendAsync("""
            requestBody:
              required: true
              content:
                application/x-www-form-urlencoded:
                  encoding:
                    a: { style: form, explode: false }
                    b: { style: deepObject, explode: true }
                    c: { contentType: application/json }
                  schema:
                    type: object
                    properties:
                      a: { type: array, items: { type: string } }
                      b: { type: array, items: { type: string } }
                      c: { type: object, properties: { x: { type: integer } } }
            responses: { "204": { description: ok } }
            """,
            "await client.CallAsync(new CallRequest { A = new[] { \"1\", \"2\" }, B = new[] { \"3\" }, C = new CallRequestC { X = 4 } });");

        Assert.Equal("a=1,2&b%5B0%5D=3&c=%7B%22x%22%3A4%7D", handler.Body);
    }

    [Fact]
    public async Task Multipart_SendsTextsFilesAndJsonAsParts()
    {
        var handler = await SendAsync("""
            requestBody:
              required: true
              content:
                multipart/form-data:
                  encoding: { picture: { contentType: image/png } }
                  schema:
                    type: object
                    required: [picture, purpose]
                    properties:
                      picture: { type: string, format: binary, description: The picture. }
                      purpose: { type: string, enum: [avatar, cover] }
                      count: { type: integer }
                      more: { type: array, items: { type: string, format: binary } }
                      tags: { type: array, items: { type: string } }
                      meta: { type: object, properties: { a: { type: string } } }
                      unused: { type: string }
            responses: { "204": { description: ok } }
            """,
            """
            await client.CallAsync(
                ApiFile.FromBytes(Encoding.UTF8.GetBytes("PNG"), "사진 \"1\".png"), CallPurpose.Avatar, count: 2,
                more: new[] { ApiFile.FromBytes(new byte[] { 65 }, "a.txt", "text/plain") }, tags: new[] { "x", "y" }, meta: new CallMeta { A = "b" });
            """);

        Assert.StartsWith("multipart/form-data; boundary=", handler.Request!.Content!.Headers.ContentType!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Content-Type: image/png\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"사진 %221%22.png\"\r\n\r\nPNG\r\n", handler.Body, StringComparison.Ordinal);
        Assert.Contains("name=\"purpose\"\r\n\r\navatar\r\n", handler.Body, StringComparison.Ordinal);
        Assert.Contains("name=\"count\"\r\n\r\n2\r\n", handler.Body, StringComparison.Ordinal);
        Assert.Contains("Content-Type: text/plain\r\nContent-Disposition: form-data; name=\"more\"; filename=\"a.txt\"\r\n\r\nA\r\n", handler.Body, StringComparison.Ordinal);
        Assert.Contains("name=\"tags\"\r\n\r\nx\r\n", handler.Body, StringComparison.Ordinal);
        Assert.Contains("name=\"tags\"\r\n\r\ny\r\n", handler.Body, StringComparison.Ordinal);
        Assert.Contains("Content-Type: application/json\r\nContent-Disposition: form-data; name=\"meta\"\r\n\r\n{\"a\":\"b\"}\r\n", handler.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("unused", handler.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain", "await client.CallAsync(\"안녕\");", "text/plain", "안녕")]
    [InlineData("application/xml", "await client.CallAsync(\"<a/>\");", "application/xml", "<a/>")]
    [InlineData("application/octet-stream", "await client.CallAsync(new MemoryStream(new byte[] { 65, 66 }));", "application/octet-stream", "AB")]
    [InlineData("image/png", "await client.CallAsync(new MemoryStream(new byte[] { 65 }));", "image/png", "A")]
    [InlineData("audio/*", "await client.CallAsync(new MemoryStream(new byte[] { 65 }), \"audio/wav\");", "audio/wav", "A")]
    public async Task Body_OfTextOrBytes_IsSentAsItIs(string mediaType, string call, string sentType, string sent)
    {
        var handler = await SendAsync($$"""
            requestBody: { required: true, content: { {{mediaType}}: { schema: { type: string } } } }
            responses: { "204": { description: ok } }
            """, call);

        Assert.Equal(sentType, handler.Request!.Content!.Headers.ContentType!.ToString());
        Assert.Equal(sent, handler.Body);
    }

    [Fact]
    public async Task Body_InSeveralMediaTypes_IsJson()
    {
        var handler = await SendAsync("""
            requestBody: { content: { multipart/form-data: { schema: { type: object, properties: { a: { type: string } } } }, application/json: { schema: { type: object, properties: { a: { type: string } } } } } }
            responses: { "204": { description: ok } }
            """, "await client.CallAsync(new CallRequest { A = \"1\" });");

        Assert.Equal("""{"a":"1"}""", handler.Body);
    }

    private static async Task<StubHandler> SendAsync(string operation, string statements)
    {
        var handler = new StubHandler("");
        await ClientSnippet.RunAsync(ClientSnippet.Document(operation, "post"), statements + " return \"\";", handler);
        return handler;
    }
}
