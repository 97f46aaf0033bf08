using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Runtime;

/// <summary>The base of generated embedding generators: batching, order, usage, and everything else that is not wire mapping.</summary>
/// <remarks>The option Timeout holds for each wire call, since a long list of texts is many of them. Thread-safe. Disposing twice is harmless; an <see cref="HttpClient"/> that was given is never disposed.</remarks>
public abstract class HyperscaleEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>, IEmbeddingBatching
{
    private readonly HyperscaleTransport _transport;
    private readonly string? _defaultModel;
    private readonly int? _defaultDimensions;
    private readonly EmbeddingGeneratorMetadata _metadata;

    /// <summary>Makes the generator.</summary>
    /// <param name="transport">Sends the requests; the generator owns it.</param>
    /// <param name="defaultModel">The model where a call names none; <see langword="null"/> when every call must.</param>
    /// <param name="defaultDimensions">The length of the vectors where a call names none; <see langword="null"/> for the model's own.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is less than 1.</exception>
    protected HyperscaleEmbeddingGenerator(HyperscaleTransport transport, string? defaultModel, int? defaultDimensions)
    {
        ArgumentNullException.ThrowIfNull(transport);
        if (defaultDimensions < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(defaultDimensions), defaultDimensions, "The length of the vectors must be at least 1.");
        }

        _transport = transport;
        _defaultModel = string.IsNullOrEmpty(defaultModel) ? null : defaultModel;
        _defaultDimensions = defaultDimensions;
        _metadata = new EmbeddingGeneratorMetadata(transport.Provider.TelemetryName, transport.BaseAddress, _defaultModel, defaultDimensions);
    }

    /// <summary>Chooses the operation that serves a model.</summary>
    /// <param name="model">The model that is asked for.</param>
    /// <returns>The route; the same instance may be returned every time.</returns>
    /// <exception cref="HyperscaleRequestException">No operation takes the model.</exception>
    protected abstract EmbeddingRoute SelectRoute(string model);

    /// <inheritdoc/>
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        return GenerateAsync(values, options, WireCallScope.Current, cancellationToken);
    }

    /// <inheritdoc/>
    public virtual object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is not null)
        {
            return null;
        }

        return serviceType == typeof(EmbeddingGeneratorMetadata) ? _metadata
            : serviceType == typeof(ProviderDescriptor) ? _transport.Provider
            : serviceType == typeof(IWireCallSource) || serviceType == typeof(HyperscaleTransport) ? _transport
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    (int Inputs, int Parallel)? IEmbeddingBatching.BatchingOf(string? model)
    {
        var asked = string.IsNullOrEmpty(model) ? _defaultModel : model;
        return asked is null ? null : SelectRoute(asked).Batching;
    }

    /// <summary>Disposes the transport.</summary>
    /// <param name="disposing">Whether it was called from <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _transport.Dispose();
        }
    }

    private async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options, IWireCallObserver? observer, CancellationToken cancellationToken)
    {
        var inputs = new List<string>();
        foreach (var value in values)
        {
            inputs.Add(value ?? throw new ArgumentException("A text to embed is null.", nameof(values)));
        }

        if (inputs.Count == 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new GeneratedEmbeddings<Embedding<float>>([]) { Usage = new UsageDetails { InputTokenCount = 0, TotalTokenCount = 0 } };
        }

        var model = string.IsNullOrEmpty(options?.ModelId) ? _defaultModel : options.ModelId;
        if (model is null)
        {
            throw Failures.Unsupported(_transport.Provider, model: null, "no model is named; set EmbeddingGenerationOptions.ModelId or the option EmbeddingModel");
        }

        // The default length belongs to the default model: another model has its own.
        var dimensions = options?.Dimensions ?? (string.Equals(model, _defaultModel, StringComparison.OrdinalIgnoreCase) ? _defaultDimensions : null);
        var call = new EmbeddingCall(_transport.Provider, model, dimensions, options, options?.RawRepresentationFactory?.Invoke(this));
        return await SelectRoute(model).GenerateAsync(_transport, call, inputs, observer, cancellationToken).ConfigureAwait(false);
    }
}
