using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Runtime;

/// <summary>Collects what a provider answers to one wire call for embeddings. For generated code.</summary>
public sealed class EmbeddingAnswer : IWireProgress
{
    internal EmbeddingAnswer()
    {
    }

    internal List<(long? Index, ReadOnlyMemory<float>? Vector)> Vectors { get; } = [];

    internal string? ServedModel { get; private set; }

    WireUsage? IWireProgress.Usage => InputTokens is null && TotalTokens is null ? null : new WireUsage(InputTokens ?? TotalTokens, null);

    string? IWireProgress.ServedModel => ServedModel;

    long? IWireProgress.EstimatedOutputTokens => null;

    internal long? InputTokens { get; private set; }

    internal long? TotalTokens { get; private set; }

    internal bool HasFailed { get; private set; }

    internal string? FailureCode { get; private set; }

    internal string? FailureMessage { get; private set; }

    /// <summary>A vector.</summary>
    /// <param name="index">Which text of the wire call; <see langword="null"/> when vectors come in the texts' order.</param>
    /// <param name="vector">The numbers; <see langword="null"/> makes the answer one that cannot be understood.</param>
    public void Vector(long? index, IList<float>? vector)
        => Vectors.Add((index, vector switch { null => null, float[] array => array, { } other => (float[])[.. other] }));

    /// <summary>What was used.</summary>
    /// <param name="input">Input tokens; <see langword="null"/> when not reported.</param>
    /// <param name="total">All tokens; <see langword="null"/> when not reported.</param>
    public void Usage(long? input, long? total)
    {
        InputTokens = input ?? InputTokens;
        TotalTokens = total ?? TotalTokens;
    }

    /// <summary>Which model answered.</summary>
    /// <param name="model">The model; <see langword="null"/> when not reported.</param>
    public void Identity(string? model) => ServedModel = string.IsNullOrEmpty(model) ? ServedModel : model;

    /// <summary>An error inside the body: the base class throws the typed exception.</summary>
    /// <param name="code">The provider's code.</param>
    /// <param name="message">The provider's text.</param>
    public void Fail(string? code, string? message)
    {
        HasFailed = true;
        FailureCode = code;
        FailureMessage = message;
    }
}
