using System.Text.Json.Nodes;
using HyperscaleSdk.Emulator.Tests.Support;

namespace HyperscaleSdk.Emulator.Tests.Providers;

/// <summary>What tells the OpenAI-shaped providers apart.</summary>
public sealed class DialectTests : ProviderTest
{
    private const string Tools = """
        ,"tools":[{"type":"function","function":{"name":"get_weather","description":"Weather of a city","parameters":{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}}},
        {"type":"function","function":{"name":"get_time","description":"Time","parameters":{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}}}]
        """;

    private const string Schema = """{"type":"object","properties":{"answer":{"type":"string"}},"required":["answer"]}""";

    private const string ToolQuestion = "부산의 날씨와 지금 시간을 알려 주세요.";

    [Theory]
    [InlineData("upstage", null, "max_tokens")]
    [InlineData("clovastudio-gov", null, "max_tokens")]
    [InlineData("friendli", null, "max_tokens")]
    [InlineData("liner", null, "max_completion_tokens")]
    [InlineData("saltlux-luxia", null, "max_completion_tokens")]
    [InlineData("furiosa-llm", null, "max_completion_tokens,max_tokens")]
    [InlineData("naver-clovastudio-openai", "HCX-DASH-002", "max_completion_tokens,max_tokens")]
    [InlineData("openai-compatible", null, "max_completion_tokens,max_tokens")]
    [InlineData("skt-ax", null, "max_completion_tokens,max_tokens")]
    public async Task Limit_IsReadFromTheFieldsOfTheDialect(string id, string? model, string fields)
    {
        var provider = ProviderCases.Get(id);
        foreach (var field in (string[])["max_tokens", "max_completion_tokens"])
        {
            var json = (await AskAsync(provider, "안녕하세요", $",\"{field}\":3", model)).Json;

            Assert.Equal(fields.Split(',').Contains(field, StringComparer.Ordinal) ? "length" : "stop", (string?)json["choices"]![0]!["finish_reason"]);
        }
    }

    [Theory]
    [InlineData("upstage", null, ""","reasoning_effort":"high" """, "reasoning", true)]
    [InlineData("naver-clovastudio-openai", "HCX-007", ""","reasoning_effort":"medium" """, "thinking_content", false)]
    [InlineData("naver-clovastudio-openai", "HCX-007", ""","reasoning":{"effort":"high"}""", "thinking_content", false)]
    [InlineData("naver-clovastudio-openai", "HCX-007", "", "thinking_content", false)]
    [InlineData("clovastudio-gov", "HCX-GOV-THINK", "", "reasoning_content", false)]
    [InlineData("clovastudio-gov", "HCX-GOV", ""","chat_template_kwargs":{"force_reasoning":true}""", "reasoning_content", false)]
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
    [InlineData("konan", null, ""","reasoning_effort":"high" """)]
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

    public static TheoryData<string> OpenAIShaped => [.. ProviderCases.All.Where(provider => provider.Shape == WireShape.OpenAI).Select(provider => provider.Id)];

    [Theory]
    [MemberData(nameof(OpenAIShaped))]
    public async Task Tools_AreCalledWholeAndInFragments(string id)
    {
        var provider = ProviderCases.Get(id);
        var whole = (await AskAsync(provider, ToolQuestion, Tools)).Json;
        var frames = (await SendAsync(provider.Request(Host, "stream", ToolQuestion, Tools))).Frames;

        var calls = whole["choices"]![0]!["message"]!["tool_calls"]?.AsArray() ?? [];
        if (id is "saltlux-luxia")
        {
            Assert.Empty(calls);
            return;
        }

        Assert.Equal(["get_time", "get_weather"], calls.Select(call => (string?)call!["function"]!["name"]).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        var fragments = Chunks(frames).Select(chunk => chunk["choices"]!.AsArray().FirstOrDefault()?["delta"]?["tool_calls"]?[0]).OfType<JsonNode>().GroupBy(fragment => (int)fragment["index"]!).ToList();
        Assert.Equal(calls.Select(call => (string?)call!["function"]!["arguments"]), fragments.Select(group => string.Concat(group.Select(fragment => (string?)fragment["function"]!["arguments"]))));
        Assert.All(fragments, group => Assert.True(group.Count() > 2));
    }

    [Theory]
    [InlineData("naver-clovastudio-openai", ""","tool_choice":"required" """)]
    [InlineData("naver-clovastudio-openai", ""","parallel_tool_calls":false""")]
    [InlineData("friendli", ""","response_format":{"type":"json_object"}""")]
    public async Task Tools_BesideWhatTheDialectForbids_AreRefused(string id, string more)
        => Assert.Equal(ProviderCases.Get(id).InvalidStatus, (await AskAsync(ProviderCases.Get(id), ToolQuestion, Tools + more)).Status);

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

    [Theory]
    [InlineData("frequency_penalty", "0.5")]
    [InlineData("user", "\"u\"")]
    [InlineData("stream_options", """{"include_usage":true}""")]
    [InlineData("logprobs", "true")]
    public async Task Naver_FieldsThatItLacks_AreRefused(string field, string value)
    {
        var answer = await AskAsync(ProviderCases.Get("naver-clovastudio-openai"), "안녕", $",\"stream\":true,\"{field}\":{value}");

        Assert.Equal((400, "40002"), (answer.Status, Find(answer.Json, "error/code")));
    }

    [Theory]
    [InlineData("konan", "every")]
    [InlineData("friendli", "last")]
    [InlineData("rebellions-vllm", "last")]
    [InlineData("naver-clovastudio-openai", "none")]
    public async Task Usage_InAStream_ComesAsInTheDialect(string id, string when)
    {
        var provider = ProviderCases.Get(id);

        var chunks = Chunks((await SendAsync(provider.Request(Host, "stream", "안녕하세요"))).Frames).ToList();

        var with = chunks.Count(chunk => chunk["usage"] is JsonObject);
        Assert.Equal(when switch { "every" => chunks.Count, "last" => 1, _ => 0 }, with);
        if (when is "every")
            Assert.Equal(chunks.Select(chunk => (int)chunk["usage"]!["completion_tokens"]!).Order(), chunks.Select(chunk => (int)chunk["usage"]!["completion_tokens"]!));
        if (id is "friendli")
            Assert.All(chunks, chunk => Assert.True(chunk.AsObject().ContainsKey("usage") && !chunk.AsObject().ContainsKey("model")));
    }

    [Fact]
    public async Task Usage_OfVllm_CanBeOnEveryChunk()
    {
        var provider = ProviderCases.Get("rebellions-vllm") with { StreamOptions = """,  "stream_options":{"include_usage":true,"continuous_usage_stats":true}""" };

        var chunks = Chunks((await SendAsync(provider.Request(Host, "stream", "안녕하세요"))).Frames).ToList();

        Assert.All(chunks, chunk => Assert.NotNull(chunk["usage"]));
    }

    [Theory]
    [InlineData("upstage", "solar-mini", "context_length_exceeded", 33_000)]
    [InlineData("naver-clovastudio-openai", "HCX-DASH-002", "40003", 33_000)]
    [InlineData("kakao-kanana", null, null, 33_000)]
    [InlineData("samsung-fabrix", null, null, 33_000)]
    [InlineData("rebellions-vllm", null, "400", 33_000)]
    [InlineData("kakao-kogpt", null, null, 2_100)]
    [InlineData("clovastudio-gov", "HCX-GOV", "context_length_exceeded", 129_000)]
    public async Task Context_TooLong_IsRefused(string id, string? model, string? code, int tokens)
    {
        var provider = ProviderCases.Get(id);

        var answer = await AskAsync(provider, string.Concat(Enumerable.Repeat("가 ", tokens)), model: model);

        Assert.Equal(400, answer.Status);
        if (code is not null)
            Assert.Equal(code, Find(answer.Json, "error/code"));
        Assert.Empty(Host.Requests);
    }

    [Theory]
    [InlineData("openai-compatible", null, 200)]
    [InlineData("friendli", null, 200)]
    [InlineData("clovastudio-gov", "HCX-GOV-VLM", 200)]
    [InlineData("clovastudio-gov", "HCX-GOV", 400)]
    [InlineData("kakao-kanana", "kanana-o", 200)]
    [InlineData("naver-clovastudio-openai", "HCX-005", 200)]
    [InlineData("upstage", null, 400)]
    [InlineData("furiosa-llm", null, 400)]
    public async Task Image_IsCountedAndDescribedByModelsThatSee(string id, string? model, int status)
    {
        const string Png = "iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAIAAAA2iEnWAAAAC0lEQVR4nGNgwAIAABUAAapll8QAAAAASUVORK5CYII=";
        var provider = ProviderCases.Get(id);

        var answer = await SendAsync(provider.Post(Host, provider.Chat, $$"""
            {"model":"{{model ?? provider.Model}}","messages":[{"role":"user","content":[{"type":"text","text":"이 사진을 설명해 주세요."},{"type":"image_url","image_url":{"url":"data:image/png;base64,{{Png}}"} }]}]}
            """));

        Assert.Equal(status, answer.Status);
        if (status is 200)
        {
            Assert.Contains("이미지 1장(PNG 2×3)", Text(provider, answer.Json), StringComparison.Ordinal);
            Assert.True(Host.Requests[0].InputTokens > 256);
        }
    }

    [Theory]
    [InlineData("openai-compatible", 8, true)]
    [InlineData("rebellions-vllm", 64, true)]
    [InlineData("clovastudio-gov", 256, true)]
    [InlineData("furiosa-llm", 128, false)]
    [InlineData("friendli", 1024, true)]
    [InlineData("samsung-aios", 1024, true)]
    public async Task Embeddings_AsBase64_AreTheSameVector(string id, int dimensions, bool base64)
    {
        var provider = ProviderCases.Get(id);
        string Body(string format) => $$"""{"model":"{{provider.EmbeddingModel}}","input":"환불 방법","dimensions":{{dimensions}},"encoding_format":"{{format}}"}""";

        var floats = (await SendAsync(provider.Post(Host, provider.Embeddings!, Body("float")))).Json["data"]![0]!["embedding"]!.AsArray().Select(value => (float)value!).ToArray();
        var other = (await SendAsync(provider.Post(Host, provider.Embeddings!, Body("base64")))).Json["data"]![0]!["embedding"]!;

        Assert.Equal(dimensions, floats.Length);
        Assert.Equal(base64, other is JsonValue);
        if (base64)
            Assert.Equal(floats, System.Runtime.InteropServices.MemoryMarshal.Cast<byte, float>(Convert.FromBase64String((string)other!)).ToArray());
    }

    [Theory]
    [InlineData("openai-compatible", "[1,2,3]", 200)]
    [InlineData("openai-compatible", "[[1,2],[3]]", 200)]
    [InlineData("openai-compatible", "[[],[3]]", 400)]
    [InlineData("openai-compatible", "[1,\"a\"]", 400)]
    [InlineData("furiosa-llm", "[1,2]", 400)]
    public async Task Embeddings_OfTokenNumbers_AreServedWhereKnown(string id, string input, int status)
        => Assert.Equal(status, (await SendAsync(ProviderCases.Get(id).Post(Host, "/v1/embeddings", $$"""{"model":"m","input":{{input}}}"""))).Status);

    [Theory]
    [InlineData("friendli", "/serverless/v1/models", "LGAI-EXAONE/K-EXAONE-236B-A23B", false)]
    [InlineData("rebellions-vllm", "/v1/models", "LGAI-EXAONE/EXAONE-3.5-7.8B-Instruct", true)]
    [InlineData("naver-clovastudio-openai", "/v1/openai/models", "HCX-007", true)]
    public async Task Models_AreListed(string id, string path, string model, bool list)
    {
        var provider = ProviderCases.Get(id);
        HttpRequestMessage Get(string tail)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Host.BaseAddress, $"/{id}{path}{tail}"));
            provider.AddKey(request, "any-key");
            return request;
        }

        var all = (await SendAsync(Get(""))).Json;
        var one = await SendAsync(Get("/" + Uri.EscapeDataString(model)));
        var none = await SendAsync(Get("/no-such-model"));

        Assert.Equal(list, all["object"] is not null);
        Assert.Contains(model, all["data"]!.AsArray().Select(entry => (string?)entry!["id"]), StringComparer.Ordinal);
        Assert.Equal((200, model), (one.Status, (string?)one.Json["id"]));
        Assert.Equal(id is "naver-clovastudio-openai" ? 400 : 404, none.Status);
    }

    [Theory]
    [InlineData("openai-compatible", 404)]
    [InlineData("clovastudio-gov", 404)]
    [InlineData("naver-clovastudio-openai", 400)]
    [InlineData("furiosa-llm", 200)]
    [InlineData("samsung-fabrix", 400)]
    public async Task Model_ThatIsNotThere_IsRefusedWhereTheNameMatters(string id, int status)
        => Assert.Equal(status, (await AskAsync(ProviderCases.Get(id), "안녕", model: "no-such-model")).Status);
}
