using System.Runtime.CompilerServices;
using HyperscaleSdk.Runtime;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk;

/// <summary>Embeds a sequence in batches, several at once, and hands out what became of them in the order of the sequence.</summary>
internal sealed class BulkEmbedder<T>
{
    private const int DefaultBatchSize = 16;

    private const int DefaultParallelism = 4;

    private static readonly TimeSpan UnknownWait = TimeSpan.FromSeconds(5);

    private readonly IEmbeddingGenerator<string, Embedding<float>> _generator;
    private readonly Func<T, string> _text;
    private readonly BulkEmbeddingOptions _options;
    private readonly int _size;
    private readonly int _parallel;

    public BulkEmbedder(IEmbeddingGenerator<string, Embedding<float>> generator, Func<T, string> text, BulkEmbeddingOptions options)
    {
        _generator = generator;
        _text = text;
        _options = options;
        var batching = generator.GetService<IEmbeddingBatching>()?.BatchingOf(options.Generation?.ModelId);
        _size = options.BatchSize ?? batching?.Inputs ?? DefaultBatchSize;
        _parallel = options.Parallelism ?? batching?.Parallel ?? DefaultParallelism;
    }

    public async IAsyncEnumerable<BulkEmbedding<T>> RunAsync(IAsyncEnumerable<T> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var slots = new SemaphoreSlim(_parallel);
        var batches = new Queue<Task<List<BulkEmbedding<T>>>>();
        var failedInARow = 0;
        try
        {
            await foreach (var batch in BatchesAsync(items, stop.Token).ConfigureAwait(false))
            {
                batches.Enqueue(RunAsync(batch.Items, batch.First, slots, stop.Token));

                // Twice as many as run: a slow one at the head must not leave the others idle.
                while (batches.Count >= 2 * _parallel || batches.TryPeek(out var next) && next.IsCompleted)
                {
                    foreach (var result in await batches.Dequeue().ConfigureAwait(false))
                    {
                        failedInARow = result.Error is null ? 0 : failedInARow + 1;
                        yield return result;
                        ThrowIfHopeless(result, failedInARow);
                    }
                }
            }

            while (batches.TryDequeue(out var rest))
            {
                foreach (var result in await rest.ConfigureAwait(false))
                {
                    failedInARow = result.Error is null ? 0 : failedInARow + 1;
                    yield return result;
                    ThrowIfHopeless(result, failedInARow);
                }
            }
        }
        finally
        {
            // Whoever stops reading must not leave calls behind that nobody waits for.
            await stop.CancelAsync().ConfigureAwait(false);
            foreach (var batch in batches)
            {
                await ((Task)batch).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private void ThrowIfHopeless(BulkEmbedding<T> result, int failedInARow)
    {
        if (failedInARow >= _options.MaxConsecutiveFailures)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(result.Error!);
        }
    }

    private async IAsyncEnumerable<(List<T> Items, long First)> BatchesAsync(IAsyncEnumerable<T> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long first = 0;
        var batch = new List<T>(_size);
        await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            batch.Add(item);
            if (batch.Count == _size)
            {
                yield return (batch, first);
                first += _size;
                batch = new List<T>(_size);
            }
        }

        if (batch.Count > 0)
        {
            yield return (batch, first);
        }
    }

    private async Task<List<BulkEmbedding<T>>> RunAsync(List<T> items, long first, SemaphoreSlim slots, CancellationToken cancellationToken)
    {
        await slots.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var results = new List<BulkEmbedding<T>>(items.Count);
            await EmbedAsync(items, first, results, cancellationToken).ConfigureAwait(false);
            return results;
        }
        finally
        {
            slots.Release();
        }
    }

    private async Task EmbedAsync(List<T> items, long first, List<BulkEmbedding<T>> results, CancellationToken cancellationToken)
    {
        Exception failure;
        try
        {
            var embeddings = await PatientlyAsync([.. items.Select(_text)], cancellationToken).ConfigureAwait(false);
            for (var i = 0; i < items.Count; i++)
            {
                results.Add(new BulkEmbedding<T>(first + i, items[i], embeddings[i], error: null));
            }

            return;
        }
        catch (Exception caught) when (BulkFailures.IsOfTexts(caught) && !cancellationToken.IsCancellationRequested)
        {
            failure = caught;
        }

        if (items.Count > 1 && BulkFailures.MayBeOneText(failure))
        {
            // Halving finds the one: the others of its batch are not lost.
            var half = items.Count / 2;
            await EmbedAsync(items.GetRange(0, half), first, results, cancellationToken).ConfigureAwait(false);
            await EmbedAsync(items.GetRange(half, items.Count - half), first + half, results, cancellationToken).ConfigureAwait(false);
            return;
        }

        for (var i = 0; i < items.Count; i++)
        {
            results.Add(new BulkEmbedding<T>(first + i, items[i], embedding: null, failure));
        }
    }

    private async Task<GeneratedEmbeddings<Embedding<float>>> PatientlyAsync(List<string> texts, CancellationToken cancellationToken)
    {
        var left = _options.MaxRateLimitWait;
        while (true)
        {
            try
            {
                var embeddings = await _generator.GenerateAsync(texts, _options.Generation, cancellationToken).ConfigureAwait(false);
                return embeddings.Count == texts.Count ? embeddings : throw new InvalidOperationException("The generator did not give one vector for each text.");
            }
            catch (HyperscaleRateLimitException limited) when (limited.IsTransient && (limited.RetryAfter ?? UnknownWait) <= left)
            {
                var wait = limited.RetryAfter is { } asked && asked > TimeSpan.Zero ? asked : UnknownWait;
                left -= wait;
                await Task.Delay(wait, _options.TimeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
