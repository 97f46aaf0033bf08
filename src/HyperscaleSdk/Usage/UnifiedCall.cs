using System.Text.Json;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk;

/// <summary>One unified call of a client that does not report its wire calls: gathers from the answer what the row needs.</summary>
internal sealed class UnifiedCall(UsageRecorder recorder, UsageLedgerOptions options, UsageReservation reservation)
{
    private readonly UsageDetails _usage = new();
    private bool _isReported;
    private long _outputBytes;
    private string? _servedModel;
    private string? _requestId;
    private PersonalDataCounts? _personalData;

    public bool HasOutput { get; private set; }

    public static async ValueTask<UnifiedCall> StartAsync(
        UsageRecorder recorder, UsageLedgerOptions options, UsageReservation reservation, CancellationToken cancellationToken)
    {
        await recorder.ReserveAsync(reservation, cancellationToken).ConfigureAwait(false);
        return new UnifiedCall(recorder, options, reservation);
    }

    public static UsageReservation Reservation(
        UsageRecorder recorder, UsageLedgerOptions options, string operation, string? providerName, string? model, bool streaming, long inputTokens, long? maxOutputTokens)
    {
        var now = options.TimeProvider.GetUtcNow();
        var provider = options.Provider?.Id ?? (string.IsNullOrWhiteSpace(providerName) ? "unknown" : providerName);
        return new UsageReservation
        {
            CallId = Guid.CreateVersion7(now),
            Provider = provider,
            Operation = operation,
            RequestedModel = model,
            Streaming = streaming,
            StartedAt = now,
            EstimatedInputTokens = inputTokens,
            MaxOutputTokens = recorder.MaxOutputTokens(options.Provider, model, maxOutputTokens),
            Price = recorder.PriceOf(options.Provider, provider, model, now),
            Purpose = options.Purpose,
            VoucherId = recorder.VoucherId,
            PersonalData = GuardScope.Counts,
        };
    }

    public void Observe(ChatResponseUpdate update)
    {
        HasOutput = true;
        _servedModel = update.ModelId ?? _servedModel;
        _requestId = update.ResponseId ?? _requestId;
        _outputBytes += TokenEstimate.BytesOf(update.Contents);
        ObserveGuard(update.AdditionalProperties);
        foreach (var content in update.Contents)
        {
            if (content is UsageContent usage)
            {
                Observe(usage.Details);
            }
        }
    }

    public void Observe(ChatResponse response)
    {
        HasOutput = true;
        _servedModel = response.ModelId;
        _requestId = response.ResponseId;
        ObserveGuard(response.AdditionalProperties);
        foreach (var message in response.Messages)
        {
            _outputBytes += TokenEstimate.BytesOf(message.Contents);
        }

        Observe(response.Usage);
    }

    public void Observe(GeneratedEmbeddings<Embedding<float>> embeddings)
    {
        _servedModel = embeddings.Count == 0 ? null : embeddings[0].ModelId;
        ObserveGuard(embeddings.AdditionalProperties);
        Observe(embeddings.Usage);
    }

    public ValueTask CompleteAsync() => SettleAsync(WireCallOutcome.Completed, failure: null);

    public ValueTask AbandonAsync() => SettleAsync(WireCallOutcome.Cancelled, failure: null);

    public ValueTask FailAsync(Exception failure, CancellationToken cancellationToken) =>
        SettleAsync(OutcomeOf(failure, cancellationToken), failure);

    private void Observe(UsageDetails? details)
    {
        if (details is not null)
        {
            _isReported = true;
            _usage.Add(details);
        }
    }

    /// <summary>A guard further in tells only with the answer what it found.</summary>
    private void ObserveGuard(AdditionalPropertiesDictionary? properties)
    {
        if (properties?.TryGetValue(PersonalDataGuardReport.PropertyName, out var found) == true && found is PersonalDataGuardReport report)
        {
            _personalData = report.ToCounts();
        }
    }

    private ValueTask SettleAsync(WireCallOutcome outcome, Exception? failure) => recorder.SettleAsync(
        reservation.CallId,
        new UsageSettlement
        {
            Outcome = outcome,
            EndedAt = options.TimeProvider.GetUtcNow(),
            ServedModel = _servedModel,
            RequestId = _requestId,
            InputTokens = _isReported ? _usage.InputTokenCount : null,
            OutputTokens = _isReported ? _usage.OutputTokenCount : null,
            CachedInputTokens = _usage.CachedInputTokenCount,
            ReasoningTokens = _usage.ReasoningTokenCount,
            EstimatedOutputTokens = HasOutput ? TokenEstimate.Of(_outputBytes) : null,
            Price = recorder.PriceOf(options.Provider, reservation.Provider, _servedModel, reservation.StartedAt),
            ErrorCode = (failure as PersonalDataBlockedException)?.ErrorCode ?? failure?.GetType().Name,
            PersonalData = (failure as PersonalDataBlockedException)?.ToCounts() ?? _personalData,
            HttpStatus = (int?)(failure as HttpRequestException)?.StatusCode,
        });

    /// <summary>Another vendor's exceptions are not known; what says that an answer was under way counts as possibly billed.</summary>
    private WireCallOutcome OutcomeOf(Exception failure, CancellationToken cancellationToken) => failure switch
    {
        OperationCanceledException when cancellationToken.IsCancellationRequested => WireCallOutcome.Cancelled,
        OperationCanceledException or TimeoutException or IOException or JsonException => WireCallOutcome.Incomplete,
        HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded or HttpRequestError.InvalidResponse } => WireCallOutcome.Incomplete,
        _ => HasOutput ? WireCallOutcome.Incomplete : WireCallOutcome.Failed,
    };
}
