using System.Text.Json;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Conformance;

/// <content>How a unified request becomes the provider's.</content>
public abstract partial class ChatClientConformance
{
    [Theory(Timeout = Limit)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Instructions_AreALeadingSystemMessage(bool streaming)
    {
        var wire = new WireLog();
        using var http = new HttpClient(wire);
        using var client = CreateClient(http);
        await Ask(client, streaming, [new(ChatRole.System, "존댓말로 답하세요."), new(ChatRole.User, Question)], new ChatOptions { Instructions = "한 문장으로 답하세요." });

        var roles = Member(wire.Single(), "messages").EnumerateArray().Select(message => message.GetProperty("role").GetString()).ToList();
        Assert.Equal("system", roles[0]);
        Assert.Equal("user", roles[^1]);
        Assert.Single(roles, "user");
        var system = SystemText(wire.Single());
        Assert.StartsWith("한 문장으로 답하세요.", system, StringComparison.Ordinal);
        Assert.EndsWith("존댓말로 답하세요.", system, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task Instructions_Blank_AreNothing()
    {
        var wire = new WireLog();
        using var http = new HttpClient(wire);
        using var client = CreateClient(http);
        await Ask(client, streaming: false, Question, new ChatOptions { Instructions = "  " });
        Assert.Equal(1, Member(wire.Single(), "messages").GetArrayLength());
    }

    [Theory(Timeout = Limit)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task OptionsAndMessages_AreNeverChanged(bool streaming)
    {
        using var http = new HttpClient(new WireLog());
        using var client = CreateClient(http);
        ChatMessage[] messages = [new(ChatRole.System, "a"), new(ChatRole.System, "b"), new(ChatRole.User, Question)];
        var options = new ChatOptions
        {
            Instructions = "c",
            Temperature = 0.5f,
            TopP = 0.9f,
            MaxOutputTokens = 2000,
            ResponseFormat = ChatResponseFormat.Json,
            AdditionalProperties = new() { ["note"] = "d" },
        };
        var before = Snapshot(messages, options);
        await Ask(client, streaming, messages, options);
        Assert.Equal(before, Snapshot(messages, options));

        static string Snapshot(ChatMessage[] messages, ChatOptions options)
            => JsonSerializer.Serialize(messages, AIJsonUtilities.DefaultOptions) + JsonSerializer.Serialize(options, AIJsonUtilities.DefaultOptions);
    }

    [Theory(Timeout = Limit)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RawRepresentationFactory_IsTheBaseAndOnlyGapsAreFilled(bool streaming)
    {
        var wire = new WireLog();
        using var http = new HttpClient(wire);
        using var client = CreateClient(http);
        var asked = new List<IChatClient>();
        await Ask(client, streaming, Question, new ChatOptions
        {
            Temperature = 0.75f,
            MaxOutputTokens = 1500,
            RawRepresentationFactory = given =>
            {
                asked.Add(given);
                return CreateRawRequest(0.25);
            },
        });
        Assert.Same(client, Assert.Single(asked));
        Assert.Equal(0.25, Member(wire.Single(), "temperature").GetDouble());
        Assert.Equal(1500, Member(wire.Single(), Traits.TokenLimitMember).GetInt32());
    }

    [Theory(Timeout = Limit)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RawRepresentationFactory_ThatMakesNothing_IsIgnored(bool streaming)
    {
        using var http = new HttpClient(new WireLog());
        using var client = CreateClient(http);
        Assert.NotEmpty((await Ask(client, streaming, Question, new ChatOptions { RawRepresentationFactory = static _ => null })).Text);
        Assert.NotEmpty((await Ask(client, streaming, Question, new ChatOptions { RawRepresentationFactory = static _ => "not a request" })).Text);
    }

    [Theory(Timeout = Limit)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ModelId_OverridesTheDefaultOfOneCall(bool streaming)
    {
        using var http = new HttpClient(new WireLog());
        using var client = CreateClient(http);
        Assert.Equal(Traits.OtherServedModel, (await Ask(client, streaming, Question, new ChatOptions { ModelId = Traits.OtherModel })).ModelId);
        Assert.Equal(Traits.ServedModel, (await Ask(client, streaming, Question)).ModelId);
        Assert.Equal(Traits.Model, client.GetService<ChatClientMetadata>()?.DefaultModelId);
    }

    [Theory(Timeout = Limit)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ModelId_Unknown_IsATypedRefusalOfTheProvider(bool streaming)
    {
        var wire = new WireLog();
        using var http = new HttpClient(wire);
        using var client = CreateClient(http);
        var failure = await Assert.ThrowsAsync<HyperscaleRequestException>(() => Ask(client, streaming, Question, new ChatOptions { ModelId = "no-such-model" }));
        Assert.Equal(Traits.UnknownModelCode, failure.ErrorCode);
        Assert.NotNull(failure.StatusCode);
        Assert.NotNull(failure.RequestId);
        Assert.False(failure.IsTransient);
        Assert.Equal(1, wire.Count);
    }

    [Theory(Timeout = Limit)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Temperature_AboveTheLimit_IsRefusedBeforeSending(bool streaming)
    {
        var failure = await AssertRefusedBeforeSending(streaming, [new(ChatRole.User, Question)], new ChatOptions { Temperature = Traits.TooHot });
        Assert.Contains("Temperature", failure.Message, StringComparison.Ordinal);
    }

    [Theory(Timeout = Limit)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task OptionsThatTheProviderLacks_AreIgnoredAlike(bool streaming)
    {
        using var http = new HttpClient(new WireLog());
        using var client = CreateClient(http);
        var options = new ChatOptions { Seed = 7, TopK = 40, ConversationId = "c", AllowMultipleToolCalls = true, FrequencyPenalty = 0.5f, PresencePenalty = 0.5f };
        var response = await Ask(client, streaming, Question, options);
        Assert.NotEmpty(response.Text);
        Assert.Null(response.ConversationId);
    }

    [Theory(Timeout = Limit)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Image_IsSeenOrRefusedBeforeSending(bool streaming)
    {
        ChatMessage[] withData = [new(ChatRole.User, [new TextContent("이 사진에 무엇이 있나요?"), new DataContent(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G', 1 }, "image/png")])];
        ChatMessage[] withAddress = [new(ChatRole.User, [new TextContent("이 사진에 무엇이 있나요?"), new UriContent("https://example.com/a.png", "image/png")])];
        if (!Traits.SeesImages)
        {
            await AssertRefusedBeforeSending(streaming, withData, options: null);
            await AssertRefusedBeforeSending(streaming, withAddress, options: null);
            return;
        }

        using var http = new HttpClient(new WireLog());
        using var client = CreateClient(http);
        Assert.Contains("이미지 1장", (await Ask(client, streaming, withData)).Text, StringComparison.Ordinal);
        Assert.Contains("이미지 1장", (await Ask(client, streaming, withAddress)).Text, StringComparison.Ordinal);
    }

    [Theory(Timeout = Limit)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task File_ThatIsNoImage_IsRefusedBeforeSending(bool streaming)
        => await AssertRefusedBeforeSending(streaming, [new(ChatRole.User, [new DataContent(new byte[] { 1 }, "application/pdf")])], options: null);
}
