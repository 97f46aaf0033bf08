using System.Text.Json;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Conformance;

/// <content>How a unified request becomes the provider's.</content>
public sealed partial class ChatClientConformance
{
    private async Task Instructions_AreALeadingSystemMessage(bool streaming)
    {
        var wire = new WireLog();
        using var http = new HttpClient(wire);
        using var client = Traits.CreateClient(http, null);
        await Ask(client, streaming, [new(ChatRole.System, "존댓말로 답하세요."), new(ChatRole.User, Question)], new ChatOptions { Instructions = "한 문장으로 답하세요." });

        var system = SystemText(wire.Single());
        if (Lacking(ConformanceNeed.Roles) is not null)
        {
            var first = system.IndexOf("한 문장으로 답하세요.", StringComparison.Ordinal);
            Assert.True(first >= 0 && first < system.IndexOf("존댓말로 답하세요.", StringComparison.Ordinal), system);
            return;
        }

        var roles = Member(wire.Single(), "messages").EnumerateArray().Select(message => message.GetProperty("role").GetString()).ToList();
        Assert.Equal("system", roles[0]);
        Assert.Equal("user", roles[^1]);
        Assert.Single(roles, "user");
        Assert.StartsWith("한 문장으로 답하세요.", system, StringComparison.Ordinal);
        Assert.EndsWith("존댓말로 답하세요.", system, StringComparison.Ordinal);
    }

    private async Task Instructions_Blank_AreNothing()
    {
        var wire = new WireLog();
        using var http = new HttpClient(wire);
        using var client = Traits.CreateClient(http, null);
        await Ask(client, streaming: false, Question);
        await Ask(client, streaming: false, Question, new ChatOptions { Instructions = "  " });
        Assert.Equal(2, wire.Count);
        Assert.Equal(wire.Bodies()[0], wire.Bodies()[1]);
    }

    private async Task OptionsAndMessages_AreNeverChanged(bool streaming)
    {
        using var http = new HttpClient(new WireLog());
        using var client = Traits.CreateClient(http, null);
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

    private async Task RawRepresentationFactory_IsTheBaseAndOnlyGapsAreFilled(bool streaming)
    {
        var wire = new WireLog();
        using var http = new HttpClient(wire);
        using var client = Traits.CreateClient(http, null);
        var asked = new List<IChatClient>();
        await Ask(client, streaming, Question, new ChatOptions
        {
            Temperature = 0.75f,
            MaxOutputTokens = 1500,
            RawRepresentationFactory = given =>
            {
                asked.Add(given);
                return Traits.CreateRawRequest(0.25);
            },
        });
        Assert.Same(client, Assert.Single(asked));
        Assert.Equal(0.25, Member(wire.Single(), Traits.Temperature).GetDouble());
        if (Lacking(ConformanceNeed.OptionalTokenLimit) is null)
        {
            Assert.Equal(1500, Member(wire.Single(), Traits.TokenLimit).GetInt32());
        }
    }

    private async Task RawRepresentationFactory_ThatMakesNothing_IsIgnored(bool streaming)
    {
        using var http = new HttpClient(new WireLog());
        using var client = Traits.CreateClient(http, null);
        Assert.NotEmpty((await Ask(client, streaming, Question, new ChatOptions { RawRepresentationFactory = static _ => null })).Text);
        Assert.NotEmpty((await Ask(client, streaming, Question, new ChatOptions { RawRepresentationFactory = static _ => "not a request" })).Text);
    }

    private async Task ModelId_OverridesTheDefaultOfOneCall(bool streaming)
    {
        using var http = new HttpClient(new WireLog());
        using var client = Traits.CreateClient(http, null);
        if (Lacking(ConformanceNeed.OtherModels) is not null)
        {
            Assert.NotEmpty((await Ask(client, streaming, Question, new ChatOptions { ModelId = Traits.OtherModel })).Text);
            return;
        }

        Assert.Equal(Traits.OtherServedModel, (await Ask(client, streaming, Question, new ChatOptions { ModelId = Traits.OtherModel })).ModelId);
        Assert.Equal(Traits.ServedModel, (await Ask(client, streaming, Question)).ModelId);
        Assert.Equal(Traits.Model, client.GetService<ChatClientMetadata>()?.DefaultModelId);
    }

    private async Task ModelId_Unknown_IsATypedRefusalOfTheProvider(bool streaming)
    {
        var options = new ChatOptions { ModelId = "no-such-model" };
        if (Lacking(ConformanceNeed.UnknownModels) is { } lack)
        {
            await AssertLack(lack, streaming, [new(ChatRole.User, Question)], options);
            return;
        }

        var wire = new WireLog();
        using var http = new HttpClient(wire);
        using var client = Traits.CreateClient(http, null);
        var failure = await Assert.ThrowsAsync<HyperscaleRequestException>(() => Ask(client, streaming, Question, options));
        Assert.Equal(Traits.UnknownModelCode ?? failure.ErrorCode, failure.ErrorCode);
        Assert.NotNull(failure.StatusCode);
        Assert.False(failure.IsTransient);
        Assert.Equal(1, wire.Count);
    }

    private async Task Temperature_AboveTheLimit_IsRefusedBeforeSending(bool streaming)
    {
        if (Lacking(ConformanceNeed.TemperatureLimit) is { } lack)
        {
            await AssertLack(lack, streaming, [new(ChatRole.User, Question)], new ChatOptions { Temperature = 0.9f });
            return;
        }

        var failure = await AssertRefusedBeforeSending(streaming, [new(ChatRole.User, Question)], new ChatOptions { Temperature = Traits.TooHot });
        Assert.Contains("Temperature", failure.Message, StringComparison.Ordinal);
    }

    private async Task OptionsThatTheProviderLacks_AreIgnoredAlike(bool streaming)
    {
        using var http = new HttpClient(new WireLog());
        using var client = Traits.CreateClient(http, null);
        var options = new ChatOptions { Seed = 7, TopK = 40, ConversationId = "c", AllowMultipleToolCalls = true, FrequencyPenalty = 0.5f, PresencePenalty = 0.5f };
        var response = await Ask(client, streaming, Question, options);
        Assert.NotEmpty(response.Text);
        Assert.Null(response.ConversationId);
    }

    private async Task Image_IsSeen(bool streaming)
    {
        ChatMessage[] withData = [new(ChatRole.User, [new TextContent("이 사진에 무엇이 있나요?"), new DataContent(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G', 1 }, "image/png")])];
        ChatMessage[] withAddress = [new(ChatRole.User, [new TextContent("이 사진에 무엇이 있나요?"), new UriContent("https://example.com/a.png", "image/png")])];
        if (Lacking(ConformanceNeed.Images) is { } lack)
        {
            await AssertLack(lack, streaming, withData, options: null);
            await AssertLack(lack, streaming, withAddress, options: null);
            return;
        }

        using var http = new HttpClient(new WireLog());
        using var client = Traits.CreateClient(http, null);
        Assert.Contains("이미지 1장", (await Ask(client, streaming, withData)).Text, StringComparison.Ordinal);
        Assert.Contains("이미지 1장", (await Ask(client, streaming, withAddress)).Text, StringComparison.Ordinal);
    }

    private async Task File_ThatIsNoImage_IsRefusedBeforeSending(bool streaming)
        => await AssertRefusedBeforeSending(streaming, [new(ChatRole.User, [new DataContent(new byte[] { 1 }, "application/pdf")])], options: null);

    private async Task Contents_Empty_AreLeftOut(bool streaming)
    {
        using var http = new HttpClient(new WireLog());
        using var client = Traits.CreateClient(http, null);
        List<ChatMessage> history = [new(ChatRole.User, Question), new(ChatRole.Assistant, new List<AIContent>()), new(ChatRole.User, Question)];
        Assert.NotEmpty((await Ask(client, streaming, history)).Text);
    }
}
