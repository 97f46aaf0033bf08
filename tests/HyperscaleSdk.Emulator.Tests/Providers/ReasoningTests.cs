namespace HyperscaleSdk.Emulator.Tests.Providers;

/// <summary>Where reasoning is turned on, where its text stands, and where it is counted.</summary>
public sealed class ReasoningTests : ProviderTest
{
    [Theory]
    [InlineData("upstage", null, ""","reasoning_effort":"high" """, "reasoning", true)]
    [InlineData("naver-clovastudio-openai", "HCX-007", ""","reasoning_effort":"medium" """, "thinking_content", false)]
    [InlineData("naver-clovastudio-openai", "HCX-007", ""","reasoning":{"effort":"high"}""", "thinking_content", false)]
    [InlineData("naver-clovastudio-openai", "HCX-007", "", "thinking_content", false)]
    [InlineData("clovastudio-gov", "HCX-GOV-THINK", "", "reasoning_content", false)]
    [InlineData("clovastudio-gov", "HCX-GOV", ""","chat_template_kwargs":{"force_reasoning":true}""", "reasoning_content", false)]
    [InlineData("clovastudio-gov", "openai/gpt-oss-120b", ""","reasoning_effort":"low" """, "reasoning_content", false)]
    [InlineData("friendli", null, ""","parse_reasoning":true,"reasoning_effort":"low" """, "reasoning_content", false)]
    [InlineData("friendli", null, ""","parse_reasoning":true,"chat_template_kwargs":{"enable_thinking":true}""", "reasoning_content", false)]
    [InlineData("skt-ax", null, ""","chat_template_kwargs":{"enable_thinking":true}""", "reasoning_content", false)]
    [InlineData("lg-exaone", "LGAI-EXAONE/K-EXAONE-236B-A23B", "", "reasoning_content", false)]
    [InlineData("furiosa-llm", null, ""","chat_template_kwargs":{"enable_thinking":true}""", "reasoning", false)]
    [InlineData("rebellions-vllm", null, ""","chat_template_kwargs":{"enable_thinking":true}""", "reasoning", false)]
    [InlineData("openai-compatible", null, ""","reasoning_effort":"xhigh" """, "reasoning_content", true)]
    public async Task Reasoning_StandsInTheFieldOfTheDialect(string id, string? model, string more, string field, bool counted)
    {
        var provider = ProviderCases.Get(id);
        var whole = (await AskAsync(provider, "하늘은 왜 파란가요?", more, model)).Json;
        var frames = (await SendAsync(provider.Post(Host, provider.Chat, provider.Body("하늘은 왜 파란가요?", $"{more},\"stream\":true", model)))).Frames;

        var reasoning = (string?)whole["choices"]![0]!["message"]![field];
        Assert.NotEmpty(reasoning!);
        Assert.Equal(reasoning, string.Concat(Chunks(frames).Select(chunk => (string?)chunk["choices"]!.AsArray().FirstOrDefault()?["delta"]?[field])));
        Assert.Equal(counted, whole["usage"]!["completion_tokens_details"]?["reasoning_tokens"] is not null);
    }

    [Theory]
    [InlineData("clovastudio-gov", "HCX-GOV-THINK", ""","chat_template_kwargs":{"skip_reasoning":true}""")]
    [InlineData("lg-exaone", "LGAI-EXAONE/K-EXAONE-236B-A23B", ""","chat_template_kwargs":{"enable_thinking":false}""")]
    [InlineData("naver-clovastudio-openai", "HCX-007", ""","reasoning_effort":"none" """)]
    [InlineData("naver-clovastudio-openai", "HCX-007", ""","stop":["~"]""")]
    [InlineData("konan", null, ""","reasoning_effort":"high" """)]
    [InlineData("clovastudio-gov", "HCX-GOV", ""","reasoning_effort":"high" """)]
    public async Task Reasoning_TurnedOffOrUnknown_IsNotThere(string id, string? model, string more)
    {
        var message = (await AskAsync(ProviderCases.Get(id), "하늘은 왜 파란가요?", more, model)).Json["choices"]![0]!["message"]!;

        Assert.All((string[])["reasoning", "reasoning_content", "thinking_content"], field => Assert.Null(message[field]));
    }

    [Fact]
    public async Task Reasoning_OfFriendliUnparsed_StaysInTheContent()
    {
        var friendli = ProviderCases.Get("friendli");

        var inline = (await AskAsync(friendli, "하늘은 왜 파란가요?", ""","reasoning_effort":"low" """)).Json["choices"]![0]!["message"]!;
        var hidden = (await AskAsync(friendli, "하늘은 왜 파란가요?", ""","reasoning_effort":"low","include_reasoning":false""")).Json["choices"]![0]!["message"]!;

        Assert.StartsWith("<think>", (string?)inline["content"], StringComparison.Ordinal);
        Assert.DoesNotContain("<think>", (string?)hidden["content"], StringComparison.Ordinal);
        Assert.Null(hidden["reasoning_content"]);
    }

    [Theory]
    [InlineData(""","stop":["~"]""")]
    [InlineData(""","response_format":{"type":"json_schema","json_schema":{"schema":{"type":"object"}}}""")]
    [InlineData(""","tools":[{"type":"function","function":{"name":"f","description":"d"}}]""")]
    public async Task Reasoning_OfHcx007BesideWhatItCannotDo_IsRefused(string more)
    {
        var answer = await AskAsync(ProviderCases.Get("naver-clovastudio-openai"), "하늘은 왜 파란가요?", more + ""","reasoning_effort":"low" """, "HCX-007");

        Assert.Equal((400, "40001"), (answer.Status, Find(answer.Json, "error/code")));
    }
}
