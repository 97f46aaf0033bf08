using System.Collections.Concurrent;

namespace HyperscaleSdk;

/// <summary>Writes the calls of one unified call to the ledger, and keeps what went wrong while settling until the end.</summary>
internal sealed class UsageRecorder(IUsageLedger ledger, UsageLedgerOptions options) : IWireCallObserver
{
    private readonly ConcurrentQueue<Exception> _errors = new();
    private readonly ConcurrentDictionary<Guid, bool> _unreserved = new();

    public ValueTask StartingAsync(WireCall call, CancellationToken cancellationToken) => ReserveAsync(
        new UsageReservation
        {
            CallId = call.CallId,
            Provider = call.Provider.Id,
            Operation = call.Operation,
            RequestedModel = call.Model,
            Attempt = call.Attempt,
            Streaming = call.Streaming,
            StartedAt = call.StartedAt,
            EstimatedInputTokens = call.EstimatedInputTokens,
            MaxOutputTokens = call.MaxOutputTokens,
            Price = UsagePrice.Find(call.Provider, call.Model, call.StartedAt),
            Purpose = options.Purpose,
            VoucherId = options.VoucherId,
        },
        cancellationToken);

    public ValueTask EndedAsync(WireCall call, WireCallResult result) => SettleAsync(
        call.CallId,
        new UsageSettlement
        {
            Outcome = result.Outcome,
            EndedAt = result.EndedAt,
            ServedModel = result.ServedModel,
            RequestId = result.RequestId,
            InputTokens = result.InputTokens,
            OutputTokens = result.OutputTokens,
            CachedInputTokens = result.CachedInputTokens,
            ReasoningTokens = result.ReasoningTokens,
            EstimatedOutputTokens = result.EstimatedOutputTokens,
            Price = UsagePrice.Find(call.Provider, result.ServedModel, call.StartedAt),
            ErrorCode = result.ErrorCode,
            HttpStatus = result.StatusCode,
        });

    public async ValueTask ReserveAsync(UsageReservation reservation, CancellationToken cancellationToken)
    {
        try
        {
            await ledger.ReserveAsync(reservation, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception cause) when (cause is not OperationCanceledException)
        {
            if (options.FailClosed)
            {
                throw new UsageLedgerException($"The call was not sent, because the usage ledger could not reserve it. {cause.Message}", cause);
            }

            _unreserved.TryAdd(reservation.CallId, true);
            options.OnError!(new UsageLedgerException($"A call is sent without a row, because the usage ledger could not reserve it. {cause.Message}", cause));
        }
    }

    public async ValueTask SettleAsync(Guid callId, UsageSettlement settlement)
    {
        if (_unreserved.ContainsKey(callId))
        {
            return;
        }

        try
        {
            await ledger.SettleAsync(callId, settlement, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            // Kept, not thrown: thrown here it would hide the exception that ended the call.
            _errors.Enqueue(error);
        }
    }

    /// <summary>Surfaces the errors of settling, together with the exception that ended the call.</summary>
    public void ThrowIfUnsettled(Exception? failure)
    {
        if (_errors.IsEmpty)
        {
            return;
        }

        List<Exception> causes = failure is null ? [.. _errors] : [failure, .. _errors];
        _errors.Clear();
        var error = new UsageLedgerException(
            $"The call was made, but the usage ledger could not settle it; its reservation stays open. {causes[^1].Message}",
            causes.Count == 1 ? causes[0] : new AggregateException(causes));
        if (options.FailClosed)
        {
            throw error;
        }

        options.OnError!(error);
    }
}
