using System.Text.Json;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Conformance;

/// <summary>The unified contract of a chat client, as facts over the emulator. A provider's test class says what the client is.</summary>
public abstract partial class ChatClientConformance
{
    /// <summary>No fact may take longer, in milliseconds.</summary>
    protected const int Limit = 60_000;

    private const string Question = "배송이 늦어지면 어떻게 하나요?";

    /// <summary>What the client is expected to be.</summary>
    protected abstract ChatClientTraits Traits { get; }

    /// <summary>Makes a client with the default model.</summary>
    /// <param name="http">What it sends with.</param>
    /// <returns>The client.</returns>
    protected abstract IChatClient CreateClient(HttpClient http);

    /// <summary>Makes a request of the provider's own type with a temperature and nothing else that a call sets.</summary>
    /// <param name="temperature">The temperature.</param>
    /// <returns>The request.</returns>
    protected abstract object CreateRawRequest(double temperature);

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

    private static JsonElement Member(JsonElement body, string name)
    {
        Assert.True(body.TryGetProperty(name, out var value), $"The request lacks '{name}'.");
        return value;
    }

    private static string SystemText(JsonElement body)
        => string.Join('\n', Member(body, "messages").EnumerateArray()
            .Where(message => message.GetProperty("role").GetString() is "system")
            .Select(message => message.GetProperty("content").GetString()));

    private async Task<HyperscaleRequestException> AssertRefusedBeforeSending(bool streaming, ChatMessage[] messages, ChatOptions? options)
    {
        var wire = new WireLog();
        using var http = new HttpClient(wire);
        using var client = CreateClient(http);
        var failure = await Assert.ThrowsAsync<HyperscaleRequestException>(() => Ask(client, streaming, messages, options));
        Assert.Equal(Traits.ProviderId, failure.Provider);
        Assert.Equal("unsupported", failure.ErrorCode);
        Assert.Null(failure.StatusCode);
        Assert.False(failure.IsTransient);
        Assert.Equal(0, wire.Count);
        return failure;
    }
}
