using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk;

/// <summary>Records the calls of a chat client in the usage ledger; passes answers on as they come.</summary>
internal sealed class UsageLedgerChatClient(IChatClient innerClient, IUsageLedger ledger, UsageLedgerOptions ledgerOptions)
    : DelegatingChatClient(innerClient)
{
    private const string Operation = "chat";

    private readonly LedgerPlace _place = new(ledger, ledgerOptions);
    private readonly IWireCallSource? _source = innerClient.GetService<IWireCallSource>();
    private readonly ChatClientMetadata? _metadata = innerClient.GetService<ChatClientMetadata>();

    public override Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var recorder = new UsageRecorder(ledger, ledgerOptions);
        return _source is not null
            ? ObserveAsync(recorder, messages, options, cancellationToken)
            : RecordAsync(recorder, AsList(messages), options, cancellationToken);
    }

    public override IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return _source is not null
            ? ObserveStreamAsync(messages, options, cancellationToken)
            : RecordStreamAsync(AsList(messages), options, cancellationToken);
    }

    public override object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is null && serviceType == typeof(LedgerPlace) ? _place : base.GetService(serviceType, serviceKey);
    }

    private static IReadOnlyList<ChatMessage> AsList(IEnumerable<ChatMessage> messages) => messages as IReadOnlyList<ChatMessage> ?? [.. messages];

    private async Task<ChatResponse> ObserveAsync(
        UsageRecorder recorder, IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        ChatResponse response;
        try
        {
            using (WireCallScope.Enter(recorder))
            {
                response = await base.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception failure)
        {
            await NoteRefusalAsync(recorder, options, streaming: false, failure).ConfigureAwait(false);
            recorder.ThrowIfUnsettled(failure);
            throw;
        }

        recorder.ThrowIfUnsettled(failure: null);
        return response;
    }

    private async IAsyncEnumerable<ChatResponseUpdate> ObserveStreamAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var recorder = new UsageRecorder(ledger, ledgerOptions);
        Exception? failure = null;
        var updates = Open(recorder, messages, options, cancellationToken);
        try
        {
            while (true)
            {
                // The flow of an iterator returns to its caller at each yield: the scope holds only from one move to its end.
                try
                {
                    using (WireCallScope.Enter(recorder))
                    {
                        if (!await updates.MoveNextAsync().ConfigureAwait(false))
                        {
                            break;
                        }
                    }
                }
                catch (Exception exception)
                {
                    failure = exception;
                    throw;
                }

                yield return updates.Current;
            }
        }
        finally
        {
            try
            {
                using (WireCallScope.Enter(recorder))
                {
                    await updates.DisposeAsync().ConfigureAwait(false);
                }
            }
            finally
            {
                await NoteRefusalAsync(recorder, options, streaming: true, failure).ConfigureAwait(false);
                recorder.ThrowIfUnsettled(failure);
            }
        }
    }

    /// <summary>A guard between ledger and client refuses before there is a wire call; that it did is worth a row.</summary>
    private ValueTask NoteRefusalAsync(UsageRecorder recorder, ChatOptions? options, bool streaming, Exception? failure) =>
        failure is PersonalDataBlockedException refusal
            ? recorder.RefusedAsync(_source?.Provider, Operation, options?.ModelId ?? _metadata?.DefaultModelId, streaming, refusal)
            : ValueTask.CompletedTask;

    private IAsyncEnumerator<ChatResponseUpdate> Open(
        UsageRecorder recorder, IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        using (WireCallScope.Enter(recorder))
        {
            return InnerClient.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        }
    }

    private async Task<ChatResponse> RecordAsync(
        UsageRecorder recorder, IReadOnlyList<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        var call = await StartAsync(recorder, messages, options, streaming: false, cancellationToken).ConfigureAwait(false);
        ChatResponse response;
        try
        {
            response = await base.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            await call.FailAsync(failure, cancellationToken).ConfigureAwait(false);
            recorder.ThrowIfUnsettled(failure);
            throw;
        }

        call.Observe(response);
        await call.CompleteAsync().ConfigureAwait(false);
        recorder.ThrowIfUnsettled(failure: null);
        return response;
    }

    private async IAsyncEnumerable<ChatResponseUpdate> RecordStreamAsync(
        IReadOnlyList<ChatMessage> messages, ChatOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var recorder = new UsageRecorder(ledger, ledgerOptions);
        var call = await StartAsync(recorder, messages, options, streaming: true, cancellationToken).ConfigureAwait(false);
        Exception? failure = null;
        var isComplete = false;
        IAsyncEnumerator<ChatResponseUpdate>? updates = null;
        try
        {
            while (true)
            {
                try
                {
                    updates ??= InnerClient.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
                    if (!await updates.MoveNextAsync().ConfigureAwait(false))
                    {
                        isComplete = true;
                        break;
                    }
                }
                catch (Exception exception)
                {
                    failure = exception;
                    throw;
                }

                call.Observe(updates.Current);
                yield return updates.Current;
            }
        }
        finally
        {
            try
            {
                if (updates is not null)
                {
                    await updates.DisposeAsync().ConfigureAwait(false);
                }
            }
            finally
            {
                await EndAsync(call, isComplete, failure, cancellationToken).ConfigureAwait(false);
                recorder.ThrowIfUnsettled(failure);
            }
        }
    }

    private static ValueTask EndAsync(UnifiedCall call, bool isComplete, Exception? failure, CancellationToken cancellationToken)
    {
        if (failure is not null)
        {
            return call.FailAsync(failure, cancellationToken);
        }

        return isComplete ? call.CompleteAsync() : call.AbandonAsync();
    }

    private ValueTask<UnifiedCall> StartAsync(
        UsageRecorder recorder, IReadOnlyList<ChatMessage> messages, ChatOptions? options, bool streaming, CancellationToken cancellationToken) =>
        UnifiedCall.StartAsync(
            recorder,
            ledgerOptions,
            UnifiedCall.Reservation(
                recorder,
                ledgerOptions,
                Operation,
                _metadata?.ProviderName,
                options?.ModelId ?? _metadata?.DefaultModelId,
                streaming,
                TokenEstimate.Of(messages),
                options?.MaxOutputTokens),
            cancellationToken);
}
