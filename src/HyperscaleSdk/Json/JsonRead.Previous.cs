using System.Text.Json;

namespace HyperscaleSdk.Runtime;

/// <content>
/// Values that are much like one before them. The events of a stream repeat ids, model and kind in each of them: a text that
/// is the same is taken from the event before, not made again.
/// </content>
public static partial class JsonRead
{
    /// <summary>Reads a string.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="previous">The string at the same place of the value before; <see langword="null"/> when there is none.</param>
    /// <returns>The string; <paramref name="previous"/> itself when it is the same text.</returns>
    /// <exception cref="JsonException">The value is not a string, or not valid UTF-8.</exception>
    public static string String(ref Utf8JsonReader reader, string? previous)
        => previous is not null && reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(previous) ? previous : String(ref reader);

    /// <summary>Reads a model.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="reader">The reader.</param>
    /// <param name="previous">The model at the same place of the value before; <see langword="null"/> when there is none.</param>
    /// <returns>The model.</returns>
    public static T Model<T>(ref Utf8JsonReader reader, T? previous)
        where T : IJsonModel<T>
        => T.ReadJson(ref reader, previous);

    /// <summary>Reads an array of models.</summary>
    /// <typeparam name="T">The items.</typeparam>
    /// <param name="reader">The reader.</param>
    /// <param name="previous">The list at the same place of the value before; <see langword="null"/> when there is none. Where it has no item, an item is compared with the one before it.</param>
    /// <returns>The items in order.</returns>
    /// <exception cref="JsonException">The value is not an array, or an item does not fit.</exception>
    public static List<T> List<T>(ref Utf8JsonReader reader, IList<T>? previous)
        where T : IJsonModel<T>
    {
        StartArray(ref reader);
        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (items.Count == 0)
            {
                // Most lists of models have one item: the choices of an answer, the calls of a message.
                items.Capacity = Math.Max(previous?.Count ?? 0, 1);
            }

            var like = previous is not null && items.Count < previous.Count ? previous[items.Count] : items.Count > 0 ? items[^1] : default;
            items.Add(T.ReadJson(ref reader, like));
        }

        return items;
    }

    /// <summary>Keeps a member that the model does not know.</summary>
    /// <param name="reader">Stands on the member's name; stands on the last token of its value on return.</param>
    /// <param name="members">The members kept so far; made when the first one comes.</param>
    /// <param name="previous">The unknown members of the value before; <see langword="null"/> when there are none.</param>
    /// <returns>The members with the new one.</returns>
    public static IDictionary<string, JsonElement> Unknown(ref Utf8JsonReader reader, IDictionary<string, JsonElement>? members, IDictionary<string, JsonElement>? previous)
    {
        // As the class, because the interface's enumerator is an object.
        if (previous is Dictionary<string, JsonElement> known)
        {
            foreach (var (name, value) in known)
            {
                if (reader.ValueTextEquals(name))
                {
                    reader.Read();
                    members ??= new Dictionary<string, JsonElement>(StringComparer.Ordinal);
                    members[name] = IsSameText(ref reader, value) ? value : JsonElement.ParseValue(ref reader);
                    return members;
                }
            }
        }

        return Unknown(ref reader, members);
    }

    private static bool IsSameText(ref Utf8JsonReader reader, JsonElement value)
        => reader is { TokenType: JsonTokenType.String, ValueIsEscaped: false, HasValueSequence: false }
            && value.ValueKind == JsonValueKind.String && value.ValueEquals(reader.ValueSpan);
}
