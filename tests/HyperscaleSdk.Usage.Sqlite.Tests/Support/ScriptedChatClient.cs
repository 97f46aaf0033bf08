using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Usage.Sqlite.Tests;

/// <summary>Another vendor's client: answers with a script, knows nothing of wire calls.</summary>
internal sealed class ScriptedChatClient(params IReadOnlyList<ChatResponseUpdate> updates) : IChatClient
{
    private readonly ChatClientMetadata _metadata = new("other-vendor", defaultModelId: "won-model");

    /// <summary>Thrown after the last update; null ends the answer well.</summary>
    public Exception? Failure { get; init; }

    /// <summary>Runs before each update.</summary>
    public Action<int>? BeforeUpdate { get; init; }

    public static ChatResponseUpdate Text(string text) => new(ChatRole.Assistant, text) { ResponseId = "response-1", ModelId = "won-model-2026" };

    public static ChatResponseUpdate Units(long input, long output) => new(null, [new UsageContent(new UsageDetails { InputTokenCount = input, OutputTokenCount = output })]);

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var i = 0; i < updates.Count; i++)
        {
            await Task.Yield();
            BeforeUpdate?.Invoke(i);
            cancellationToken.ThrowIfCancellationRequested();
            yield return updates[i];
        }

        if (Failure is not null)
        {
            throw Failure;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null : serviceType == typeof(ChatClientMetadata) ? _metadata : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }
}
