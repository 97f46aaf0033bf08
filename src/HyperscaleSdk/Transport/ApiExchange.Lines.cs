using System.Net.ServerSentEvents;

namespace HyperscaleSdk.Runtime;

/// <content>JSON values, one a line.</content>
public sealed partial class ApiExchange
{
    /// <summary>Reads the body as one JSON value a line (NDJSON, JSON Lines, RFC 7464 sequences), within the call's token and with its timeout for each next line.</summary>
    /// <typeparam name="T">The values.</typeparam>
    /// <param name="read">Reads a value.</param>
    /// <returns>The values. Leaving the loop early closes the connection and ends the wire call as cancelled.</returns>
    /// <exception cref="HyperscaleResponseException">A line is not what was expected.</exception>
    public IAsyncEnumerable<StreamEvent<T>> ReadLinesAsync<T>(JsonReadFunc<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return ReadItemsAsync(() => OpenLinesAsync(read));
    }

    private static bool IsLines(string type) => type.Contains("json", StringComparison.OrdinalIgnoreCase) || type.StartsWith("text/", StringComparison.OrdinalIgnoreCase);

    private async ValueTask<IAsyncEnumerator<SseItem<Item<T>>>> OpenLinesAsync<T>(JsonReadFunc<T> read)
    {
        CheckType(IsLines, "JSON lines");
        var stream = await _response.Content.ReadAsStreamAsync(_call.Timer.Token).ConfigureAwait(false);
        _call.Timer.Disarm();
        return LinesAsync(stream, read).GetAsyncEnumerator(_call.Timer.Token);
    }

    private async IAsyncEnumerable<SseItem<Item<T>>> LinesAsync<T>(Stream stream, JsonReadFunc<T> read)
    {
        using var lines = new LineReader(stream, _settings.MaxResponseBytes);
        while (await lines.NextAsync(_call.Timer.Token).ConfigureAwait(false))
        {
            yield return new SseItem<Item<T>>(new Item<T>(Kind.Data, ParseData(lines.Current.Span, read)));
        }

        if (lines.IsTooLong)
        {
            throw Misunderstood($"a line is longer than {ApiPath.Text(_settings.MaxResponseBytes)} bytes (option MaxResponseBytes)");
        }
    }
}
