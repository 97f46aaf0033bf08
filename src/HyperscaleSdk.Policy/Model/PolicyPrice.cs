namespace HyperscaleSdk.Policies;

/// <summary>A line of the price book.</summary>
public sealed record PolicyPrice
{
    /// <summary>Provider id.</summary>
    public required string Provider { get; init; }

    /// <summary>Model id, as it is sent.</summary>
    public required string Model { get; init; }

    /// <summary>First day of the price.</summary>
    public required PolicyDate Date { get; init; }

    /// <summary>KRW without value added tax for a million input tokens; null when not stated.</summary>
    public decimal? InputPerMillion { get; init; }

    /// <summary>KRW without value added tax for a million output tokens; null when not stated.</summary>
    public decimal? OutputPerMillion { get; init; }

    /// <summary>Where the price is published; null when not stated.</summary>
    public string? Source { get; init; }
}
