using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Conformance;

/// <content>How an answer comes back, whole and streamed.</content>
public sealed partial class ChatClientConformance
{
    private async Task Completion_HasEverythingThatIsKnown()
    {
        using var http = new HttpClient(new WireLog());
        using var client = Traits.CreateClient(http, null);
        var response = await client.GetResponseAsync(Question);
        var message = Assert.Single(response.Messages);
        Assert.Equal(ChatRole.Assistant, message.Role);
        Assert.Contains($"‘{Question}’", response.Text, StringComparison.Ordinal);
        Assert.NotNull(response.RawRepresentation);
    }

    private async Task Completion_SaysWhyItEnded()
    {
        using var http = new HttpClient(new WireLog());
        using var client = Traits.CreateClient(http, null);
        Assert.Equal(Lacking(ConformanceNeed.FinishReasons) is null ? ChatFinishReason.Stop : null, (await client.GetResponseAsync(Question)).FinishReason);
    }

    private async Task Completion_HasIds()
    {
        using var http = new HttpClient(new WireLog());
        using var client = Traits.CreateClient(http, null);
        var response = await client.GetResponseAsync(Question);
        Assert.Equal(Lacking(ConformanceNeed.ResponseIds) is null, !string.IsNullOrEmpty(response.ResponseId));
        Assert.False(string.IsNullOrEmpty(response.Messages[0].MessageId));
    }

    private async Task Completion_NamesTheServedModel()
    {
        using var http = new HttpClient(new WireLog());
        using var client = Traits.CreateClient(http, null);
        Assert.Equal(Traits.ServedModel, (await client.GetResponseAsync(Question)).ModelId);
    }

    private async Task Completion_ReportsUsage()
    {
        using var http = new HttpClient(new WireLog());
        using var client = Traits.CreateClient(http, null);
        var response = await client.GetResponseAsync(Question);
        if (Lacking(ConformanceNeed.Usage) is not null)
        {
            Assert.Null(response.Usage);
            return;
        }

        Assert.NotNull(response.Usage);
        Assert.True(response.Usage.InputTokenCount > 0);
        Assert.True(response.Usage.OutputTokenCount > 0);
        Assert.Equal(response.Usage.InputTokenCount + response.Usage.OutputTokenCount, response.Usage.TotalTokenCount);
    }

    private async Task Stream_TextConcatenates_InMoreThanOnePiece()
    {
        using var http = new HttpClient(new WireLog());
        using var client = Traits.CreateClient(http, null);
        var updates = await Collect(client.GetStreamingResponseAsync(Question));
        Assert.Equal(Lacking(ConformanceNeed.Streaming) is null, updates.Count(update => update.Text.Length > 0) > 1);
        Assert.Equal((await client.GetResponseAsync(Question)).Text, string.Concat(updates.Select(update => update.Text)));
    }

    private async Task Stream_Collected_EqualsTheCompletion()
    {
        using var http = new HttpClient(new WireLog());
        using var client = Traits.CreateClient(http, null);
        var whole = await client.GetResponseAsync(Question);
        var streamed = await client.GetStreamingResponseAsync(Question).ToChatResponseAsync();
        var message = Assert.Single(streamed.Messages);
        Assert.Equal(whole.Text, streamed.Text);
        Assert.Equal(whole.Messages[0].Contents.Select(content => content.GetType()), message.Contents.Select(content => content.GetType()));
        Assert.Equal(whole.FinishReason, streamed.FinishReason);
        Assert.Equal(whole.ModelId, streamed.ModelId);
        if (Lacking(ConformanceNeed.StreamUsage) is not null)
        {
            Assert.Null(streamed.Usage);
            return;
        }

        Assert.Equal(whole.Usage?.InputTokenCount, streamed.Usage?.InputTokenCount);
        Assert.Equal(whole.Usage?.OutputTokenCount, streamed.Usage?.OutputTokenCount);
        Assert.Equal(whole.Usage?.TotalTokenCount, streamed.Usage?.TotalTokenCount);
        Assert.Equal(whole.Usage?.ReasoningTokenCount, streamed.Usage?.ReasoningTokenCount);
        Assert.Equal(whole.CreatedAt is null, streamed.CreatedAt is null);
    }

    private async Task Stream_HasOneUsageInItsLastUpdate()
    {
        using var http = new HttpClient(new WireLog());
        using var client = Traits.CreateClient(http, null);
        var updates = await Collect(client.GetStreamingResponseAsync(Question));
        var usages = updates.SelectMany(update => update.Contents).OfType<UsageContent>();
        if (Lacking(ConformanceNeed.StreamUsage) is not null)
        {
            Assert.Empty(usages);
            return;
        }

        var usage = Assert.Single(usages);
        Assert.Contains(usage, updates[^1].Contents);
        Assert.Equal(usage.Details.InputTokenCount + usage.Details.OutputTokenCount, usage.Details.TotalTokenCount);
    }

    private async Task Stream_UsageReportedTwice_CountsOnce()
    {
        using var plain = new HttpClient(new WireLog());
        using var client = Traits.CreateClient(plain, null);
        if (Lacking(ConformanceNeed.StreamUsage) is not null || Lacking(ConformanceNeed.Streaming) is not null)
        {
            Assert.Equal(Lacking(ConformanceNeed.StreamUsage) is null, (await client.GetStreamingResponseAsync(Question).ToChatResponseAsync()).Usage is not null);
            return;
        }

        using var http = new HttpClient(new WireLog { Fault = "duplicate-usage" });
        using var twice = Traits.CreateClient(http, null);
        Assert.Equal(
            (await client.GetStreamingResponseAsync(Question).ToChatResponseAsync()).Usage?.TotalTokenCount,
            (await twice.GetStreamingResponseAsync(Question).ToChatResponseAsync()).Usage?.TotalTokenCount);
    }

    private async Task Stream_HasOneFinishReasonInItsLastUpdate()
    {
        using var http = new HttpClient(new WireLog());
        using var client = Traits.CreateClient(http, null);
        var updates = await Collect(client.GetStreamingResponseAsync(Question));
        if (Lacking(ConformanceNeed.FinishReasons) is not null)
        {
            Assert.All(updates, update => Assert.Null(update.FinishReason));
            return;
        }

        Assert.Equal(ChatFinishReason.Stop, Assert.Single(updates, update => update.FinishReason is not null).FinishReason);
        Assert.NotNull(updates[^1].FinishReason);
    }

    private async Task Stream_IdsAreConstant()
    {
        using var http = new HttpClient(new WireLog());
        using var client = Traits.CreateClient(http, null);
        var updates = await Collect(client.GetStreamingResponseAsync(Question));
        Assert.False(string.IsNullOrEmpty(Assert.Single(updates.Select(update => update.MessageId).Distinct(StringComparer.Ordinal))));
        Assert.Equal(Lacking(ConformanceNeed.ResponseIds) is not null, string.IsNullOrEmpty(Assert.Single(updates.Select(update => update.ResponseId).Distinct(StringComparer.Ordinal))));
        Assert.Equal(Traits.ServedModel, Assert.Single(updates.Select(update => update.ModelId).Distinct(StringComparer.Ordinal)));
        Assert.All(updates, update => Assert.Equal(ChatRole.Assistant, update.Role));
    }

    private async Task MaxOutputTokens_Reached_FinishesByLength(bool streaming)
    {
        using var http = new HttpClient(new WireLog());
        using var client = Traits.CreateClient(http, null);
        var response = await Ask(client, streaming, Question, new ChatOptions { MaxOutputTokens = 5 });
        Assert.Equal(Lacking(ConformanceNeed.FinishReasons) is null ? ChatFinishReason.Length : null, response.FinishReason);
        if (response.Usage is { } usage)
        {
            Assert.Equal(5, usage.OutputTokenCount);
        }
    }

    private async Task StopSequence_EndsTheText(bool streaming)
    {
        using var http = new HttpClient(new WireLog());
        using var client = Traits.CreateClient(http, null);
        var response = await Ask(client, streaming, Question, new ChatOptions { StopSequences = ["에뮬레이터"] });
        if (Lacking(ConformanceNeed.StopSequences) is not null)
        {
            Assert.Equal((await Ask(client, streaming, Question)).Text, response.Text);
            return;
        }

        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        Assert.DoesNotContain("에뮬레이터", response.Text, StringComparison.Ordinal);
        Assert.NotEmpty(response.Text);
    }

    private async Task Reasoning_ComesBeforeTheText(bool streaming)
    {
        var options = new ChatOptions { Reasoning = new ReasoningOptions { Effort = ReasoningEffort.Medium } };
        if (Lacking(ConformanceNeed.Reasoning) is { } lack)
        {
            await AssertLack(lack, streaming, [new(ChatRole.User, Question)], options);
            return;
        }

        using var http = new HttpClient(new WireLog());
        using var client = Traits.CreateClient(http, null);
        var response = await Ask(client, streaming, Question, options);
        var contents = Assert.Single(response.Messages).Contents;
        Assert.Collection(contents, content => Assert.NotEmpty(Assert.IsType<TextReasoningContent>(content).Text), content => Assert.NotEmpty(Assert.IsType<TextContent>(content).Text));
    }

    private async Task Reasoning_TokensAreCountedApart(bool streaming)
    {
        using var http = new HttpClient(new WireLog());
        using var client = Traits.CreateClient(http, null);
        if (Lacking(ConformanceNeed.ReasoningTokens) is not null)
        {
            Assert.Null((await Ask(client, streaming, Question)).Usage?.ReasoningTokenCount);
            return;
        }

        var response = await Ask(client, streaming, Question, new ChatOptions { Reasoning = new ReasoningOptions { Effort = ReasoningEffort.Medium } });
        Assert.True(response.Usage?.ReasoningTokenCount > 0);
        Assert.True(response.Usage?.ReasoningTokenCount < response.Usage?.OutputTokenCount);
    }

    private async Task Reasoning_None_IsAlwaysPossible(bool streaming)
    {
        using var http = new HttpClient(new WireLog());
        using var client = Traits.CreateClient(http, null);
        var response = await Ask(client, streaming, Question, new ChatOptions { Reasoning = new ReasoningOptions { Effort = ReasoningEffort.None } });
        Assert.IsType<TextContent>(Assert.Single(Assert.Single(response.Messages).Contents));
    }

    private async Task History_WithAnAnswer_IsSentBack(bool streaming)
    {
        var wire = new WireLog();
        using var http = new HttpClient(wire);
        using var client = Traits.CreateClient(http, null);
        List<ChatMessage> history = [new(ChatRole.User, Question)];
        history.AddMessages(await Ask(client, streaming, history));
        history.Add(new(ChatRole.User, "그러면 환불은 어떻게 하나요?"));
        var text = (await Ask(client, streaming, history)).Text;
        if (Lacking(ConformanceNeed.Roles) is not null)
        {
            Assert.Contains(Question, wire.Bodies()[1], StringComparison.Ordinal);
            return;
        }

        Assert.Contains($"앞서 ‘{Question}’", text, StringComparison.Ordinal);
    }
}
