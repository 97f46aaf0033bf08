using System.Text.Json;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Runtime;

/// <summary>The unified request for embeddings, normalised once per call. For generated code.</summary>
public sealed class EmbeddingCall
{
    private readonly EmbeddingGenerationOptions? _options;
    private readonly object? _raw;

    internal EmbeddingCall(ProviderDescriptor provider, string model, int? dimensions, EmbeddingGenerationOptions? options, object? raw)
    {
        Provider = provider;
        Model = model;
        Dimensions = dimensions;
        _options = options;
        _raw = raw;
    }

    /// <summary>The provider that is asked.</summary>
    public ProviderDescriptor Provider { get; }

    /// <summary>The model that is asked for.</summary>
    public string Model { get; }

    /// <summary>The length of the vectors; <see langword="null"/> for the model's own.</summary>
    public int? Dimensions { get; }

    /// <summary>What <see cref="EmbeddingGenerationOptions.RawRepresentationFactory"/> made, when it is of this type.</summary>
    /// <typeparam name="T">The operation's request body.</typeparam>
    /// <returns>The caller's body. It is the same for all wire calls of the unified call: copy it, don't change it.</returns>
    public T? RawRequest<T>()
        where T : class
        => _raw as T;

    /// <summary>Refuses the call before anything is sent.</summary>
    /// <param name="when">Whether to refuse.</param>
    /// <param name="reason">What cannot be done and what to change, in one sentence.</param>
    /// <exception cref="HyperscaleRequestException">When <paramref name="when"/>.</exception>
    public void Refuse(bool when, string reason)
    {
        if (when)
        {
            throw Failures.Unsupported(Provider, Model, reason);
        }
    }

    /// <summary>Whether the model is one of several.</summary>
    /// <param name="ids">The ids, compared ordinally and ignoring case.</param>
    /// <returns><see langword="true"/> when one is the call's model.</returns>
    public bool IsModel(params ReadOnlySpan<string> ids) => ModelPath.IsModel(Model, ids);

    /// <summary>An option that only this provider knows, from <see cref="EmbeddingGenerationOptions.AdditionalProperties"/>.</summary>
    /// <param name="name">The option's name on the wire.</param>
    /// <param name="value">Its value as JSON.</param>
    /// <returns><see langword="false"/> when the caller did not set it, or set it to <see langword="null"/>.</returns>
    /// <exception cref="HyperscaleRequestException">The value is of a type that cannot be written without reflection.</exception>
    public bool TryGetExtra(string name, out JsonElement value)
    {
        value = default;
        if (_options?.AdditionalProperties is not { } extras || !extras.TryGetValue(name, out var raw) || raw is null)
        {
            return false;
        }

        Refuse(!JsonValues.TryToElement(raw, out value), $"the additional property '{name}' must be a string, number, boolean, JsonElement or JsonNode");
        return true;
    }
}
