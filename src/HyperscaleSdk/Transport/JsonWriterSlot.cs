using System.Text.Json;

namespace HyperscaleSdk.Runtime;

/// <summary>A transport's writer of request bodies, used again by the next request. Requests at the same time get writers of their own.</summary>
internal sealed class JsonWriterSlot
{
    private Utf8JsonWriter? _idle;

    public Utf8JsonWriter Take(RequestBody body)
    {
        if (Interlocked.Exchange(ref _idle, null) is not { } writer)
        {
            return new Utf8JsonWriter(body, JsonValues.WriterOptions);
        }

        writer.Reset(body);
        return writer;
    }

    /// <summary>Gives back a writer that has been flushed. One whose writing failed is not given back.</summary>
    public void Return(Utf8JsonWriter writer) => Volatile.Write(ref _idle, writer);
}
