using System.Globalization;
using System.Text;
using System.Text.Json;

namespace HyperscaleSdk.Runtime;

/// <summary>Finds the JSON path of a byte offset by reading the text again: only failures pay for it.</summary>
internal static class JsonPathFinder
{
    public static string Find(ReadOnlySpan<byte> json, long offset)
    {
        var levels = new List<Level>();
        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                {
                    // What is missing from an object is only known at its end: the path is the object's own.
                    levels.RemoveAt(levels.Count - 1);
                    if (reader.TokenStartIndex >= offset)
                    {
                        break;
                    }

                    continue;
                }

                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    levels[^1].Name = reader.GetString();
                    continue;
                }

                if (levels.Count > 0 && levels[^1].IsArray)
                {
                    levels[^1].Index++;
                }

                if (reader.TokenStartIndex >= offset)
                {
                    break;
                }

                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                {
                    levels.Add(new Level { IsArray = reader.TokenType == JsonTokenType.StartArray });
                }
            }
        }
        catch (JsonException)
        {
            // The text is broken here: the path found so far is where it broke.
        }
        catch (InvalidOperationException)
        {
            // The same, for a member name that is not valid UTF-8.
        }

        return Write(levels);
    }

    private static string Write(List<Level> levels)
    {
        var path = new StringBuilder("$");
        foreach (var level in levels)
        {
            if (level.IsArray)
            {
                path.Append('[').Append(Math.Max(level.Index, 0).ToString(CultureInfo.InvariantCulture)).Append(']');
            }
            else if (level.Name is not null)
            {
                path.Append('.').Append(level.Name);
            }
        }

        return path.ToString();
    }

    private sealed class Level
    {
        public bool IsArray { get; init; }

        public int Index { get; set; } = -1;

        public string? Name { get; set; }
    }
}
