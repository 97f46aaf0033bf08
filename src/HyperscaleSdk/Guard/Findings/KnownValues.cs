using System.Buffers;

namespace HyperscaleSdk;

/// <summary>
/// The values that were found anywhere in a request. Where one stands again without the label or shape that gave it away, it is
/// replaced as well: one value, one treatment.
/// </summary>
internal sealed class KnownValues
{
    private const int ShortestValue = 6;
    private const int ShortestKoreanValue = 3;

    private readonly Dictionary<string, PersonalDataKind> _kinds = new(StringComparer.Ordinal);
    private readonly SortedSet<int> _lengths = new(Comparer<int>.Create(static (one, two) => two.CompareTo(one)));
    private SearchValues<string>? _search;

    public void Add(string value, PersonalDataKind kind, GuardPolicy policy)
    {
        // Two syllables are part of every third word.
        if (value.Length < (IsHangul(value[0]) ? ShortestKoreanValue : ShortestValue))
        {
            return;
        }

        if (!_kinds.TryGetValue(value, out var known) || policy.ActionOf(kind) < policy.ActionOf(known))
        {
            _kinds[value] = kind;
            _lengths.Add(value.Length);
            _search = null;
        }
    }

    /// <summary>Adds the places where a known value stands.</summary>
    public void Find(string text, ref List<GuardSpan>? spans)
    {
        if (_kinds.Count == 0)
        {
            return;
        }

        _search ??= SearchValues.Create([.. _kinds.Keys], StringComparison.Ordinal);
        var lookup = _kinds.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var position = 0; position < text.Length;)
        {
            var next = text.AsSpan(position).IndexOfAny(_search);
            if (next < 0)
            {
                return;
            }

            position += next;
            var end = At(text, position, lookup, out var kind);
            if (end > 0)
            {
                (spans ??= []).Add(new GuardSpan(kind, position, end));
            }

            position = end > 0 ? end : position + 1;
        }
    }

    private int At(string text, int start, Dictionary<string, PersonalDataKind>.AlternateLookup<ReadOnlySpan<char>> lookup, out PersonalDataKind kind)
    {
        foreach (var length in _lengths)
        {
            if (start + length <= text.Length && lookup.TryGetValue(text.AsSpan(start, length), out kind) && IsWhole(text, start, start + length))
            {
                return start + length;
            }
        }

        kind = default;
        return -1;
    }

    // Not inside of a longer number or word; a Korean particle may follow.
    private static bool IsWhole(string text, int start, int end) =>
        (start == 0 || !Continues(text[start - 1], text[start])) && (end == text.Length || IsHangul(text[end]) || !Continues(text[end - 1], text[end]));

    private static bool Continues(char one, char two) =>
        (char.IsDigit(one) && char.IsDigit(two)) || (IsHangul(one) && IsHangul(two)) || (char.IsAsciiLetterOrDigit(one) && char.IsAsciiLetterOrDigit(two));

    private static bool IsHangul(char value) => value is >= '가' and <= '힣';
}
