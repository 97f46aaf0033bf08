using Microsoft.Extensions.AI;

namespace HyperscaleSdk;

/// <summary>Records the calls of an embedding generator in the usage ledger.</summary>
internal sealed class UsageLedgerEmbeddingGenerator(
    IEmbeddingGenerator<string, Embedding<float>> innerGenerator, IUsageLedger ledger, UsageLedgerOptions ledgerOptions)
    : DelegatingEmbeddingGenerator<string, Embedding<float>>(innerGenerator)
{
    private const string Operation = "embeddings";

    private readonly LedgerPlace _place = new(ledger, ledgerOptions);
    private readonly IWireCallSource? _source = innerGenerator.GetService<IWireCallSource>();
    private readonly EmbeddingGeneratorMetadata? _metadata = innerGenerator.GetService<EmbeddingGeneratorMetadata>();

    public override Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        var recorder = new UsageRecorder(ledger, ledgerOptions);
        return _source is not null
            ? ObserveAsync(recorder, values, options, cancellationToken)
            : RecordAsync(recorder, values as IReadOnlyList<string> ?? [.. values], options, cancellationToken);
    }

    public override object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is null && serviceType == typeof(LedgerPlace) ? _place : base.GetService(serviceType, serviceKey);
    }

    private async Task<GeneratedEmbeddings<Embedding<float>>> ObserveAsync(
        UsageRecorder recorder, IEnumerable<string> values, EmbeddingGenerationOptions? options, CancellationToken cancellationToken)
    {
        GeneratedEmbeddings<Embedding<float>> embeddings;
        try
        {
            using (WireCallScope.Enter(recorder))
            {
                embeddings = await base.GenerateAsync(values, options, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception failure)
        {
            if (failure is PersonalDataBlockedException refusal)
            {
                await recorder.RefusedAsync(_source?.Provider, Operation, options?.ModelId ?? _metadata?.DefaultModelId, streaming: false, refusal).ConfigureAwait(false);
            }

            recorder.ThrowIfUnsettled(failure);
            throw;
        }

        recorder.ThrowIfUnsettled(failure: null);
        return embeddings;
    }

    private async Task<GeneratedEmbeddings<Embedding<float>>> RecordAsync(
        UsageRecorder recorder, IReadOnlyList<string> values, EmbeddingGenerationOptions? options, CancellationToken cancellationToken)
    {
        var reservation = UnifiedCall.Reservation(
            recorder,
            ledgerOptions,
            Operation,
            _metadata?.ProviderName,
            options?.ModelId ?? _metadata?.DefaultModelId,
            streaming: false,
            TokenEstimate.Of(values),
            maxOutputTokens: null);
        var call = await UnifiedCall.StartAsync(recorder, ledgerOptions, reservation, cancellationToken).ConfigureAwait(false);
        GeneratedEmbeddings<Embedding<float>> embeddings;
        try
        {
            embeddings = await base.GenerateAsync(values, options, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            await call.FailAsync(failure, cancellationToken).ConfigureAwait(false);
            recorder.ThrowIfUnsettled(failure);
            throw;
        }

        call.Observe(embeddings);
        await call.CompleteAsync().ConfigureAwait(false);
        recorder.ThrowIfUnsettled(failure: null);
        return embeddings;
    }
}
