using System.Text.Json;

namespace HyperscaleSdk.Runtime;

/// <summary>A model that reads and writes its own JSON, without reflection. For generated code.</summary>
/// <typeparam name="TSelf">The model itself.</typeparam>
public interface IJsonModel<TSelf> : IJsonWritable
    where TSelf : IJsonModel<TSelf>
{
    /// <summary>Reads a value.</summary>
    /// <param name="reader">Stands on the first token of the value; stands on its last token on return.</param>
    /// <returns>The model.</returns>
    /// <exception cref="JsonException">The JSON does not fit the model.</exception>
    static abstract TSelf ReadJson(ref Utf8JsonReader reader);

    /// <summary>Reads a value that is much like one before it: the next event of a stream, the next item of a list. Texts that are the same in both are shared.</summary>
    /// <param name="reader">Stands on the first token of the value; stands on its last token on return.</param>
    /// <param name="previous">The value before it, which is not changed; <see langword="null"/> when there is none.</param>
    /// <returns>The model, the same as without <paramref name="previous"/>.</returns>
    /// <exception cref="JsonException">The JSON does not fit the model.</exception>
    static virtual TSelf ReadJson(ref Utf8JsonReader reader, TSelf? previous) => TSelf.ReadJson(ref reader);
}
