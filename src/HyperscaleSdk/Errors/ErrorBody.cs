using System.Globalization;
using System.Text.Json;

namespace HyperscaleSdk.Runtime;

/// <summary>Finds code and text in an error body by JSON pointers. A body that is not JSON yields nothing.</summary>
internal static class ErrorBody
{
    public static (string? Code, string? Message) Read(ReadOnlyMemory<byte> body, ProviderErrors errors)
    {
        if (body.IsEmpty)
        {
            return default;
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            return (First(document.RootElement, errors.CodePointers), First(document.RootElement, errors.MessagePointers));
        }
        catch (JsonException)
        {
            // A proxy's page, or a body cut at its limit: the status alone tells what happened.
            return default;
        }
    }

    private static string? First(JsonElement root, IReadOnlyList<string> pointers)
    {
        for (var i = 0; i < pointers.Count; i++)
        {
            if (Evaluate(root, pointers[i]) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    private static string? Evaluate(JsonElement element, string pointer)
    {
        // RFC 6901.
        foreach (var range in pointer.AsSpan().Split('/'))
        {
            var segment = pointer.AsSpan()[range];
            if (range.Start.Value == 0)
            {
                continue;
            }

            if (element.ValueKind == JsonValueKind.Array)
            {
                if (!int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= element.GetArrayLength())
                {
                    return null;
                }

                element = element[index];
            }
            else
            {
                var name = segment.Contains('~') ? segment.ToString().Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal) : segment;
                if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                {
                    return null;
                }
            }
        }

        return element.ValueKind switch
        {
            JsonValueKind.String => element.GetString() is { Length: > 0 } text ? text : null,
            JsonValueKind.Number => element.GetRawText(),
            _ => null,
        };
    }
}
