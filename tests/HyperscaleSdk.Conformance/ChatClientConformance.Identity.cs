using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Conformance;

/// <content>Identity and lifetime.</content>
public sealed partial class ChatClientConformance
{
    private void GetService_Metadata_IsConstantAndTrue()
    {
        using var http = new HttpClient(new WireLog());
        using var client = Traits.CreateClient(http, null);
        var metadata = Assert.IsType<ChatClientMetadata>(client.GetService(typeof(ChatClientMetadata)));
        Assert.Same(metadata, client.GetService(typeof(ChatClientMetadata)));
        Assert.Equal(Traits.ProviderName, metadata.ProviderName);
        Assert.Equal(Traits.BaseAddress, metadata.ProviderUri);
        Assert.Equal(Traits.Model, metadata.DefaultModelId);
    }

    private void GetService_OtherTypes_AreSelfOrNothing()
    {
        using var http = new HttpClient(new WireLog());
        using var client = Traits.CreateClient(http, null);
        Assert.Same(client, client.GetService(typeof(IChatClient)));
        Assert.Same(client, client.GetService(client.GetType()));
        Assert.Same(client, client.GetService(typeof(object)));
        Assert.Null(client.GetService(typeof(IChatClient), "key"));
        Assert.Null(client.GetService(typeof(ChatClientMetadata), "key"));
        Assert.Null(client.GetService(typeof(string)));
        Assert.Equal(Traits.ProviderId, client.GetService<ProviderDescriptor>()?.Id);
        Assert.Throws<ArgumentNullException>(() => client.GetService(null!));
    }

    private void Messages_Null_ThrowAtTheCallOnBothPaths()
    {
        using var http = new HttpClient(new WireLog());
        using var client = Traits.CreateClient(http, null);
        IEnumerable<ChatMessage> none = null!;
        Assert.Throws<ArgumentNullException>("messages", () => { _ = client.GetResponseAsync(none); });
        Assert.Throws<ArgumentNullException>("messages", () => { _ = client.GetStreamingResponseAsync(none); });
    }

    private async Task Dispose_Twice_IsHarmlessAndLeavesTheHttpClient()
    {
        using var http = new HttpClient(new WireLog());
        var client = Traits.CreateClient(http, null);
        client.Dispose();
        client.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Ask(client, streaming: false, Question));

        using var second = Traits.CreateClient(http, null);
        Assert.NotEmpty((await Ask(second, streaming: false, Question)).Text);
    }

    private async Task Client_FiftyCallsAtOnce_EachGetsItsOwnAnswer()
    {
        using var http = new HttpClient(new WireLog());
        using var client = Traits.CreateClient(http, null);
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(async number =>
        {
            var question = $"{number}번 주문은 어디쯤 왔나요?";
            return (Question: question, Answer: await Ask(client, streaming: number % 2 == 0, question));
        }));
        Assert.All(answers, pair => Assert.Contains($"‘{pair.Question}’", pair.Answer.Text, StringComparison.Ordinal));
    }
}
