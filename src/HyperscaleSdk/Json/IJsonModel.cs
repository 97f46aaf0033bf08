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
}
