using System.Net.ServerSentEvents;
using System.Runtime.InteropServices;

namespace HyperscaleSdk.Runtime;

/// <content>Server-sent events.</content>
public sealed partial class ApiExchange
{
    private enum Kind
    {
        Skipped,
        Data,
        Done,
    }

    /// <summary>Reads the body as server-sent events, within the call's token and with its timeout for each next event.</summary>
    /// <typeparam name="T">The data of the events.</typeparam>
    /// <param name="read">Reads an event's data.</param>
    /// <param name="handles">Whether events of a type are read at all; <see langword="null"/> reads all.</param>
    /// <returns>The events. Leaving the loop early closes the connection and ends the wire call as cancelled.</returns>
    /// <exception cref="HyperscaleResponseException">An event's data is not what was expected.</exception>
    public IAsyncEnumerable<StreamEvent<T>> ReadEventsAsync<T>(JsonReadFunc<T> read, Func<string, bool>? handles = null)
    {
        ArgumentNullException.ThrowIfNull(read);
        return ReadItemsAsync(() => OpenEventsAsync(read, handles));
    }

    private async IAsyncEnumerable<StreamEvent<T>> ReadItemsAsync<T>(Func<ValueTask<IAsyncEnumerator<SseItem<Item<T>>>>> open)
    {
        var atEnd = false;
        IAsyncEnumerator<SseItem<Item<T>>>? events = null;
        try
        {
            while (true)
            {
                bool more;
                try
                {
                    events ??= await open().ConfigureAwait(false);
                    var next = events.MoveNextAsync();
                    if (next.IsCompleted)
                    {
                        more = await next.ConfigureAwait(false);
                    }
                    else
                    {
                        _call.Timer.Arm();
                        more = await next.ConfigureAwait(false);
                        _call.Timer.Disarm();
                    }
                }
                catch (Exception failure)
                {
                    throw await EndWithAsync(failure, streaming: true).ConfigureAwait(false);
                }

                if (!more)
                {
                    break;
                }

                var item = events.Current;
                if (item.Data.Kind != Kind.Skipped)
                {
                    yield return new StreamEvent<T>(item.EventType, item.EventId, item.Data.Value, item.Data.Kind == Kind.Done);
                }

                if (_call.Timer.IsCancelledByCaller)
                {
                    // What is already buffered would otherwise be handed out after the caller has cancelled.
                    throw await EndWithAsync(new OperationCanceledException(_call.Timer.Token), streaming: true).ConfigureAwait(false);
                }
            }

            atEnd = true;
        }
        finally
        {
            // Ended here means that whoever reads has stopped: the call is reported before the connection goes.
            if (!atEnd)
            {
                await EndAsync(WireCallOutcome.Cancelled).ConfigureAwait(false);
            }

            if (events is not null)
            {
                await events.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private async ValueTask<IAsyncEnumerator<SseItem<Item<T>>>> OpenEventsAsync<T>(JsonReadFunc<T> read, Func<string, bool>? handles)
    {
        // An error can come as a JSON body with a success status where a stream was asked for.
        if (MediaType.Contains("json", StringComparison.OrdinalIgnoreCase))
        {
            using var body = await ResponseBuffer.ReadAsync(_response.Content, _settings.MaxResponseBytes, _call.Timer.Token).ConfigureAwait(false);
            var (code, message) = ErrorBody.Read(body.Memory, _settings.Errors);
            if ((code ?? message) is not null)
            {
                throw Failure(code, message);
            }
        }

        CheckType(IsEventStream, "text/event-stream");
        var stream = new EventLimitStream(this, await _response.Content.ReadAsStreamAsync(_call.Timer.Token).ConfigureAwait(false), _settings.MaxResponseBytes);
        _call.Timer.Disarm();
        var parser = SseParser.Create(stream, (eventType, data) =>
        {
            stream.NextEvent();
            return ParseEvent(eventType, data, read, handles);
        });
        return parser.EnumerateAsync(_call.Timer.Token).GetAsyncEnumerator(_call.Timer.Token);
    }

    private Item<T> ParseEvent<T>(string eventType, ReadOnlySpan<byte> data, JsonReadFunc<T> read, Func<string, bool>? handles)
    {
        if (data.IsEmpty)
        {
            return default;
        }

        if (data.SequenceEqual("[DONE]"u8) || data.Trim(" \t"u8).SequenceEqual("[DONE]"u8))
        {
            return new Item<T>(Kind.Done, default);
        }

        if (eventType.Equals("error", StringComparison.OrdinalIgnoreCase))
        {
            var (code, message) = ErrorBody.Read(data.ToArray(), _settings.Errors);
            if ((code ?? message) is not null)
            {
                throw Failure(code, message);
            }
        }

        return handles is not null && !handles(eventType) ? default : new Item<T>(Kind.Data, ParseData(data, read));
    }

    private T ParseData<T>(ReadOnlySpan<byte> data, JsonReadFunc<T> read)
    {
        var reader = new System.Text.Json.Utf8JsonReader(data);
        try
        {
            reader.Read();
            var value = read(ref reader);
            reader.Read();
            return value;
        }
        catch (System.Text.Json.JsonException failure)
        {
            throw NotFitting(data.ToArray(), failure, reader.TokenStartIndex, reader.BytesConsumed);
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Item<T>(Kind Kind, T? Value);
}
