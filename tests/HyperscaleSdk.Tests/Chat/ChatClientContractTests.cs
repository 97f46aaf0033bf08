using HyperscaleSdk.Runtime;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Tests.Chat;

public sealed class ChatClientContractTests
{
    [Fact]
    public void GetService_NullType_Throws() => Assert.Throws<ArgumentNullException>(() => StandInChatClient.Over(new StubHandler()).GetService(null!));

    [Fact]
    public void GetService_WithKey_IsNull() => Assert.Null(StandInChatClient.Over(new StubHandler()).GetService(typeof(IChatClient), "key"));

    [Fact]
    public void GetService_Metadata_IsOneInstanceWithNameAddressAndModel()
    {
        using var client = StandInChatClient.Over(new StubHandler());
        var metadata = client.GetRequiredService<ChatClientMetadata>();
        Assert.Same(metadata, client.GetService(typeof(ChatClientMetadata)));
        Assert.Equal(("stand_in", new Uri(StandIn.Address), "model-1"), (metadata.ProviderName, metadata.ProviderUri, metadata.DefaultModelId));
    }

    [Fact]
    public void GetService_OwnServices_AreFound()
    {
        using var client = StandInChatClient.Over(new StubHandler());
        Assert.Same(client, client.GetService(typeof(IChatClient)));
        Assert.Same(client, client.GetService(typeof(StandInChatClient)));
        Assert.Equal("stand-in", Assert.IsType<ProviderDescriptor>(client.GetService(typeof(ProviderDescriptor))).Id);
        Assert.Equal("stand-in", Assert.IsAssignableFrom<IWireCallSource>(client.GetService(typeof(IWireCallSource))).Provider.Id);
        Assert.IsType<HyperscaleTransport>(client.GetService(typeof(HyperscaleTransport)));
        Assert.Null(client.GetService(typeof(string)));
    }

    [Fact]
    public void Calls_NullMessages_ThrowAtTheCall()
    {
        using var client = StandInChatClient.Over(new StubHandler());
        Assert.Throws<ArgumentNullException>(() => { _ = client.GetResponseAsync((IEnumerable<ChatMessage>)null!); });
        Assert.Throws<ArgumentNullException>(() => { _ = client.GetStreamingResponseAsync((IEnumerable<ChatMessage>)null!); });
    }

    [Fact]
    public async Task Dispose_Twice_KeepsTheGivenHttpClient()
    {
        var handler = new StubHandler();
        var client = StandInChatClient.Over(handler);
        client.Dispose();
        client.Dispose();
        Assert.False(handler.IsDisposed);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.GetResponseAsync("hi"));
    }

    [Fact]
    public async Task Calls_NoModelAnywhere_AreRefused()
    {
        using var client = new StandInChatClient(StandIn.Transport(new StubHandler()), model: null);
        Assert.Equal("unsupported", (await Assert.ThrowsAsync<HyperscaleRequestException>(() => client.GetResponseAsync("hi"))).ErrorCode);
        await Assert.ThrowsAsync<HyperscaleRequestException>(async () =>
        {
            await foreach (var update in client.GetStreamingResponseAsync("hi"))
            {
                Assert.Fail(update.Text);
            }
        });
    }

    [Fact]
    public async Task Calls_ModelId_OverridesTheDefault()
    {
        var handler = new StubHandler().Answer(StubHandler.Json("""{"text":"a"}""")).Answer(StubHandler.Events("event: end\ndata: {\"text\":\"a\"}\n\n"));
        using var client = StandInChatClient.Over(handler);
        var options = new ChatOptions { ModelId = "other" };
        Assert.Equal("other", (await client.GetResponseAsync("hi", options)).ModelId);
        Assert.Equal("other", (await client.GetStreamingResponseAsync("hi", options).ToChatResponseAsync()).ModelId);
        Assert.All(handler.Requests, request => Assert.EndsWith("/chat/other", request.Url, StringComparison.Ordinal));
        Assert.Equal(["application/json", "text/event-stream"], handler.Requests.Select(request => request.Headers["Accept"]), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Calls_RawRepresentationFactory_IsAskedOnceAndItsValuesStay()
    {
        var asked = 0;
        var handler = new StubHandler().Answer(StubHandler.Json("""{"text":"ok"}"""));
        using var client = StandInChatClient.Over(handler);
        await client.GetResponseAsync("hi", new ChatOptions
        {
            Temperature = 0.9f,
            Seed = 5,
            RawRepresentationFactory = self =>
            {
                asked++;
                Assert.Same(client, self);
                return new ChatBody { Temperature = 0.1 };
            },
        });
        Assert.Equal(1, asked);
        Assert.Equal("""{"messages":[{"role":"user","content":"hi"}],"temperature":0.1,"seed":5}""", handler.Requests[0].Body);
    }

    [Fact]
    public async Task Calls_CallersObjects_AreNotChanged()
    {
        var handler = new StubHandler { Otherwise = static _ => StubHandler.Json("""{"text":"ok"}""") };
        using var client = StandInChatClient.Over(handler, inspect: static call =>
        {
            call.JoinSystemMessages();
            call.Instruct("more");
        });
        var messages = new List<ChatMessage> { new(ChatRole.System, "s1"), new(ChatRole.User, "u"), new(ChatRole.System, "s2") };
        var options = new ChatOptions { Instructions = "i", Tools = [AIFunctionFactory.Create(() => 1, "f")] };
        await client.GetResponseAsync(messages, options);
        await client.GetResponseAsync(messages, options);
        Assert.Equal(["s1", "u", "s2"], messages.Select(message => message.Text), StringComparer.Ordinal);
        Assert.Equal("i", options.Instructions);
        Assert.Null(options.ModelId);
        Assert.Equal(handler.Requests[0].Body, handler.Requests[1].Body);
        Assert.Contains("""{"role":"system","content":"i\n\ns1\n\ns2\n\nmore"},{"role":"user","content":"u"}]""", handler.Requests[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_ManyAtOnce_KeepTheirAnswersApart()
    {
        var handler = new StubHandler { Otherwise = static sent => sent.Headers["Accept"].StartsWith("text", StringComparison.Ordinal)
            ? StubHandler.Events($"data: {{\"text\":\"{sent.Body.Length}\"}}\n\nevent: end\ndata: {{\"finish\":\"stop\"}}\n\n")
            : StubHandler.Json($$"""{"text":"{{sent.Body.Length}}"}""") };
        using var client = StandInChatClient.Over(handler);
        var lengths = Enumerable.Range(1, 40).ToArray();
        var whole = await Task.WhenAll(lengths.Select(length => client.GetResponseAsync(new string('x', length))));
        var streamed = await Task.WhenAll(lengths.Select(length => client.GetStreamingResponseAsync(new string('x', length)).ToChatResponseAsync()));
        Assert.Equal(whole.Select(answer => answer.Text), streamed.Select(answer => answer.Text), StringComparer.Ordinal);
        Assert.Equal(40, whole.Select(answer => answer.Text).Distinct(StringComparer.Ordinal).Count());
    }
}
