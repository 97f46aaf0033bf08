using System;

namespace HyperscaleSdk.Specification.Text;

/// <summary>
/// Keeps one string per distinct text of a document. A full chain is left alone instead of grown, so that chosen collisions
/// cost a fixed number of comparisons.
/// </summary>
internal sealed class StringTable
{
    public const int NotInterned = -1;

    private const int LongestChain = 32;

    private int[] _buckets = new int[1024];
    private Entry[] _entries = new Entry[512];
    private int _count;

    public string Intern(ReadOnlySpan<char> text) => Intern(text, out _);

    /// <summary>Finds or adds a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="id">A number that stands for it, or <see cref="NotInterned"/>.</param>
    /// <returns>The string.</returns>
    public string Intern(ReadOnlySpan<char> text, out int id)
    {
        var hash = Hash(text);
        var length = 0;
        for (var i = _buckets[hash & (uint)(_buckets.Length - 1)] - 1; i >= 0; i = _entries[i].Next - 1)
        {
            ref var entry = ref _entries[i];
            if (entry.Hash == hash && text.SequenceEqual(entry.Value.AsSpan()))
            {
                id = i;
                return entry.Value;
            }

            length++;
        }

        var value = text.ToString();
        if (length >= LongestChain)
        {
            id = NotInterned;
            return value;
        }

        id = Add(value, hash);
        return value;
    }

    /// <summary>Notes that a mapping has a key, and tells whether it had that key before.</summary>
    /// <param name="id">The key's number.</param>
    /// <param name="mapping">A number of the mapping, from 1; one mapping at a time.</param>
    /// <param name="place">Where in the mapping the key stands.</param>
    /// <returns>The key's earlier place in this mapping; -1 when there is none.</returns>
    public int Mark(int id, int mapping, int place)
    {
        ref var entry = ref _entries[id];
        var earlier = entry.Mapping == mapping ? entry.Place : -1;
        entry.Mapping = mapping;
        entry.Place = place;
        return earlier;
    }

    private static uint Hash(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 16777619u;
        }

        return hash ^ (hash >> 15);
    }

    private int Add(string value, uint hash)
    {
        if (_count == _entries.Length)
        {
            Grow();
        }

        ref var bucket = ref _buckets[hash & (uint)(_buckets.Length - 1)];
        _entries[_count] = new Entry { Value = value, Hash = hash, Next = bucket };
        bucket = _count + 1;
        return _count++;
    }

    private void Grow()
    {
        Array.Resize(ref _entries, _entries.Length * 2);
        _buckets = new int[_entries.Length * 2];
        for (var i = 0; i < _count; i++)
        {
            ref var bucket = ref _buckets[_entries[i].Hash & (uint)(_buckets.Length - 1)];
            _entries[i].Next = bucket;
            bucket = i + 1;
        }
    }

    private struct Entry
    {
        public string Value;
        public uint Hash;
        public int Next;
        public int Mapping;
        public int Place;
    }
}
