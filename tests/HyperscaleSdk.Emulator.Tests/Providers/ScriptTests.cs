using System.Text.Json.Nodes;
using HyperscaleSdk.Emulator.Tests.Support;

namespace HyperscaleSdk.Emulator.Tests.Providers;

/// <summary>Answers that a test has written itself.</summary>
public sealed class ScriptTests : ProviderTest
{
    protected override EmulatorOptions Options => new() { Replies = ["첫 번째", """{"text":"두 번째","outputTokens":77}"""] };

    public static TheoryData<string> Chatty => [.. ProviderCases.All.Where(provider => provider.Shape != WireShape.Etri).Select(provider => provider.Id)];

    [Theory]
    [MemberData(nameof(Chatty))]
    public async Task Reply_ByHeader_IsGivenWordForWord(string id)
    {
        var provider = ProviderCases.Get(id);

        var plain = await ScriptAsync(provider, "completion", "Hello 100%, world!");
        var encoded = await ScriptAsync(provider, "completion", Uri.EscapeDataString("안녕하세요 😀"));
        var escaped = await ScriptAsync(provider, "completion", """{"text":"\uc548\ub155 {}"}""");

        Assert.Equal(["Hello 100%, world!", "안녕하세요 😀", "안녕 {}"], new[] { plain, encoded, escaped }.Select(answer => Text(provider, answer.Json)));
    }

    [Theory]
    [MemberData(nameof(Chatty))]
    public async Task Reply_InPieces_IsCutAsWritten(string id)
    {
        var provider = ProviderCases.Get(id);
        if (!provider.CanStream)
            return;

        var answer = await ScriptAsync(provider, "stream", """{"pieces":["a","bc","","def"],"inputTokens":11,"outputTokens":22}""");

        Assert.Equal("abcdef", StreamText(provider, answer.Frames));
        Assert.Equal((11, 22), (Host.Requests[0].InputTokens, Host.Requests[0].OutputTokens));
        Assert.Contains(answer.Frames, frame => frame.Data.Contains("\"bc\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("upstage", "reasoning")]
    [InlineData("naver-clovastudio-openai", "thinking_content")]
    [InlineData("skt-ax", "reasoning_content")]
    public async Task Reply_WithReasoningToolsAndUsage_HasItAll(string id, string field)
    {
        var provider = ProviderCases.Get(id);
        const string Script = """{"reasoning":"r-e-a","toolCalls":[{"name":"f","arguments":{"a":1},"id":"call_9"},{"name":"g"},{"name":"h","arguments":"{broken"}],"finishReason":"tool_calls","reasoningTokens":3,"cachedTokens":5}""";

        var json = (await ScriptAsync(provider, "completion", Script)).Json;

        var message = json["choices"]![0]!["message"]!;
        Assert.Equal("r-e-a", (string?)message[field]);
        Assert.Equal(["{\"a\":1}", "{}", "{broken"], message["tool_calls"]!.AsArray().Select(call => (string?)call!["function"]!["arguments"]), StringComparer.Ordinal);
        Assert.Equal("call_9", (string?)message["tool_calls"]![0]!["id"]);
        Assert.Equal(5, (int)json["usage"]!["prompt_tokens_details"]!["cached_tokens"]!);
        if (id is "upstage")
            Assert.Equal(3, (int)json["usage"]!["completion_tokens_details"]!["reasoning_tokens"]!);
    }

    [Fact]
    public async Task Reply_OfClova_HasArgumentsAsAnObject()
    {
        var provider = ProviderCases.Get("naver-clovastudio");

        var result = (await ScriptAsync(provider, "completion", """{"toolCalls":[{"name":"f","arguments":{"a":1}}]}""")).Json["result"]!;

        Assert.Equal("tool_calls", (string?)result["finishReason"]);
        Assert.Equal(1, (int)result["message"]!["toolCalls"]![0]!["function"]!["arguments"]!["a"]!);
    }

    [Fact]
    public async Task Refusal_IsToldInEachProvidersWay()
    {
        const string Script = """{"refusal":"I cannot help with that."}""";

        var openAI = (await ScriptAsync(ProviderCases.Get("openai-compatible"), "completion", Script)).Json["choices"]![0]!["message"]!;
        var stream = await ScriptAsync(ProviderCases.Get("openai-compatible"), "stream", Script);
        var clova = await ScriptAsync(ProviderCases.Get("naver-clovastudio"), "completion", Script);
        var fabrix = (await ScriptAsync(ProviderCases.Get("samsung-fabrix"), "completion", Script)).Json;
        var frames = (await ScriptAsync(ProviderCases.Get("samsung-fabrix"), "stream", Script)).Frames;

        Assert.Equal(("I cannot help with that.", null), ((string?)openAI["refusal"], openAI["content"]));
        Assert.Equal("I cannot help with that.", string.Concat(Chunks(stream.Frames).Select(chunk => (string?)chunk["choices"]!.AsArray().FirstOrDefault()?["delta"]?["refusal"])));
        Assert.Equal((400, "40005"), (clova.Status, clova.ClovaCode));
        Assert.Equal(("FR-403", null), ((string?)fabrix["responseCode"], fabrix["content"]));
        Assert.Equal("FR-403", (string?)frames[^1].Json["response_code"]);
    }

    [Fact]
    public async Task FinishReason_CanBeAnyWord()
        => Assert.Equal("content_filter", (string?)(await ScriptAsync(ProviderCases.Get("konan"), "completion", """{"text":"x","finishReason":"content_filter"}""")).Json["choices"]![0]!["finish_reason"]);

    [Theory]
    [InlineData("""{"txt":"x"}""")]
    [InlineData("""{"text":1}""")]
    [InlineData("""{"text":""")]
    [InlineData("""{"toolCalls":[{}]}""")]
    [InlineData("""{"pieces":"x"}""")]
    public async Task Reply_ThatCannotBeRead_IsRefused(string script)
    {
        var answer = await ScriptAsync(ProviderCases.Get("upstage"), "completion", script);

        Assert.Equal(400, answer.Status);
        Assert.Contains("emulator reply", Find(answer.Json, "error/message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replies_OfTheHost_AreGivenInOrderAndThenItsOwn()
    {
        var provider = ProviderCases.Get("upstage");
        var header = await ScriptAsync(provider, "completion", "by header");
        List<string> texts = [];
        for (var i = 0; i < 3; i++)
            texts.Add(Text(provider, (await AskAsync(provider, "안녕하세요")).Json));

        Assert.Equal("by header", Text(provider, header.Json));
        Assert.Equal(["첫 번째", "두 번째"], texts.Take(2), StringComparer.Ordinal);
        Assert.Contains("안녕하세요", texts[2], StringComparison.Ordinal);
        Assert.Equal(77, Host.Requests[2].OutputTokens);
    }

    [Fact]
    public async Task Replies_ThatCannotBeRead_StartNoHost()
        => await Assert.ThrowsAsync<ArgumentException>(() => EmulatorHost.StartAsync(new EmulatorOptions { Replies = ["fine", """{"x":1}"""] }, TestContext.Current.CancellationToken));

    private Task<WireAnswer> ScriptAsync(ProviderCase provider, string operation, string script)
    {
        var request = provider.Request(Host, operation, "무엇이든 물어보세요");
        request.Headers.TryAddWithoutValidation("X-Emulator-Reply", script);
        return SendAsync(request);
    }
}
