using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Conformance;

/// <content>How an answer comes back, whole and streamed.</content>
public abstract partial class ChatClientConformance
{
    [Fact(Timeout = Limit)]
    public async Task Completion_HasEverythingThatIsKnown()
    {
        using var http = new HttpClient(new WireLog());
        using var client = CreateClient(http);
        var response = await client.GetResponseAsync(Question);
        var message = Assert.Single(response.Messages);
        Assert.Equal(ChatRole.Assistant, message.Role);
        Assert.Contains($"‘{Question}’", response.Text, StringComparison.Ordinal);
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        Assert.Equal(Traits.ServedModel, response.ModelId);
        Assert.False(string.IsNullOrEmpty(response.ResponseId));
        Assert.False(string.IsNullOrEmpty(message.MessageId));
        Assert.NotNull(response.RawRepresentation);
        Assert.NotNull(response.Usage);
        Assert.True(response.Usage.InputTokenCount > 0);
        Assert.True(response.Usage.OutputTokenCount > 0);
        Assert.Equal(response.Usage.InputTokenCount + response.Usage.OutputTokenCount, response.Usage.TotalTokenCount);
    }

    [Fact(Timeout = Limit)]
    public async Task Stream_TextConcatenates_InMoreThanOnePiece()
    {
        using var http = new HttpClient(new WireLog());
        using var client = CreateClient(http);
        var updates = await Collect(client.GetStreamingResponseAsync(Question));
        Assert.True(updates.Count(update => update.Text.Length > 0) > 1);
        Assert.Equal((await client.GetResponseAsync(Question)).Text, string.Concat(updates.Select(update => update.Text)));
    }

    [Fact(Timeout = Limit)]
    public async Task Stream_Collected_EqualsTheCompletion()
    {
        using var http = new HttpClient(new WireLog());
        using var client = CreateClient(http);
        var whole = await client.GetResponseAsync(Question);
        var streamed = await client.GetStreamingResponseAsync(Question).ToChatResponseAsync();
        var message = Assert.Single(streamed.Messages);
        Assert.Equal(whole.Text, streamed.Text);
        Assert.Equal(whole.Messages[0].Contents.Select(content => content.GetType()), message.Contents.Select(content => content.GetType()));
        Assert.Equal(whole.FinishReason, streamed.FinishReason);
        Assert.Equal(whole.ModelId, streamed.ModelId);
        Assert.Equal(whole.Usage?.InputTokenCount, streamed.Usage?.InputTokenCount);
        Assert.Equal(whole.Usage?.OutputTokenCount, streamed.Usage?.OutputTokenCount);
        Assert.Equal(whole.Usage?.TotalTokenCount, streamed.Usage?.TotalTokenCount);
        Assert.Equal(whole.Usage?.ReasoningTokenCount, streamed.Usage?.ReasoningTokenCount);
        Assert.Equal(whole.CreatedAt is null, streamed.CreatedAt is null);
    }

    [Fact(Timeout = Limit)]
    public async Task Stream_HasOneUsageAndOneFinishReasonInItsLastUpdate()
    {
        using var http = new HttpClient(new WireLog());
        using var client = CreateClient(http);
        var updates = await Collect(client.GetStreamingResponseAsync(Question));
        var usage = Assert.Single(updates.SelectMany(update => update.Contents).OfType<UsageContent>());
        Assert.Contains(usage, updates[^1].Contents);
        Assert.Equal(usage.Details.InputTokenCount + usage.Details.OutputTokenCount, usage.Details.TotalTokenCount);
        Assert.Equal(ChatFinishReason.Stop, Assert.Single(updates, update => update.FinishReason is not null).FinishReason);
        Assert.NotNull(updates[^1].FinishReason);
    }

    [Fact(Timeout = Limit)]
    public async Task Stream_IdsAreConstant()
    {
        using var http = new HttpClient(new WireLog());
        using var client = CreateClient(http);
        var updates = await Collect(client.GetStreamingResponseAsync(Question));
        Assert.False(string.IsNullOrEmpty(Assert.Single(updates.Select(update => update.MessageId).Distinct(StringComparer.Ordinal))));
        Assert.False(string.IsNullOrEmpty(Assert.Single(updates.Select(update => update.ResponseId).Distinct(StringComparer.Ordinal))));
        Assert.Equal(Traits.ServedModel, Assert.Single(updates.Select(update => update.ModelId).Distinct(StringComparer.Ordinal)));
        Assert.All(updates, update => Assert.Equal(ChatRole.Assistant, update.Role));
    }

    [Theory(Timeout = Limit)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task MaxOutputTokens_Reached_FinishesByLength(bool streaming)
    {
        using var http = new HttpClient(new WireLog());
        using var client = CreateClient(http);
        var response = await Ask(client, streaming, Question, new ChatOptions { MaxOutputTokens = 5 });
        Assert.Equal(ChatFinishReason.Length, response.FinishReason);
        Assert.Equal(5, response.Usage?.OutputTokenCount);
    }

    [Theory(Timeout = Limit)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task StopSequence_EndsTheText(bool streaming)
    {
        using var http = new HttpClient(new WireLog());
        using var client = CreateClient(http);
        var response = await Ask(client, streaming, Question, new ChatOptions { StopSequences = ["에뮬레이터"] });
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        Assert.DoesNotContain("에뮬레이터", response.Text, StringComparison.Ordinal);
        Assert.NotEmpty(response.Text);
    }

    [Theory(Timeout = Limit)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Reasoning_ComesBeforeTheTextOrIsRefused(bool streaming)
    {
        var options = new ChatOptions { Reasoning = new ReasoningOptions { Effort = ReasoningEffort.Medium } };
        if (!Traits.Thinks)
        {
            await AssertRefusedBeforeSending(streaming, [new(ChatRole.User, Question)], options);
            return;
        }

        using var http = new HttpClient(new WireLog());
        using var client = CreateClient(http);
        var response = await Ask(client, streaming, Question, options);
        var contents = Assert.Single(response.Messages).Contents;
        Assert.Collection(contents, content => Assert.NotEmpty(Assert.IsType<TextReasoningContent>(content).Text), content => Assert.NotEmpty(Assert.IsType<TextContent>(content).Text));
        Assert.True(response.Usage?.ReasoningTokenCount > 0);
        Assert.True(response.Usage?.ReasoningTokenCount < response.Usage?.OutputTokenCount);
    }

    [Theory(Timeout = Limit)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Reasoning_None_IsAlwaysPossible(bool streaming)
    {
        using var http = new HttpClient(new WireLog());
        using var client = CreateClient(http);
        var response = await Ask(client, streaming, Question, new ChatOptions { Reasoning = new ReasoningOptions { Effort = ReasoningEffort.None } });
        Assert.IsType<TextContent>(Assert.Single(Assert.Single(response.Messages).Contents));
    }

    [Theory(Timeout = Limit)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task History_WithAnAnswer_IsSentBack(bool streaming)
    {
        using var http = new HttpClient(new WireLog());
        using var client = CreateClient(http);
        List<ChatMessage> history = [new(ChatRole.User, Question)];
        history.AddMessages(await Ask(client, streaming, history));
        history.Add(new(ChatRole.User, "그러면 환불은 어떻게 하나요?"));
        Assert.Contains($"앞서 ‘{Question}’", (await Ask(client, streaming, history)).Text, StringComparison.Ordinal);
    }
}
