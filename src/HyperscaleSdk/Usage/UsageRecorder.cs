using System.Collections.Concurrent;
using HyperscaleSdk.Policies;

namespace HyperscaleSdk;

/// <summary>Writes the calls of one unified call to the ledger, and keeps what went wrong while settling until the end.</summary>
internal sealed class UsageRecorder : IWireCallObserver
{
    private readonly IUsageLedger _ledger;
    private readonly UsageLedgerOptions _options;
    private readonly VoucherGate? _gate;
    private readonly Policy? _policy;
    private readonly ConcurrentQueue<Exception> _errors = new();
    private readonly ConcurrentDictionary<Guid, bool> _unreserved = new();

    /// <summary>Makes the recorder of the call that begins in the current asynchronous flow.</summary>
    public UsageRecorder(IUsageLedger ledger, UsageLedgerOptions options)
    {
        _ledger = ledger;
        _options = options;

        // A client of another voucher inside of a call that this one pays (one that a tool uses, say) keeps its own.
        _gate = VoucherScope.Current is { } gate && (options.VoucherId is null || string.Equals(options.VoucherId, gate.Limit.VoucherId, StringComparison.Ordinal)) ? gate : null;
        _policy = options.Policy ?? _gate?.Policy;
    }

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
            MaxOutputTokens = MaxOutputTokens(call.Provider, call.Model, call.MaxOutputTokens),
            Price = PriceOf(call.Provider, call.Provider.Id, call.Model, call.StartedAt),
            Purpose = _options.Purpose,
            VoucherId = VoucherId,
            PersonalData = GuardScope.Counts,
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
            Price = PriceOf(call.Provider, call.Provider.Id, result.ServedModel, call.StartedAt),
            ErrorCode = result.ErrorCode,
            HttpStatus = result.StatusCode,
        });

    /// <summary>The voucher that pays; null when own money does.</summary>
    public string? VoucherId => _gate?.Limit.VoucherId ?? _options.VoucherId;

    /// <summary>The price in won of a model at the start of a call; null when none is known.</summary>
    public UsagePrice? PriceOf(ProviderDescriptor? provider, string providerId, string? model, DateTimeOffset startedAt) =>
        PriceBook.Find(_policy, providerId, provider, model, startedAt);

    /// <summary>The limit of the output that is reserved: that of the request, and where a budget has to cover it, else that of the model.</summary>
    public long? MaxOutputTokens(ProviderDescriptor? provider, string? model, long? requested) =>
        _gate is null ? requested : PriceBook.MaxOutputTokens(provider, model, requested);

    public async ValueTask ReserveAsync(UsageReservation reservation, CancellationToken cancellationToken)
    {
        try
        {
            await (_gate is null
                ? _ledger.ReserveAsync(reservation, cancellationToken)
                : _ledger.ReserveAsync(reservation, _gate.Limit, cancellationToken)).ConfigureAwait(false);
        }
        catch (Exception cause) when (cause is not (OperationCanceledException or VoucherBudgetException))
        {
            // A budget that nobody can look up does not pay, whatever the options say about rows.
            if (_options.FailClosed || _gate is not null)
            {
                throw new UsageLedgerException($"The call was not sent, because the usage ledger could not reserve it. {cause.Message}", cause);
            }

            _unreserved.TryAdd(reservation.CallId, true);
            _options.OnError!(new UsageLedgerException($"A call is sent without a row, because the usage ledger could not reserve it. {cause.Message}", cause));
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
            await _ledger.SettleAsync(callId, settlement, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            // Kept, not thrown: thrown here it would hide the exception that ended the call.
            _errors.Enqueue(error);
        }
    }

    /// <summary>Writes a row for a call that a guard below has refused: nothing was sent, and it cost nothing.</summary>
    public async ValueTask RefusedAsync(ProviderDescriptor? provider, string operation, string? model, bool streaming, PersonalDataBlockedException refusal)
    {
        var now = _options.TimeProvider.GetUtcNow();
        var call = new UsageReservation
        {
            CallId = Guid.CreateVersion7(now),
            Provider = provider?.Id ?? refusal.Provider,
            Operation = operation,
            RequestedModel = model,
            Streaming = streaming,
            StartedAt = now,
            MaxOutputTokens = 0,
            Purpose = _options.Purpose,
            VoucherId = VoucherId,
            PersonalData = refusal.ToCounts(),
        };
        try
        {
            await _ledger.ReserveAsync(call, CancellationToken.None).ConfigureAwait(false);
            await _ledger.SettleAsync(call.CallId, new UsageSettlement { Outcome = WireCallOutcome.Failed, EndedAt = now, ErrorCode = refusal.ErrorCode }, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception error)
        {
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
        if (_options.FailClosed)
        {
            throw error;
        }

        _options.OnError!(error);
    }
}
