using System.Text.Json;

namespace HyperscaleSdk.Runtime;

/// <summary>Writes itself as JSON, without reflection. For generated code.</summary>
public interface IJsonWritable
{
    /// <summary>Writes the value, and nothing else, to a writer.</summary>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    void WriteJson(Utf8JsonWriter writer);
}
