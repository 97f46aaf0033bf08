using System.Runtime.ExceptionServices;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Runtime;

/// <summary>The texts of a unified call in batches of one wire call each, and the vectors that came for them, in the texts' order.</summary>
internal sealed class EmbeddingBatches
{
    private readonly List<string> _inputs;
    private readonly int _size;
    private readonly ReadOnlyMemory<float>[] _vectors;
    private readonly (long? Input, long? Total)[] _usage;

    public EmbeddingBatches(List<string> inputs, int size)
    {
        _inputs = inputs;
        _size = Math.Max(size, 1);
        Count = (inputs.Count + _size - 1) / _size;
        _vectors = new ReadOnlyMemory<float>[inputs.Count];
        _usage = new (long?, long?)[Count];
    }

    public int Count { get; }

    public IReadOnlyList<string> Texts(int batch) => Count == 1 ? _inputs : _inputs.GetRange(batch * _size, LengthOf(batch));

    /// <summary>Takes over the vectors of a batch; says what is wrong with them, or <see langword="null"/>.</summary>
    public string? Accept(int batch, EmbeddingAnswer answer)
    {
        var length = LengthOf(batch);
        if (answer.Vectors.Count != length)
        {
            return $"it holds {ApiPath.Text(answer.Vectors.Count)} vectors for {ApiPath.Text(length)} texts";
        }

        var seen = new bool[length];
        for (var i = 0; i < length; i++)
        {
            var (index, vector) = answer.Vectors[i];
            var place = index ?? i;
            if (place < 0 || place >= length || seen[place])
            {
                return "a vector's index is out of range or comes twice";
            }

            if (vector is not { Length: > 0 } numbers)
            {
                return "a vector is missing";
            }

            seen[place] = true;
            _vectors[(batch * _size) + (int)place] = numbers;
        }

        _usage[batch] = (answer.InputTokens, answer.TotalTokens);
        return null;
    }

    /// <summary>Runs all batches, some at once. The first failure stops the others and is what surfaces.</summary>
    public async Task RunAllAsync(int parallel, Func<int, CancellationToken, Task> run, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var next = -1;
        ExceptionDispatchInfo? first = null;
        var workers = new Task[Math.Clamp(parallel, 1, Count)];
        for (var i = 0; i < workers.Length; i++)
        {
            workers[i] = WorkAsync();
        }

        await Task.WhenAll(workers).ConfigureAwait(false);
        if (cancellationToken.IsCancellationRequested && first?.SourceException is OperationCanceledException cancelled)
        {
            throw new OperationCanceledException(cancelled.Message, cancelled, cancellationToken);
        }

        first?.Throw();

        async Task WorkAsync()
        {
            try
            {
                for (var batch = Interlocked.Increment(ref next); batch < Count; batch = Interlocked.Increment(ref next))
                {
                    stop.Token.ThrowIfCancellationRequested();
                    await run(batch, stop.Token).ConfigureAwait(false);
                }
            }
            catch (Exception failure)
            {
                Interlocked.CompareExchange(ref first, ExceptionDispatchInfo.Capture(failure), null);
                await stop.CancelAsync().ConfigureAwait(false);
            }
        }
    }

    public GeneratedEmbeddings<Embedding<float>> ToResult(string model, DateTimeOffset createdAt)
    {
        var result = new GeneratedEmbeddings<Embedding<float>>(_vectors.Length);
        foreach (var vector in _vectors)
        {
            result.Add(new Embedding<float>(vector) { ModelId = model, CreatedAt = createdAt });
        }

        // What one wire call does not report is unknown for all of them: part of a sum would be a wrong sum.
        long? input = 0;
        long? total = 0;
        foreach (var (batchInput, batchTotal) in _usage)
        {
            input += batchInput ?? batchTotal;
            total += batchTotal ?? batchInput;
        }

        result.Usage = new UsageDetails { InputTokenCount = input, TotalTokenCount = total };
        return result;
    }

    private int LengthOf(int batch) => Math.Min(_size, _inputs.Count - (batch * _size));
}
