using System.Buffers;
using System.Text;

namespace HyperscaleSdk;

/// <summary>The placeholders of one call, and the values behind them. Not thread-safe: its session locks.</summary>
internal sealed class PlaceholderTable(PlaceholderCodes codes)
{
    private static readonly SearchValues<char> Starts = SearchValues.Create("[%");

    private readonly Dictionary<(PersonalDataKind Kind, string Value), string> _placeholders = [];
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly HashSet<int> _lengths = [];
    private string[]? _sorted;

    /// <summary>What looks like a placeholder in the request itself: never given out, so never replaced in the answer.</summary>
    public HashSet<string> Literals { get; } = new(StringComparer.Ordinal);

    /// <summary>The placeholder of a value, the same for the same value.</summary>
    /// <param name="kind">The value's kind.</param>
    /// <param name="value">The value.</param>
    /// <param name="isReversible">False for a mark that only has to be one of its own: it is not put back.</param>
    public string Of(PersonalDataKind kind, string value, bool isReversible)
    {
        if (_placeholders.TryGetValue((kind, value), out var known))
        {
            return known;
        }

        for (var attempt = 0; ; attempt++)
        {
            var placeholder = PlaceholderSyntax.Of(KindText.Label(kind), codes.Code(kind, value, attempt));
            if (!Literals.Contains(placeholder) && _taken.Add(placeholder))
            {
                _placeholders.Add((kind, value), placeholder);
                if (isReversible)
                {
                    Add(placeholder, value);
                }

                return placeholder;
            }
        }
    }

    /// <summary>The form that a placeholder has in an address; comes back as the value, escaped as well.</summary>
    public string Escaped(string placeholder)
    {
        var escaped = Uri.EscapeDataString(placeholder);
        if (_values.TryGetValue(placeholder, out var value) && !_values.ContainsKey(escaped))
        {
            Add(escaped, Uri.EscapeDataString(value));
        }

        return escaped;
    }

    /// <summary>Puts the values back.</summary>
    /// <param name="text">Text of the answer.</param>
    /// <param name="isJson">Whether the text is JSON: values are escaped.</param>
    /// <param name="held">The end of the text that may be the beginning of a placeholder, when more text follows; otherwise empty.</param>
    /// <param name="isLast">Whether no text follows.</param>
    public string Restore(string text, bool isJson, out string held, bool isLast = true)
    {
        held = string.Empty;
        if (_values.Count == 0)
        {
            return text;
        }

        StringBuilder? restored = null;
        var copied = 0;
        for (var position = 0; position < text.Length;)
        {
            var next = text.AsSpan(position).IndexOfAny(Starts);
            if (next < 0)
            {
                break;
            }

            position += next;
            if (At(text, position) is { } placeholder)
            {
                restored ??= new StringBuilder(text.Length);
                restored.Append(text, copied, position - copied).Append(isJson ? JsonEscaped(_values[placeholder]) : _values[placeholder]);
                position += placeholder.Length;
                copied = position;
            }
            else if (!isLast && IsBeginning(text.AsSpan(position)))
            {
                held = text[position..];
                return restored is null ? text[..position] : restored.Append(text, copied, position - copied).ToString();
            }
            else
            {
                position++;
            }
        }

        return restored is null ? text : restored.Append(text, copied, text.Length - copied).ToString();
    }

    private static string JsonEscaped(string value) =>
        System.Text.Json.JsonEncodedText.Encode(value, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();

    private void Add(string placeholder, string value)
    {
        _values.Add(placeholder, value);
        _lengths.Add(placeholder.Length);
        _sorted = null;
    }

    private string? At(string text, int start)
    {
        var lookup = _values.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var length in _lengths)
        {
            if (start + length <= text.Length && lookup.TryGetValue(text.AsSpan(start, length), out var placeholder, out _))
            {
                return placeholder;
            }
        }

        return null;
    }

    private bool IsBeginning(ReadOnlySpan<char> end)
    {
        _sorted ??= Sorted();
        var (low, high) = (0, _sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _sorted[middle].AsSpan().SequenceCompareTo(end) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low < _sorted.Length && _sorted[low].AsSpan().StartsWith(end, StringComparison.Ordinal);
    }

    private string[] Sorted()
    {
        string[] sorted = [.. _values.Keys];
        Array.Sort(sorted, StringComparer.Ordinal);
        return sorted;
    }
}
