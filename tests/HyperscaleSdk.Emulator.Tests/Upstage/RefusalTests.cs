using HyperscaleSdk.Emulator.Tests.Support;

namespace HyperscaleSdk.Emulator.Tests.Upstage;

public sealed class RefusalTests : EmulatorTest
{
    private const string Hello = """ "messages":[{"role":"user","content":"안녕"}] """;

    [Theory]
    [InlineData("not json", 400, "invalid_request_body")]
    [InlineData("""{"model":"solar-pro4"}""", 400, "invalid_request_body")]
    [InlineData("""{"model":"solar-pro4","messages":[]}""", 400, "invalid_request_body")]
    [InlineData("{" + Hello + "}", 400, "invalid_request_body")]
    [InlineData("""{"model":"solar-ultra",""" + Hello + "}", 404, "model_not_found")]
    [InlineData("""{"model":"solar-pro2",""" + Hello + "}", 404, "model_not_found")]
    [InlineData("""{"model":"solar-pro2-251215",""" + Hello + "}", 404, "model_not_found")]
    [InlineData("""{"model":"solar-embedding-2-query",""" + Hello + "}", 404, "model_not_found")]
    [InlineData("""{"model":"solar-pro4","temperature":2.1,""" + Hello + "}", 400, "invalid_request_body")]
    [InlineData("""{"model":"solar-pro4","temperature":-1,""" + Hello + "}", 400, "invalid_request_body")]
    [InlineData("""{"model":"solar-pro4","top_p":1.1,""" + Hello + "}", 400, "invalid_request_body")]
    [InlineData("""{"model":"solar-pro4","frequency_penalty":3,""" + Hello + "}", 400, "invalid_request_body")]
    [InlineData("""{"model":"solar-pro4","max_tokens":0,""" + Hello + "}", 400, "invalid_request_body")]
    [InlineData("""{"model":"solar-pro4","max_tokens":524288,""" + Hello + "}", 400, "context_length_exceeded")]
    [InlineData("""{"model":"solar-pro4","stream_options":{"include_usage":true},""" + Hello + "}", 400, "invalid_request_body")]
    [InlineData("""{"model":"solar-pro4","reasoning_effort":"extreme",""" + Hello + "}", 400, "invalid_request_body")]
    [InlineData("""{"model":"solar-mini","reasoning_effort":"low",""" + Hello + "}", 400, "invalid_request_body")]
    [InlineData("""{"model":"solar-pro4","tool_choice":"required",""" + Hello + "}", 400, "invalid_request_body")]
    [InlineData("""{"model":"solar-pro4","response_format":{"type":"json_schema"},""" + Hello + "}", 400, "invalid_request_body")]
    [InlineData("""{"model":"solar-pro4","messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"https://example.com/a.png"}}]}]}""", 400, "invalid_request_body")]
    public async Task Chat_WrongRequest_IsRefusedWithTheEnvelope(string body, int status, string code)
    {
        var answer = await Upstage.PostAsync("/chat/completions", body);

        Assert.Equal((status, code), (answer.Status, answer.ErrorCode));
        var error = answer.Json["error"]!.AsObject();
        Assert.Equal("invalid_request_error", (string?)error["type"]);
        Assert.True(error.ContainsKey("param"));
        Assert.NotEmpty((string)error["message"]!);
        Assert.Empty(Host.Requests);
    }

    [Theory]
    [InlineData(""","seed":1,"logprobs":true,"user":"u","max_completion_tokens":1""")]
    [InlineData(""","reasoning_effort":null,"stop":"~","temperature":2""")]
    public async Task Chat_ParametersItDoesNotList_AreIgnored(string more)
    {
        var answer = await Upstage.PostAsync("/chat/completions", $$"""{"model":"solar-pro3",{{Hello}}{{more}}}""");

        Assert.Equal(200, answer.Status);
        Assert.Equal("stop", (string?)answer.Json["choices"]![0]!["finish_reason"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("invalid")]
    public async Task Key_MissingOrInvalid_IsRefusedWith401(string? key)
    {
        Upstage.Key = key;

        var answer = await Upstage.PostAsync("/chat/completions", $$"""{"model":"solar-pro4",{{Hello}}}""");

        Assert.Equal((401, "invalid_api_key"), (answer.Status, answer.ErrorCode));
    }

    [Theory]
    [InlineData("""{"model":"solar-embedding-2-query"}""")]
    [InlineData("""{"model":"solar-embedding-2-query","input":" "}""")]
    [InlineData("""{"model":"solar-embedding-2-query","input":[]}""")]
    [InlineData("""{"model":"solar-embedding-2-query","input":["a",""]}""")]
    [InlineData("""{"model":"solar-embedding-2-query","input":[1,2]}""")]
    [InlineData("""{"input":"a"}""")]
    public async Task Embeddings_WrongInput_IsRefused(string body)
    {
        var answer = await Upstage.PostAsync("/embeddings", body);

        Assert.Equal((400, "invalid_request_body"), (answer.Status, answer.ErrorCode));
    }

    [Theory]
    [InlineData(100, 200)]
    [InlineData(101, 400)]
    public async Task Embeddings_MoreThanAHundred_AreRefused(int count, int status)
    {
        var input = string.Join(',', Enumerable.Repeat("\"가\"", count));

        var answer = await Upstage.PostAsync("/embeddings", $$"""{"model":"solar-embedding-2-passage","input":[{{input}}]}""");

        Assert.Equal(status, answer.Status);
    }

    [Fact]
    public async Task Path_ThatDoesNotExist_IsRefusedWithTheEnvelope()
    {
        var answer = await Upstage.PostAsync("/completions", "{}");

        Assert.Equal(404, answer.Status);
        Assert.NotNull(answer.ErrorCode);
    }
}
