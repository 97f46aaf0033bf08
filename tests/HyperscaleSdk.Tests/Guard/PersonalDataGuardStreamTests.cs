using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Tests.Guard;

public sealed class PersonalDataGuardStreamTests
{
    private const string Phone = "010-1234-5678";

    [Fact]
    public async Task Placeholder_CutAtEveryBorder_IsPutBack()
    {
        for (var first = 0; first < 24; first++)
        {
            for (var second = first; second < 24; second++)
            {
                var (one, two) = (first, second);
                var inner = new ScriptedChatClient((messages, _) =>
                {
                    var text = $"a{messages[0].Text}[b";
                    var (from, to) = (Math.Min(one, text.Length), Math.Min(two, text.Length));
                    return [Pieces.Text(text[..from]), Pieces.Text(text[from..to]), Pieces.Text(text[to..]), Pieces.End()];
                });

                var updates = await Pieces.AllAsync(inner.UsePersonalDataGuard().GetStreamingResponseAsync(Phone));

                Assert.Equal(4, updates.Count);
                Assert.Equal($"a{Phone}[b", updates.ToChatResponse().Text);
                Assert.DoesNotContain(updates, update => update.Text.Contains("[[", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task Text_ThatCannotBecomeAPlaceholder_IsNotHeldBack()
    {
        var inner = new ScriptedChatClient((_, _) => [Pieces.Text("값[0] "), Pieces.Text("[[NO"), Pieces.Text("TE]] ["), Pieces.Text("x"), Pieces.Text(" [["), Pieces.End()]);

        var updates = await Pieces.AllAsync(inner.UsePersonalDataGuard().GetStreamingResponseAsync(Phone));

        Assert.Equal(["값[0] ", "[[NO", "TE]] ", "[x", " ", "[["], updates.Select(update => update.Text), StringComparer.Ordinal);
        Assert.Equal(ChatFinishReason.Stop, updates[^1].FinishReason);
        Assert.Contains(updates[^1].Contents, content => content is UsageContent);
    }

    [Fact]
    public async Task RestOfText_WithoutAFinishReason_ComesAtTheEnd()
    {
        var inner = new ScriptedChatClient((messages, _) => [Pieces.Text(messages[0].Text[..9])]);

        var updates = await Pieces.AllAsync(inner.UsePersonalDataGuard().GetStreamingResponseAsync(Phone));

        Assert.Equal(2, updates.Count);
        Assert.Equal("m1", updates[1].MessageId);
        Assert.StartsWith("[[PHONE-", updates.ToChatResponse().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MessagesAndReasoning_Interleaved_AreHeldSeparately()
    {
        var inner = new ScriptedChatClient((messages, _) =>
        {
            var text = messages[0].Text;
            return
            [
                Pieces.Text(text[..5], "a"), Pieces.Text(text[..7], "b"), Pieces.Of(new TextReasoningContent(text[..3]), "a"),
                Pieces.Text(text[5..], "a"), Pieces.Of(new TextReasoningContent(text[3..]), "a"), Pieces.Text(text[7..], "b"), Pieces.End("a"), Pieces.End("b"),
            ];
        });

        var updates = await Pieces.AllAsync(inner.UsePersonalDataGuard().GetStreamingResponseAsync(Phone));

        Assert.Equal(Phone, string.Concat(updates.Where(update => update.MessageId == "a").Select(update => update.Text)));
        Assert.Equal(Phone, string.Concat(updates.Where(update => update.MessageId == "b").Select(update => update.Text)));
        Assert.Equal(Phone, string.Concat(updates.SelectMany(update => update.Contents).OfType<TextReasoningContent>().Select(content => content.Text)));
    }

    [Fact]
    public async Task ToolCalls_BetweenTexts_KeepTheirPlace()
    {
        var inner = new ScriptedChatClient((messages, _) =>
        [
            Pieces.Text($"앞 {messages[0].Text} ["),
            Pieces.Of(new FunctionCallContent("1", "f", new Dictionary<string, object?>(StringComparer.Ordinal) { ["p"] = messages[0].Text })),
            Pieces.Text(messages[0].Text[..4]),
            Pieces.Of(new UsageContent(new UsageDetails())),
            Pieces.Text(messages[0].Text[4..]),
            Pieces.End(),
        ]);

        var message = (await inner.UsePersonalDataGuard().GetStreamingResponseAsync(Phone).ToChatResponseAsync()).Messages.Single();

        Assert.Equal($"앞 {Phone} [", ((TextContent)message.Contents[0]).Text);
        Assert.Equal(Phone, ((FunctionCallContent)message.Contents[1]).Arguments!["p"]);
        Assert.Equal(Phone, ((TextContent)message.Contents[2]).Text);
    }

    [Fact]
    public async Task Failure_InTheStream_ComesAfterAllTextThatArrived()
    {
        var inner = new ScriptedChatClient((_, _) => Broken());
        var text = string.Empty;

        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (var update in inner.UsePersonalDataGuard().GetStreamingResponseAsync(Phone))
            {
                text += update.Text;
            }
        });

        Assert.Equal("여기까지 [[", text);

        static IEnumerable<ChatResponseUpdate> Broken()
        {
            yield return Pieces.Text("여기까지 [[");
            throw new InvalidOperationException("cut");
        }
    }

    [Fact]
    public async Task Cancellation_EndsTheStreamWithTheCallersToken()
    {
        using var cancel = new CancellationTokenSource();
        var inner = new ScriptedChatClient((_, _) => [Pieces.Text("하나"), Pieces.Text("둘")]);

        var failure = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in inner.UsePersonalDataGuard().GetStreamingResponseAsync(Phone, cancellationToken: cancel.Token))
            {
                await cancel.CancelAsync();
            }
        });

        Assert.Equal(cancel.Token, failure.CancellationToken);
    }

    [Fact]
    public async Task Report_StandsOnTheFirstUpdate_AndUntouchedUpdatesAreTheSameObjects()
    {
        ChatResponseUpdate[] script = [Pieces.Text("하나"), Pieces.Text("둘")];
        var inner = new ScriptedChatClient((_, _) => script);
        var client = inner.UsePersonalDataGuard();

        var found = await Pieces.AllAsync(client.GetStreamingResponseAsync(Phone));
        var clean = await Pieces.AllAsync(client.GetStreamingResponseAsync("안녕"));

        Assert.IsType<PersonalDataGuardReport>(found[0].AdditionalProperties![PersonalDataGuardReport.PropertyName]);
        Assert.Null(script[0].AdditionalProperties);
        Assert.Same(script[1], found[1]);
        Assert.Equal(script, clean);
    }
}
