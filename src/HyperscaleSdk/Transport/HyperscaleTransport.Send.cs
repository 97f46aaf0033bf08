using System.Runtime.CompilerServices;

namespace HyperscaleSdk.Runtime;

/// <content>Typed operations.</content>
public sealed partial class HyperscaleTransport
{
    /// <summary>Sends a request and reads a model from its answer.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="HyperscaleException">The call failed.</exception>
    public Task<T> SendAsync<T>(ApiRequest request, CancellationToken cancellationToken)
        where T : IJsonModel<T>
        => SendAsync(request, JsonModelReader<T>.Read, cancellationToken);

    /// <summary>Sends a request and reads its JSON answer.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="read">Reads the answer.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="HyperscaleException">The call failed.</exception>
    public async Task<T> SendAsync<T>(ApiRequest request, JsonReadFunc<T> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        var exchange = await OpenAsync(request, WireCallScope.Current, cancellationToken).ConfigureAwait(false);
        await using (exchange.ConfigureAwait(false))
        {
            var answer = await exchange.ReadAsync(read).ConfigureAwait(false);
            await exchange.EndAsync(WireCallOutcome.Completed).ConfigureAwait(false);
            return answer;
        }
    }

    /// <summary>Sends a request whose answer may come without a body (204 beside 200).</summary>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="read">Reads the answer.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer; its default value when there is no body.</returns>
    /// <exception cref="HyperscaleException">The call failed.</exception>
    public async Task<T?> SendOptionalAsync<T>(ApiRequest request, JsonReadFunc<T> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        var exchange = await OpenAsync(request, WireCallScope.Current, cancellationToken).ConfigureAwait(false);
        await using (exchange.ConfigureAwait(false))
        {
            var answer = await exchange.ReadOptionalAsync(read).ConfigureAwait(false);
            await exchange.EndAsync(WireCallOutcome.Completed).ConfigureAwait(false);
            return answer;
        }
    }

    /// <summary>Sends a request whose answer has no body that matters.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="HyperscaleException">The call failed.</exception>
    public async Task SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var exchange = await OpenAsync(request, WireCallScope.Current, cancellationToken).ConfigureAwait(false);
        await exchange.EndAsync(WireCallOutcome.Completed).ConfigureAwait(false);
    }

    /// <summary>Sends a request whose answer is bytes.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the call until the head has come.</param>
    /// <returns>The body; disposing it closes the connection and ends the wire call.</returns>
    /// <exception cref="HyperscaleException">The call failed.</exception>
    public async Task<Stream> SendForStreamAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var exchange = await OpenAsync(request, WireCallScope.Current, cancellationToken).ConfigureAwait(false);
        return await exchange.ReadBytesAsync().ConfigureAwait(false);
    }

    /// <summary>Sends a request and reads its server-sent events.</summary>
    /// <typeparam name="T">The data of the events.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The events; leaving the loop early closes the connection.</returns>
    /// <exception cref="HyperscaleException">The call failed.</exception>
    public IAsyncEnumerable<StreamEvent<T>> StreamAsync<T>(ApiRequest request, CancellationToken cancellationToken)
        where T : IJsonModel<T>
    {
        ArgumentNullException.ThrowIfNull(request);
        return EventsAsync(request, JsonModelReader<T>.Read, WireCallScope.Current, cancellationToken);
    }

    /// <summary>Streams an operation whose events are not models.</summary>
    /// <param name="request">The request.</param>
    /// <param name="read">Reads the data of one event.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The events as they arrive.</returns>
    /// <exception cref="HyperscaleException">The provider refused the call, could not be reached, or the stream broke off.</exception>
    public IAsyncEnumerable<StreamEvent<T>> StreamAsync<T>(ApiRequest request, JsonReadFunc<T> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(read);
        return EventsAsync(request, read, WireCallScope.Current, cancellationToken);
    }

    /// <summary>Sends a request and reads its answer as one JSON value a line.</summary>
    /// <typeparam name="T">The values.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="read">Reads one value.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The values as they arrive; leaving the loop early closes the connection.</returns>
    /// <exception cref="HyperscaleException">The provider refused the call, could not be reached, or the stream broke off.</exception>
    public IAsyncEnumerable<T> StreamLinesAsync<T>(ApiRequest request, JsonReadFunc<T> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(read);
        return LinesAsync(request, read, WireCallScope.Current, cancellationToken);
    }

    /// <summary>Calls an operation that answers with text.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The text, decoded as UTF-8.</returns>
    /// <exception cref="HyperscaleException">The provider refused the call or could not be reached.</exception>
    public async Task<string> SendForTextAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(await SendForStreamAsync(request, cancellationToken).ConfigureAwait(false));
        return await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
    }

    private async IAsyncEnumerable<StreamEvent<T>> EventsAsync<T>(
        ApiRequest request, JsonReadFunc<T> read, IWireCallObserver? observer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var exchange = await OpenAsync(request, observer ?? WireCallScope.Current, cancellationToken).ConfigureAwait(false);
        await using (exchange.ConfigureAwait(false))
        {
            await foreach (var item in exchange.ReadEventsAsync(read).ConfigureAwait(false))
            {
                if (item.IsDone)
                {
                    // Before the marker is handed out: a reader that stops at it has read everything.
                    await exchange.EndAsync(WireCallOutcome.Completed).ConfigureAwait(false);
                    yield return item;
                    yield break;
                }

                yield return item;
            }

            await exchange.EndAsync(WireCallOutcome.Completed).ConfigureAwait(false);
        }
    }

    private async IAsyncEnumerable<T> LinesAsync<T>(
        ApiRequest request, JsonReadFunc<T> read, IWireCallObserver? observer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var exchange = await OpenAsync(request, observer ?? WireCallScope.Current, cancellationToken).ConfigureAwait(false);
        await using (exchange.ConfigureAwait(false))
        {
            await foreach (var item in exchange.ReadLinesAsync(read).ConfigureAwait(false))
            {
                yield return item.Data!;
            }

            await exchange.EndAsync(WireCallOutcome.Completed).ConfigureAwait(false);
        }
    }
}
