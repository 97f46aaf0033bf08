using System.Text.Json;

namespace HyperscaleSdk.Runtime;

/// <summary>Reads the events of one stream, each with the one before it at hand.</summary>
internal sealed class EventReader<T>
    where T : IJsonModel<T>
{
    private T? _previous;

    public T Read(ref Utf8JsonReader reader) => _previous = T.ReadJson(ref reader, _previous);
}
