using System.Text;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Tests.Guard;

public sealed class PersonalDataGuardClientTests
{
    [Fact]
    public void Client_PassesServicesAndDisposalThrough()
    {
        var inner = new ScriptedChatClient();
        var client = inner.UsePersonalDataGuard();

        Assert.Equal("scripted", client.GetService<ChatClientMetadata>()?.ProviderName);
        Assert.Same(inner, client.GetService<ScriptedChatClient>());
        Assert.Same(client, client.GetService<IChatClient>());
        client.Dispose();
        Assert.True(inner.IsDisposed);
    }

    [Fact]
    public async Task NullMessages_ThrowAtTheCall()
    {
        var client = new ScriptedChatClient().UsePersonalDataGuard();

        await Assert.ThrowsAsync<ArgumentNullException>(() => client.GetResponseAsync((IEnumerable<ChatMessage>)null!));
        Assert.Throws<ArgumentNullException>(() => { _ = client.GetStreamingResponseAsync((IEnumerable<ChatMessage>)null!); });
        Assert.Throws<ArgumentNullException>(() => ((IChatClient)null!).UsePersonalDataGuard());
    }

    [Fact]
    public async Task EmptyThings_PassAsTheyAre()
    {
        var inner = new ScriptedChatClient();
        ChatMessage[] messages =
        [
            new(ChatRole.User, (string?)null), new(ChatRole.User, []), new(ChatRole.User, string.Empty),
            new(ChatRole.Assistant, [new FunctionCallContent("1", "f"), new TextReasoningContent(null), new TextContent(null)]),
            new(ChatRole.Tool, [new FunctionResultContent("1", null)]),
        ];

        await inner.UsePersonalDataGuard().GetResponseAsync(messages, new ChatOptions { AdditionalProperties = new() { ["x"] = null } });

        Assert.Equal(messages.Select(message => message.Contents.Count), inner.Only.Messages.Select(message => message.Contents.Count));
    }

    [Theory]
    [InlineData("９００１０１－１２３４５６７")]
    [InlineData("900101‐1234567")]
    [InlineData("\ud800900101-1234567\udc00")]
    [InlineData("가900101-1234567나")]
    public async Task StrangeSpellings_AreFound(string text)
    {
        var inner = new ScriptedChatClient();

        await inner.UsePersonalDataGuard().GetResponseAsync(text);

        Assert.Contains("[주민등록번호]", inner.Only.Messages[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(text[^4..^1], inner.Only.Messages[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HugeText_WithThousandsOfValues_ComesBackAsItWas()
    {
        var inner = new ScriptedChatClient((messages, _) => [Pieces.Text(messages[0].Text)]);
        var client = inner.UsePersonalDataGuard();
        var text = new StringBuilder();
        for (var i = 0; text.Length < 1_000_000; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"고객 {i} 번은 010-{2000 + (i % 7000)}-{i % 10000:0000} 이고 [[ 메모 ]] 입니다. ");
        }

        var answer = await client.GetResponseAsync(text.ToString());

        Assert.Equal(text.ToString(), answer.Text);
        Assert.DoesNotMatch(@"010-\d{4}-\d{4}", inner.Only.Messages[0].Text);
    }

    [Fact]
    public async Task ConcurrentCalls_OnOneClient_DoNotSeeEachOther()
    {
        var inner = new ScriptedChatClient((messages, _) => [Pieces.Text(messages[0].Text[..5]), Pieces.Text(messages[0].Text[5..])]);
        var client = inner.UsePersonalDataGuard();

        var answers = await Task.WhenAll(Enumerable.Range(2000, 400).Select(async number =>
        {
            var text = $"010-{number}-5678 입니다";
            return (text, await client.GetStreamingResponseAsync(text).ToChatResponseAsync());
        }));

        Assert.All(answers, answer => Assert.Equal(answer.text, answer.Item2.Text));
        Assert.All(inner.Requests, request => Assert.DoesNotContain("5678", request.Messages[0].Text, StringComparison.Ordinal));
        Assert.Equal(400, inner.Requests.Select(request => request.Messages[0].Text).Distinct(StringComparer.Ordinal).Count());
    }
}
