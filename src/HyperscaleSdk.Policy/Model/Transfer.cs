namespace HyperscaleSdk.Policies;

/// <summary>
/// Why personal data may leave Korea (PIPA art. 28-8(1)), and what the person concerned is told (art. 28-8(2)). The countries
/// are those of the processor.
/// </summary>
public sealed record Transfer
{
    /// <summary>The basis; null when not stated.</summary>
    public TransferBasis? Basis { get; init; }

    /// <summary>Item 1: the kinds of personal data, in words; empty when not stated.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>Item 2, beside the countries: when and how it is transferred; null when not stated.</summary>
    public string? Method { get; init; }

    /// <summary>Item 3: who receives it, with a contact; null when not stated.</summary>
    public string? Recipient { get; init; }

    /// <summary>Item 4: what the recipient uses it for; null when not stated.</summary>
    public string? Purpose { get; init; }

    /// <summary>Item 4: how long the recipient keeps it; null when not stated.</summary>
    public string? Period { get; init; }

    /// <summary>Item 5: how to refuse, and what follows; null when not stated.</summary>
    public string? Refusal { get; init; }

    /// <summary>Whether the basis and every item are there. <see cref="Method"/> is asked for, but does not count here.</summary>
    public bool IsComplete =>
        Basis is not null && Items.Count > 0 && Recipient is not null && Purpose is not null && Period is not null && Refusal is not null;
}
