namespace HyperscaleSdk;

/// <summary>A model: what it can do, how much it takes, what it costs since when.</summary>
public sealed class ModelDescriptor
{
    /// <summary>The id that is sent to the provider.</summary>
    public required string Id { get; init; }

    /// <summary>Whether the model answers chats or makes embeddings.</summary>
    public required ModelKind Kind { get; init; }

    /// <summary>Other ids of the same model, such as dated snapshots; empty when there are none.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Input and output together, in tokens; <see langword="null"/> when unknown.</summary>
    public int? ContextTokens { get; init; }

    /// <summary>The longest answer, in tokens; <see langword="null"/> when unknown.</summary>
    public int? MaxOutputTokens { get; init; }

    /// <summary>Length of the vectors of an embedding model; <see langword="null"/> when unknown or not an embedding model.</summary>
    public int? Dimensions { get; init; }

    /// <summary>What the model can do beyond text.</summary>
    public ModelCapabilities Capabilities { get; init; }

    /// <summary>The last day of service (KST); <see langword="null"/> when none was announced.</summary>
    public DateOnly? EndOfService { get; init; }

    /// <summary>How much may be sent in a minute; <see langword="null"/> when unknown.</summary>
    public RateLimits? Limits { get; init; }

    /// <summary>Prices, newest first; empty when none is known.</summary>
    public IReadOnlyList<ModelPrice> Prices { get; init; } = [];

    /// <summary>The price in force on a day.</summary>
    /// <param name="day">The day of the call in Korean time (UTC+9).</param>
    /// <returns>The newest price that is effective on that day, or <see langword="null"/> when none is known.</returns>
    public ModelPrice? PriceOn(DateOnly day)
    {
        foreach (var price in Prices)
        {
            if (price.EffectiveFrom <= day)
            {
                return price;
            }
        }

        return null;
    }

    internal bool IsNamed(string? modelId)
    {
        if (string.Equals(Id, modelId, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        foreach (var alias in Aliases)
        {
            if (string.Equals(alias, modelId, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
