using System.Text.Json;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Conformance;

/// <summary>The unified contract of a chat client, as facts over the emulator.</summary>
/// <param name="traits">What the client is expected to be.</param>
public sealed partial class ChatClientConformance(ChatClientTraits traits)
{
    private const string Question = "배송이 늦어지면 어떻게 하나요?";

    /// <summary>What the client is expected to be.</summary>
    private ChatClientTraits Traits { get; } = traits;

    private static async Task<List<ChatResponseUpdate>> Collect(IAsyncEnumerable<ChatResponseUpdate> stream)
    {
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in stream)
        {
            updates.Add(update);
        }

        return updates;
    }

    // Both ways to ask, so that what is refused or failed can be shown to be the same on both.
    private static async Task<ChatResponse> Ask(IChatClient client, bool streaming, IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        => streaming
            ? await client.GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken)
            : await client.GetResponseAsync(messages, options, cancellationToken);

    private static Task<ChatResponse> Ask(IChatClient client, bool streaming, string question, ChatOptions? options = null, CancellationToken cancellationToken = default)
        => Ask(client, streaming, [new ChatMessage(ChatRole.User, question)], options, cancellationToken);

    private static JsonElement Member(JsonElement body, string pointer)
    {
        foreach (var name in pointer.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            Assert.True(body.TryGetProperty(name, out var value), $"The request lacks '{pointer}'.");
            body = value;
        }

        return body;
    }

    private string SystemText(JsonElement body)
        => Traits.SystemText.Length > 0
            ? body.TryGetProperty(Traits.SystemText[1..], out var text) ? text.GetString() ?? string.Empty : string.Empty
            : string.Join('\n', Member(body, "/messages").EnumerateArray()
                .Where(message => message.GetProperty("role").GetString() is "system")
                .Select(message => message.GetProperty("content").GetString()));

    private Lack? Lacking(ConformanceNeed need) => Traits.Lacks.GetValueOrDefault(need);

    // What cannot be had is refused by whoever knows it, or it has no effect; never anything else.
    private async Task AssertLack(Lack lack, bool streaming, ChatMessage[] messages, ChatOptions? options)
    {
        switch (lack.Behavior)
        {
            case LackBehavior.RefusedBeforeSending:
                await AssertRefusedBeforeSending(streaming, messages, options);
                break;
            case LackBehavior.RefusedByProvider:
                var wire = new WireLog();
                using (var http = new HttpClient(wire))
                using (var client = Traits.CreateClient(http, null))
                {
                    var failure = await Assert.ThrowsAsync<HyperscaleRequestException>(() => Ask(client, streaming, messages, options));
                    Assert.NotNull(failure.StatusCode);
                    Assert.Equal(1, wire.Count);
                }

                break;
            default:
                using (var http = new HttpClient(new WireLog()))
                using (var client = Traits.CreateClient(http, null))
                {
                    var contents = (await Ask(client, streaming, messages, options)).Messages[0].Contents;
                    Assert.IsType<TextContent>(Assert.Single(contents));
                }

                break;
        }
    }

    private async Task<HyperscaleRequestException> AssertRefusedBeforeSending(bool streaming, ChatMessage[] messages, ChatOptions? options)
    {
        var wire = new WireLog();
        using var http = new HttpClient(wire);
        using var client = Traits.CreateClient(http, null);
        var failure = await Assert.ThrowsAsync<HyperscaleRequestException>(() => Ask(client, streaming, messages, options));
        Assert.Equal(Traits.ProviderId, failure.Provider);
        Assert.Equal("unsupported", failure.ErrorCode);
        Assert.Null(failure.StatusCode);
        Assert.False(failure.IsTransient);
        Assert.Equal(0, wire.Count);
        return failure;
    }
}
