using System.Text.Json;

namespace HyperscaleSdk.Runtime;

/// <summary>Moving to the value of a member.</summary>
public static partial class JsonRead
{
    /// <summary>Moves to the next token.</summary>
    /// <param name="reader">The reader, on a property name.</param>
    /// <returns>Whether the value is <c>null</c>.</returns>
    public static bool NextIsNull(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Null;
    }
}
