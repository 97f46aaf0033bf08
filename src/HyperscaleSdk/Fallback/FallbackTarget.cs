using Microsoft.Extensions.AI;

namespace HyperscaleSdk;

/// <summary>A supplier that a call may go to.</summary>
public sealed class FallbackTarget
{
    private readonly ProviderDescriptor? _descriptor;

    /// <summary>Makes a target.</summary>
    /// <param name="client">The supplier's client, with its own ledger and guard around it where there is one.</param>
    /// <param name="modelId">The model to ask this supplier for; <see langword="null"/> (the default) for the client's own default.</param>
    /// <param name="providerId">The provider id, as the policy has it; <see langword="null"/> (the default) takes it from the client.</param>
    /// <exception cref="ArgumentException">Nothing says which provider it is.</exception>
    public FallbackTarget(IChatClient client, string? modelId = null, string? providerId = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        Client = client;
        ModelId = string.IsNullOrEmpty(modelId) ? null : modelId;
        _descriptor = client.GetService<ProviderDescriptor>();
        ProviderId = providerId ?? _descriptor?.Id ?? client.GetService<ChatClientMetadata>()?.ProviderName
            ?? throw new ArgumentException("The client does not say which provider it calls: name the provider id.", nameof(providerId));
        Ledger = client.GetService<LedgerPlace>();
        Guard = client.GetService<GuardPolicy>();
    }

    /// <summary>The client.</summary>
    public IChatClient Client { get; }

    /// <summary>The model to ask this supplier for; <see langword="null"/> for the client's own default.</summary>
    public string? ModelId { get; }

    /// <summary>The provider id.</summary>
    public string ProviderId { get; }

    /// <summary>Changes this supplier's copy of the options of a call; <see langword="null"/> (the default) changes nothing.</summary>
    public Action<ChatOptions>? ConfigureOptions { get; init; }

    internal LedgerPlace? Ledger { get; }

    internal GuardPolicy? Guard { get; }

    internal bool RefusesPersonalData => _descriptor?.Data.RefusesPersonalData == true;

    internal bool Knows(string modelId) => _descriptor?.FindModel(modelId) is not null || string.Equals(ModelId, modelId, StringComparison.OrdinalIgnoreCase);
}
