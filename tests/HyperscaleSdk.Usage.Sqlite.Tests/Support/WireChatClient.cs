using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Usage.Sqlite.Tests;

/// <summary>A client that reports its wire calls as this SDK's transport does: some refused attempts, then one that answers.</summary>
internal sealed class WireChatClient : IChatClient, IWireCallSource
{
    public ProviderDescriptor Provider => Samples.Provider;

    public string Model { get; init; } = "won-model";

    public int RefusedAttempts { get; init; }

    /// <summary>How many pieces the streamed answer has.</summary>
    public int Pieces { get; init; } = 3;

    /// <summary>Thrown after the last piece; null ends the answer well.</summary>
    public Exception? Failure { get; init; }

    /// <summary>The provider's report, input and output; null when it reports nothing.</summary>
    public (long Input, long Output)? Reported { get; init; } = (1000, 500);

    public TimeProvider Time { get; init; } = new ManualTime(Samples.Noon);

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var attempt = 1; attempt <= RefusedAttempts; attempt++)
        {
            var refused = Call(attempt);
            await WireCallScope.Current!.StartingAsync(refused, cancellationToken);
            await WireCallScope.Current!.EndedAsync(refused, new WireCallResult
            {
                Outcome = WireCallOutcome.Failed,
                EndedAt = Time.GetUtcNow(),
                StatusCode = 503,
                ErrorCode = "busy",
            });
        }

        var call = Call(RefusedAttempts + 1);
        await WireCallScope.Current!.StartingAsync(call, cancellationToken);
        var outcome = WireCallOutcome.Cancelled;
        var pieces = 0;
        try
        {
            for (; pieces < Pieces; pieces++)
            {
                await Task.Yield();
                cancellationToken.ThrowIfCancellationRequested();
                yield return new ChatResponseUpdate(ChatRole.Assistant, "조각");
            }

            outcome = Failure is null ? WireCallOutcome.Completed : WireCallOutcome.Incomplete;
            if (Failure is not null)
            {
                throw Failure;
            }
        }
        finally
        {
            var isReported = outcome == WireCallOutcome.Completed;
            await WireCallScope.Current!.EndedAsync(call, new WireCallResult
            {
                Outcome = outcome,
                EndedAt = Time.GetUtcNow(),
                StatusCode = 200,
                RequestId = "request-1",
                ServedModel = Model,
                InputTokens = isReported ? Reported?.Input : null,
                OutputTokens = isReported ? Reported?.Output : null,
                EstimatedOutputTokens = pieces * 2,
            });
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }

    private WireCall Call(int attempt) => new()
    {
        CallId = Guid.CreateVersion7(),
        Provider = Provider,
        Operation = "chat",
        Model = Model,
        StartedAt = Time.GetUtcNow(),
        Attempt = attempt,
        Streaming = true,
        EstimatedInputTokens = 11,
        MaxOutputTokens = null,
    };
}
