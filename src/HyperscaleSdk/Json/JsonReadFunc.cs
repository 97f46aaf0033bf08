using System.Text.Json;

namespace HyperscaleSdk.Runtime;

/// <summary>Reads one value. For generated code.</summary>
/// <typeparam name="T">What is read.</typeparam>
/// <param name="reader">Stands on the first token of the value; stands on its last token on return.</param>
/// <returns>The value.</returns>
public delegate T JsonReadFunc<T>(ref Utf8JsonReader reader);
