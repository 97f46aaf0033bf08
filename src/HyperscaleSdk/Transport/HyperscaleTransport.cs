using System.Runtime.CompilerServices;

namespace HyperscaleSdk.Runtime;

/// <summary>Sends requests to a provider: key, retries, timeouts, errors, and the report of every wire call. For generated code.</summary>
/// <remarks>Thread-safe. Disposing it disposes the <see cref="HttpClient"/> only when none was given.</remarks>
public sealed partial class HyperscaleTransport : IDisposable, IWireCallSource
{
    /// <summary>Makes a transport.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="protocol">Where the key goes and how errors are read.</param>
    /// <param name="options">The options, copied.</param>
    /// <param name="httpClient">The client to send with; it stays the caller's. <see langword="null"/> makes one of its own.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The options are wrong.</exception>
    /// <exception cref="HyperscaleAuthenticationException">There is no key; the message says where to put it.</exception>
    public HyperscaleTransport(ProviderDescriptor provider, ProviderProtocol protocol, HyperscaleClientOptions options, HttpClient? httpClient = null)
    {
        Provider = provider;
        BaseAddress = options.BaseAddress ?? throw new NotSupportedException();
    }

    /// <summary>The provider.</summary>
    public ProviderDescriptor Provider { get; }

    /// <summary>The address that paths are relative to.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Sends a request and reads a model from its answer.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer.</returns>
    public Task<T> SendAsync<T>(ApiRequest request, CancellationToken cancellationToken)
        where T : IJsonModel<T>
        => throw new NotSupportedException();

    /// <summary>Sends a request and reads its JSON answer.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="read">Reads the answer.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer.</returns>
    public Task<T> SendAsync<T>(ApiRequest request, JsonReadFunc<T> read, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Sends a request whose answer has no body that matters.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task SendAsync(ApiRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Sends a request whose answer is bytes.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the call until the head has come.</param>
    /// <returns>The body; disposing it closes the connection and ends the wire call.</returns>
    public Task<Stream> SendForStreamAsync(ApiRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Sends a request and reads its server-sent events.</summary>
    /// <typeparam name="T">The data of the events.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The events; leaving the loop early closes the connection.</returns>
    public IAsyncEnumerable<StreamEvent<T>> StreamAsync<T>(ApiRequest request, CancellationToken cancellationToken)
        where T : IJsonModel<T>
        => throw new NotSupportedException();

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
