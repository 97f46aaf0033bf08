using HyperscaleSdk.Emulator.Tests.Support;

namespace HyperscaleSdk.Emulator.Tests.Providers;

/// <summary>What holds for every provider.</summary>
public sealed class ProviderTests : ProviderTest
{
    private const string Question = "제주에서 가 볼 만한 오름은 어디인가요?";

    [Fact]
    public void Providers_AreAllInTheTable() => Assert.Equal(Host.Providers.Order(StringComparer.Ordinal), ProviderCases.All.Select(provider => provider.Id).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(ProviderCases.Ids), MemberType = typeof(ProviderCases))]
    public void BaseUrl_EndsLikeTheProvidersOwn(string id)
    {
        Assert.Equal(ProviderCases.Get(id).BasePath, Host.GetBaseUrl(id).AbsolutePath);
        Assert.NotEmpty(Host.GetModels(id));
        Assert.Matches("[가-힣]", Host.GetName(id).Korean + "가");
        Assert.Matches("^[ -~]+$", Host.GetName(id).English);
    }

    [Theory]
    [MemberData(nameof(ProviderCases.Ids), MemberType = typeof(ProviderCases))]
    public async Task Completion_AnswersTheQuestionAndIsJournaled(string id)
    {
        var provider = ProviderCases.Get(id);

        var answer = await AskAsync(provider, Question);

        Assert.Equal(200, answer.Status);
        Assert.Contains("오름", Text(provider, answer.Json), StringComparison.Ordinal);
        Assert.Equal(provider.ReportsUsage, Usage(provider, answer.Json) is not null);
        var call = Assert.Single(Host.Requests);
        Assert.Equal((id, provider.Shape == WireShape.Etri ? "task" : "chat", "completed"), (call.Provider, call.Operation, call.Outcome));
        Assert.True(call.InputTokens > 5);
        if (provider.Shape is WireShape.OpenAI)
        {
            Assert.Equal(call.InputTokens, (long)answer.Json["usage"]!["prompt_tokens"]!);
            Assert.Equal(call.OutputTokens, (long)answer.Json["usage"]!["completion_tokens"]!);
            Assert.Contains(call.RequestId, (string?)answer.Json["id"], StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(ProviderCases.Ids), MemberType = typeof(ProviderCases))]
    public async Task Stream_SaysTheSameAsTheWholeAnswer(string id)
    {
        var provider = ProviderCases.Get(id);
        if (!provider.CanStream)
            return;
        var whole = Text(provider, (await AskAsync(provider, Question)).Json);

        var answer = await SendAsync(provider.Request(Host, "stream", Question));

        Assert.StartsWith("text/event-stream", answer.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Equal(whole, StreamText(provider, answer.Frames));
        Assert.True(answer.Frames.Count > 5);
        Assert.Equal(Host.Requests[0] with { RequestId = "" }, Host.Requests[1] with { RequestId = "" });
        var usages = answer.Frames.Where(frame => frame.Data is not "[DONE]" && frame.Json["usage"] is not null).ToList();
        Assert.Equal(provider.StreamsUsage, usages.Count > 0);
        if (provider.Shape == WireShape.OpenAI)
        {
            Assert.Equal("[DONE]", answer.Frames[^1].Data);
            Assert.Equal("stop", Chunks(answer.Frames).Select(chunk => (string?)chunk["choices"]!.AsArray().FirstOrDefault()?["finish_reason"]).Last(reason => reason is not null));
        }

        if (usages.Count > 0 && provider.Shape == WireShape.OpenAI)
            Assert.Equal(Host.Requests[1].OutputTokens, (long)usages[^1].Json["usage"]!["completion_tokens"]!);
    }

    [Theory]
    [MemberData(nameof(ProviderCases.Ids), MemberType = typeof(ProviderCases))]
    public async Task Key_MissingOrInvalid_IsRefusedInTheProvidersForm(string id)
    {
        var provider = ProviderCases.Get(id);
        var without = await SendAsync(provider.Post(Host, provider.Chat, provider.Body(Question), key: null));
        var invalid = await SendAsync(provider.Post(Host, provider.Chat, provider.Body(Question), key: "invalid"));

        var refused = provider.Shape == WireShape.Etri ? 403 : 401;
        Assert.Equal(provider.Key is null || provider.KeyIsOptional ? 200 : refused, without.Status);
        Assert.Equal(provider.Key is null ? 200 : refused, invalid.Status);
        if (invalid.Status is 200)
            return;
        Assert.Contains("key", provider.Shape == WireShape.FabriX ? invalid.Body : Find(invalid.Json, provider.ErrorMessage), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("saltlux-luxia", "Authorization", "Bearer any-key")]
    [InlineData("etri", "Authorization", "Bearer any-key")]
    [InlineData("kakao-kogpt", "Authorization", "Bearer any-key")]
    [InlineData("upstage", "apikey", "any-key")]
    [InlineData("friendli", "x-api-key", "any-key")]
    public async Task Key_InAnotherPlace_IsRefused(string id, string header, string value)
    {
        var provider = ProviderCases.Get(id);
        var request = provider.Post(Host, provider.Chat, provider.Body(Question), key: null);
        request.Headers.TryAddWithoutValidation(header, value);

        Assert.InRange((await SendAsync(request)).Status, 401, 403);
    }

    [Theory]
    [MemberData(nameof(ProviderCases.Ids), MemberType = typeof(ProviderCases))]
    public async Task Path_ThatTheProviderLacks_IsRefused(string id)
        => Assert.Equal(404, (await SendAsync(ProviderCases.Get(id).Post(Host, "/v9/nothing", "{}"))).Status);

    [Theory]
    [MemberData(nameof(ProviderCases.Ids), MemberType = typeof(ProviderCases))]
    public async Task Request_ThatIsWrong_IsRefusedInTheProvidersForm(string id)
    {
        var provider = ProviderCases.Get(id);

        var broken = await SendAsync(provider.Post(Host, provider.Chat, "{"));
        var empty = await SendAsync(provider.Post(Host, provider.Chat, provider.Shape == WireShape.OpenAI ? $$"""{"model":"{{provider.Model}}","messages":[]}""" : "{}"));

        Assert.Equal((400, provider.InvalidStatus), (broken.Status, empty.Status));
        Assert.NotNull(Find(broken.Json, provider.ErrorMessage));
        Assert.NotNull(Find(empty.Json, provider.InvalidStatus == 422 ? "detail/msg" : provider.ErrorMessage));
        Assert.Empty(Host.Requests);
    }

    [Theory]
    [MemberData(nameof(ProviderCases.Ids), MemberType = typeof(ProviderCases))]
    public async Task Embeddings_OfTwoTexts_AreVectorsInOrderAndUsage(string id)
    {
        var provider = ProviderCases.Get(id);
        if (provider.Embeddings is null || provider.Shape != WireShape.OpenAI)
            return;
        var single = await SendAsync(provider.Request(Host, "embedding", "환불 방법"));

        var answer = await SendAsync(provider.Post(Host, provider.Embeddings, $$"""{"model":"{{provider.EmbeddingModel}}","input":["점심 메뉴","환불 방법"]}"""));

        var first = single.Json["data"]![0]!["embedding"]!.AsArray();
        Assert.InRange(first.Count, 1024, 4096);
        Assert.Equal((long)single.Json["usage"]!["prompt_tokens"]!, Host.Requests[0].InputTokens);
        if (id is "naver-clovastudio-openai")
        {
            Assert.Equal((400, "40001"), (answer.Status, Find(answer.Json, "error/code")));
            return;
        }

        var data = answer.Json["data"]!.AsArray();
        Assert.Equal([0, 1], data.Select(item => (int)item!["index"]!));
        Assert.True(System.Text.Json.Nodes.JsonNode.DeepEquals(first, data[1]!["embedding"]));
    }
}
