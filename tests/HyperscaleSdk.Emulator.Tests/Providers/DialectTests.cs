using System.Text.Json.Nodes;

namespace HyperscaleSdk.Emulator.Tests.Providers;

/// <summary>What else tells the OpenAI-shaped providers apart: limits, refused fields, usage, context, images, models.</summary>
public sealed class DialectTests : ProviderTest
{
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

    [Fact]
    public async Task Tokens_OfFriendli_AreAsManyAsItsUsageCounts()
    {
        var friendli = ProviderCases.Get("friendli");

        var answer = await SendAsync(friendli.Post(Host, "/serverless/v1/tokenize", """{"model":"m","prompt":"제주의 바람은 왜 센가요?"}"""));
        var without = await SendAsync(friendli.Post(Host, "/serverless/v1/tokenize", """{"model":"m"}"""));

        Assert.Equal(("tokenize", (long)answer.Json["tokens"]!.AsArray().Count), (Assert.Single(Host.Requests).Operation, Host.Requests[0].InputTokens));
        Assert.Equal(422, without.Status);
    }
}
