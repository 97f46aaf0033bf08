using System.Text;
using System.Text.Json;

namespace HyperscaleSdk.Cli.Embedding;

/// <summary>Tells whether two ids are the same, however they are escaped.</summary>
internal static class EmbedId
{
    /// <summary>The id at the reader; null when it is neither a string nor a number.</summary>
    public static string? Key(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => "\"" + reader.GetString(),
        JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
        _ => null,
    };
}
