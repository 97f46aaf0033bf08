using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk;

/// <summary>
/// Gives a prompt to the next permitted supplier when one is down, over quota or over budget: after its own retries, and before the first update of a
/// stream only. Never when the request itself was refused, and never to a supplier that the policy forbids for the data in the call.
/// </summary>
/// <remarks>
/// The answer says who gave it (<see cref="ProviderPropertyName"/>). Ledger, guard and voucher belong around each supplier's client, so that each call has its
/// row. Embeddings have no fallback: vectors of different models cannot be compared. Thread-safe.
/// </remarks>
public sealed class FallbackChatClient : IChatClient
{
    /// <summary>The key of the client among the services.</summary>
    public const string ServiceKey = "fallback";

    /// <summary>Where an answer (in a stream its first update) says in its <c>AdditionalProperties</c> which provider gave it; a <see cref="string"/>.</summary>
    public const string ProviderPropertyName = "HyperscaleSdk.Provider";

    /// <summary>Where it says which providers did not; an <see cref="IReadOnlyList{T}"/> of <see cref="FallbackAttempt"/>, absent when the first one answered.</summary>
    public const string AttemptsPropertyName = "HyperscaleSdk.FallbackAttempts";

    private readonly FallbackRules _rules;
    private readonly ChatClientMetadata _metadata;

    /// <summary>Makes the client.</summary>
    /// <param name="targets">The suppliers, the preferred one first; the client owns theirs.</param>
    /// <param name="options">When to go on; copied. <see langword="null"/> (the default) takes the defaults.</param>
    /// <exception cref="ArgumentException">There is no supplier, or the policy does not have the purpose.</exception>
    public FallbackChatClient(IEnumerable<FallbackTarget> targets, FallbackOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(targets);
        _rules = new FallbackRules([.. targets], options?.Copy() ?? new FallbackOptions());
        _metadata = new ChatClientMetadata("hyperscale_fallback", providerUri: null, _rules.Targets[0].ModelId);
    }

    /// <inheritdoc/>
    /// <exception cref="HyperscaleFallbackException">None of the suppliers answered.</exception>
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return RespondAsync(messages, options, cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="HyperscaleFallbackException">None of the suppliers began to answer.</exception>
    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return StreamAsync(messages, options, cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>What is not the client's own is asked of the first supplier's client; wire calls and ledger only when all suppliers' clients have them.</remarks>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is not null)
        {
            return null;
        }

        if (serviceType.IsInstanceOfType(this))
        {
            return this;
        }

        if (serviceType == typeof(ChatClientMetadata))
        {
            return _metadata;
        }

        // Whoever asks would take it for the provider of every call.
        if (serviceType == typeof(ProviderDescriptor))
        {
            return null;
        }

        var first = _rules.Targets[0].Client.GetService(serviceType);
        return serviceType != typeof(IWireCallSource) && serviceType != typeof(LedgerPlace) ? first
            : _rules.Targets.All(target => target.Client.GetService(serviceType) is not null) ? first
            : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var target in _rules.Targets)
        {
            target.Client.Dispose();
        }
    }

    private async Task<ChatResponse> RespondAsync(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        var run = new FallbackRun(_rules, messages, options);
        while (run.Next() is { } next)
        {
            try
            {
                var response = await next.Target.Client.GetResponseAsync(run.Messages, next.Options, cancellationToken).ConfigureAwait(false);
                response.AdditionalProperties = run.Served(response.AdditionalProperties);
                return response;
            }
            catch (Exception failure) when (run.MayGoOn(failure, cancellationToken))
            {
                run.Failed(failure);
            }
        }

        throw run.Exhausted();
    }

    private async IAsyncEnumerable<ChatResponseUpdate> StreamAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = new FallbackRun(_rules, messages, options);
        var updates = await BeginAsync(run, cancellationToken).ConfigureAwait(false);
        await using (updates.ConfigureAwait(false))
        {
            var update = updates.Current;
            if (update is null)
            {
                yield break;
            }

            update.AdditionalProperties = run.Served(update.AdditionalProperties);
            yield return update;

            // From here on the caller has a part of this supplier's answer: what fails now, fails.
            while (await updates.MoveNextAsync().ConfigureAwait(false))
            {
                yield return updates.Current!;
            }
        }
    }

    /// <summary>A stream whose first update has come; its current update is null when it has none.</summary>
    private static async ValueTask<FallbackStream> BeginAsync(FallbackRun run, CancellationToken cancellationToken)
    {
        while (run.Next() is { } next)
        {
            var stream = new FallbackStream(next.Target.Client.GetStreamingResponseAsync(run.Messages, next.Options, cancellationToken).GetAsyncEnumerator(cancellationToken));
            try
            {
                await stream.MoveNextAsync().ConfigureAwait(false);
                return stream;
            }
            catch (Exception failure)
            {
                await stream.DisposeAsync().ConfigureAwait(false);
                if (!run.MayGoOn(failure, cancellationToken))
                {
                    throw;
                }

                run.Failed(failure);
            }
        }

        throw run.Exhausted();
    }
}
