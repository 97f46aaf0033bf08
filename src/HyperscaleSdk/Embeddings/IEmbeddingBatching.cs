namespace HyperscaleSdk.Runtime;

/// <summary>Says how a generator divides its texts; found through <c>GetService</c>.</summary>
internal interface IEmbeddingBatching
{
    /// <summary>How many texts one wire call takes, and how many wire calls run at once; null when no model is named.</summary>
    /// <exception cref="HyperscaleRequestException">No operation takes the model.</exception>
    (int Inputs, int Parallel)? BatchingOf(string? model);
}
