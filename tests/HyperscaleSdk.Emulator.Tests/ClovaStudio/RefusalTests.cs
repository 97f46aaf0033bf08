using System.Net.Http.Headers;
using System.Text;
using HyperscaleSdk.Emulator.Tests.Support;

namespace HyperscaleSdk.Emulator.Tests.ClovaStudio;

public sealed class RefusalTests : EmulatorTest
{
    private const string Hello = """{"role":"user","content":"안녕"}""";
    private const string Tool = """{"type":"function","function":{"name":"f","description":"d","parameters":{"type":"object"}}}""";
    private const string ImagePart = """{"type":"image_url","imageUrl":{"url":"https://example.com/a.png"}}""";

    [Theory]
    [InlineData("HCX-005", "{}", "40001")]
    [InlineData("HCX-005", """{"messages":[]}""", "40001")]
    [InlineData("HCX-005", """{"messages":[{"role":"robot","content":"a"}]}""", "40001")]
    [InlineData("HCX-005", """{"messages":[{"role":"user"}]}""", "40001")]
    [InlineData("HCX-005", """{"messages":[{"role":"system","content":"a"},{"role":"system","content":"b"},{"role":"user","content":"c"}]}""", "40001")]
    [InlineData("HCX-005", """{"messages":[{"role":"tool","toolCallId":"nowhere","content":"c"}]}""", "40001")]
    [InlineData("HCX-007", """{"messages":[{"role":"assistant","content":"a","thinkingContent":"b"}]}""", "40001")]
    [InlineData("HCX-005", "not json", "40000")]
    [InlineData("HCX-005", "[]", "40000")]
    [InlineData("HCX-005", """{"messages":[{"role":"user","content":"\ud800"}]}""", "40000")]
    [InlineData("HCX-999", """{"messages":[{"role":"user","content":"a"}]}""", "40080")]
    [InlineData("HCX-003", """{"messages":[{"role":"user","content":"a"}]}""", "40084")]
    public async Task Chat_WrongBodyOrModel_IsRefusedWithItsCode(string model, string body, string code)
    {
        var answer = await Clova.PostAsync($"/v3/chat-completions/{model}", body);

        Assert.Equal((400, code), (answer.Status, answer.ClovaCode));
        Assert.Null(answer.Json["result"]);
        Assert.Empty(Host.Requests);
    }

    [Theory]
    [InlineData("HCX-005", "\"temperature\":1.01")]
    [InlineData("HCX-005", "\"temperature\":-0.1")]
    [InlineData("HCX-005", "\"temperature\":\"hot\"")]
    [InlineData("HCX-005", "\"topP\":0")]
    [InlineData("HCX-005", "\"topP\":1.1")]
    [InlineData("HCX-005", "\"topK\":129")]
    [InlineData("HCX-005", "\"topK\":1.5")]
    [InlineData("HCX-005", "\"repetitionPenalty\":2.1")]
    [InlineData("HCX-005", "\"seed\":4294967296")]
    [InlineData("HCX-005", "\"stop\":\"!\"")]
    [InlineData("HCX-005", "\"maxTokens\":0")]
    [InlineData("HCX-005", "\"maxTokens\":4097")]
    [InlineData("HCX-005", "\"maxCompletionTokens\":100")]
    [InlineData("HCX-005", "\"thinking\":{\"effort\":\"low\"}")]
    [InlineData("HCX-007", "\"maxTokens\":100")]
    [InlineData("HCX-007", "\"maxCompletionTokens\":32769")]
    [InlineData("HCX-007", "\"thinking\":{\"effort\":\"extreme\"}")]
    [InlineData("HCX-007", "\"stop\":[\"!\"]")]
    [InlineData("HCX-007", "\"tools\":[" + Tool + "]")]
    [InlineData("HCX-007", "\"responseFormat\":{\"type\":\"json\",\"schema\":{\"type\":\"object\"}}")]
    [InlineData("HCX-005", "\"tools\":[" + Tool + "],\"maxTokens\":1023")]
    [InlineData("HCX-005", """ "tools":[{"type":"function","function":{"name":"f"}}] """)]
    [InlineData("HCX-005", "\"toolChoice\":\"auto\"")]
    [InlineData("HCX-005", "\"tools\":[" + Tool + "],\"toolChoice\":\"required\"")]
    public async Task Chat_WrongParameter_IsRefusedWith40001(string model, string parameter)
    {
        var answer = await Clova.PostAsync($"/v3/chat-completions/{model}", $$"""{"messages":[{{Hello}}],{{parameter}}}""");

        Assert.Equal((400, "40001"), (answer.Status, answer.ClovaCode));
    }

    [Theory]
    [InlineData("HCX-005", "\"temperature\":0")]
    [InlineData("HCX-005", "\"temperature\":1")]
    [InlineData("HCX-005", "\"topP\":1,\"topK\":0,\"repetitionPenalty\":2,\"seed\":4294967295,\"stop\":[],\"maxTokens\":4096")]
    [InlineData("HCX-007", "\"stop\":[],\"maxCompletionTokens\":32768")]
    [InlineData("HCX-007", "\"tools\":[" + Tool + "],\"thinking\":{\"effort\":\"none\"},\"maxCompletionTokens\":1024")]
    public async Task Chat_ParametersAtTheirLimits_AreAccepted(string model, string parameter)
        => Assert.Equal(200, (await Clova.PostAsync($"/v3/chat-completions/{model}", $$"""{"messages":[{{Hello}}],{{parameter}}}""")).Status);

    [Theory]
    [InlineData("HCX-007", "[" + ImagePart + "]", "40009")]
    [InlineData("HCX-DASH-002", "[" + ImagePart + "]", "40009")]
    [InlineData("HCX-005", "[" + ImagePart + "," + ImagePart + "]", "40000")]
    [InlineData("HCX-005", """[{"type":"image_url"}]""", "40001")]
    [InlineData("HCX-005", """[{"type":"image_url","imageUrl":{"url":"data:image/png;base64,iVBORw0KGgo="}}]""", "40063")]
    [InlineData("HCX-005", """[{"type":"image_url","dataUri":{"data":"data:image/gif;base64,R0lGODlhAQABAAAAACw="}}]""", "40060")]
    [InlineData("HCX-005", """[{"type":"audio"}]""", "40001")]
    public async Task Image_AgainstTheRules_IsRefused(string model, string content, string code)
    {
        var answer = await Clova.PostAsync($"/v3/chat-completions/{model}", $$"""{"messages":[{"role":"user","content":{{content}}}]}""");

        Assert.Equal((400, code), (answer.Status, answer.ClovaCode));
    }

    [Fact]
    public async Task Image_MoreThanFive_IsRefusedWith40003()
    {
        var turns = string.Join(',', Enumerable.Repeat($$"""{"role":"user","content":[{{ImagePart}}]}""", 6));

        var answer = await Clova.PostAsync("/v3/chat-completions/HCX-005", $$"""{"messages":[{{turns}}]}""");

        Assert.Equal((400, "40003"), (answer.Status, answer.ClovaCode));
    }

    [Fact]
    public async Task ResponseFormat_WrongSchemaOrModel_IsRefused()
    {
        const string Format = """ "responseFormat":{"type":"json","schema":{"type":"object","properties":{"a":{"type":"string","pattern":"x"}}}} """;

        var pattern = await Clova.PostAsync("/v3/chat-completions/HCX-007", $$"""{"messages":[{{Hello}}],"thinking":{"effort":"none"},{{Format}}}""");
        var model = await Clova.PostAsync("/v3/chat-completions/HCX-005", $$"""{"messages":[{{Hello}}],{{Format}}}""");

        Assert.Equal((400, "40055"), (pattern.Status, pattern.ClovaCode));
        Assert.Equal((400, "40009"), (model.Status, model.ClovaCode));
    }

    [Fact]
    public async Task Tools_ArgumentsSentBackAsAString_AreRefused()
    {
        var answer = await Clova.PostAsync("/v3/chat-completions/HCX-005", """
            {"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"","toolCalls":[{"id":"c","type":"function","function":{"name":"f","arguments":"{}"}}]}]}
            """);

        Assert.Equal((400, "40001"), (answer.Status, answer.ClovaCode));
    }

    [Fact]
    public async Task Chat_LongerThanTheContext_IsRefusedWith40003()
    {
        var text = string.Concat(Enumerable.Repeat("가나", 33_000));

        var answer = await Clova.PostAsync("/v3/chat-completions/HCX-DASH-002", $$"""{"messages":[{"role":"user","content":"{{text}}"}]}""");

        Assert.Equal((400, "40003"), (answer.Status, answer.ClovaCode));
    }

    [Theory]
    [InlineData(null, "40100")]
    [InlineData("Basic abc", "40102")]
    [InlineData("Bearer invalid", "40104")]
    public async Task Key_MissingOrWrong_IsRefusedWith401(string? authorization, string code)
    {
        Clova.Key = null;
        var request = Clova.Post("/v3/chat-completions/HCX-005", $$"""{"messages":[{{Hello}}]}""");
        if (authorization is not null)
            request.Headers.Authorization = AuthenticationHeaderValue.Parse(authorization);

        var answer = await Clova.SendAsync(request);

        Assert.Equal((401, code), (answer.Status, answer.ClovaCode));
    }

    [Fact]
    public async Task Body_OfAnotherMediaType_IsRefusedWith415()
    {
        var request = Clova.Post("/v3/chat-completions/HCX-005", "");
        request.Content = new StringContent($$"""{"messages":[{{Hello}}]}""", Encoding.UTF8, "text/plain");

        var answer = await Clova.SendAsync(request);

        Assert.Equal((415, "41500"), (answer.Status, answer.ClovaCode));
    }

    [Fact]
    public async Task Body_AboveFiftyMegabytes_IsRefusedWith413()
    {
        var request = Clova.Post("/v3/chat-completions/HCX-005", "");
        request.Content = new ByteArrayContent(new byte[(50 * 1024 * 1024) + 1]);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.ExpectContinue = true;

        var answer = await Clova.SendAsync(request);

        Assert.Equal((413, "41300"), (answer.Status, answer.ClovaCode));
    }

    [Theory]
    [InlineData("/v9/nothing")]
    [InlineData("/v3/chat-completions")]
    public async Task Path_ThatDoesNotExist_IsRefusedWithTheEnvelope(string path)
    {
        var answer = await Clova.PostAsync(path, "{}");

        Assert.Equal((404, "40400"), (answer.Status, answer.ClovaCode));
    }
}
