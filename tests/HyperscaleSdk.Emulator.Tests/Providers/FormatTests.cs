using System.Text.Json.Nodes;

namespace HyperscaleSdk.Emulator.Tests.Providers;

/// <summary>Structured output in the field of each dialect, or as an instruction.</summary>
public sealed class FormatTests : ProviderTest
{
    private const string Schema = """{"type":"object","properties":{"answer":{"type":"string"}},"required":["answer"]}""";

    [Theory]
    [InlineData("upstage", null, "response_format", "named")]
    [InlineData("openai-compatible", null, "response_format", "named")]
    [InlineData("liner", null, "response_format", "named")]
    [InlineData("friendli", null, "response_format", "bare")]
    [InlineData("naver-clovastudio-openai", "HCX-007", "response_format", "bare")]
    [InlineData("skt-ax", null, "response_format", "bare")]
    [InlineData("rebellions-vllm", null, "response_format", "bare")]
    [InlineData("rebellions-vllm", null, "structured_outputs", "json")]
    [InlineData("furiosa-llm", null, "structured_outputs", "json")]
    public async Task Schema_InTheFieldOfTheDialect_IsFollowed(string id, string? model, string field, string form)
    {
        var value = form switch
        {
            "json" => $$"""{"json":{{Schema}}}""",
            "named" => $$"""{"type":"json_schema","json_schema":{"name":"answer","strict":true,"schema":{{Schema}} } }""",
            _ => $$"""{"type":"json_schema","json_schema":{"schema":{{Schema}} } }""",
        };

        var answer = await AskAsync(ProviderCases.Get(id), "바다는 왜 짠가요?", $",\"{field}\":{value}", model);

        Assert.NotNull(JsonNode.Parse(Text(ProviderCases.Get(id), answer.Json))!["answer"]);
    }

    [Theory]
    [InlineData("konan")]
    [InlineData("saltlux-luxia")]
    [InlineData("clovastudio-gov")]
    [InlineData("samsung-fabrix")]
    [InlineData("kakao-kogpt")]
    public async Task Schema_AsAnInstruction_IsFollowedToo(string id)
    {
        var provider = ProviderCases.Get(id);

        var answer = await AskAsync(provider, $"바다는 왜 짠가요? 다음 JSON Schema에 맞는 JSON으로만 답해 주세요: {Schema} 감사합니다.");

        Assert.NotNull(JsonNode.Parse(Text(provider, answer.Json))!["answer"]);
    }

    [Theory]
    [InlineData("konan", ""","response_format":{"type":"json_schema","json_schema":{"name":"a","schema":{}}}""", 400)]
    [InlineData("naver-clovastudio-openai", ""","response_format":{"type":"json_object"}""", 400)]
    [InlineData("furiosa-llm", ""","structured_outputs":{}""", 400)]
    [InlineData("furiosa-llm", ""","response_format":{"type":"json_object"}""", 200)]
    [InlineData("clovastudio-gov", ""","response_format":{"type":"json_object"}""", 200)]
    public async Task Format_ThatTheDialectLacks_IsRefusedOrIgnored(string id, string more, int status)
    {
        var answer = await AskAsync(ProviderCases.Get(id), "바다는 왜 짠가요?", more);

        Assert.Equal(status, answer.Status);
        if (status is 200)
            Assert.DoesNotContain("{", Text(ProviderCases.Get(id), answer.Json), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choice_OfFuriosa_IsOneOfThem()
    {
        var furiosa = ProviderCases.Get("furiosa-llm");

        Assert.Equal("부정", Text(furiosa, (await AskAsync(furiosa, "이 후기는 부정인가요?", ""","structured_outputs":{"choice":["긍정","부정"]}""")).Json));
    }
}
