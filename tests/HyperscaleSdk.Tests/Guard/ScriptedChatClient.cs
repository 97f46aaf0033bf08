using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Tests.Guard;

/// <summary>Keeps what it is asked and answers with updates that a test makes from it.</summary>
internal sealed class ScriptedChatClient(Func<IReadOnlyList<ChatMessage>, ChatOptions?, IEnumerable<ChatResponseUpdate>>? answer = null) : IChatClient
{
    public ConcurrentQueue<(IReadOnlyList<ChatMessage> Messages, ChatOptions? Options)> Requests { get; } = new();

    public bool IsDisposed { get; private set; }

    public (IReadOnlyList<ChatMessage> Messages, ChatOptions? Options) Only => Assert.Single(Requests);

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(Answer(messages, options).ToChatResponse());

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in Answer(messages, options))
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("scripted") : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose() => IsDisposed = true;

    private IEnumerable<ChatResponseUpdate> Answer(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        List<ChatMessage> asked = [.. messages];
        Requests.Enqueue((asked, options));
        return answer?.Invoke(asked, options) ?? [new ChatResponseUpdate(ChatRole.Assistant, "네.")];
    }
}
