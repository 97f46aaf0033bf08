using System.Collections.Generic;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>A dictionary whose copies share their entries until one of them is written to. For one thread.</summary>
internal sealed class SharedDictionary<TKey, TValue>(IEqualityComparer<TKey> comparer)
    where TKey : notnull
{
    private Dictionary<TKey, TValue> _entries = new(comparer);
    private bool _isShared;

    public Dictionary<TKey, TValue>.KeyCollection Keys => _entries.Keys;

    /// <summary>The entries, to read: others may share them.</summary>
    public Dictionary<TKey, TValue> Entries => _entries;

    public TValue this[TKey key]
    {
        get => _entries[key];
        set => Own()[key] = value;
    }

    public bool TryGetValue(TKey key, out TValue value) => _entries.TryGetValue(key, out value);

    public bool ContainsKey(TKey key) => _entries.ContainsKey(key);

    /// <summary>True when nothing was written to either since one was copied from the other.</summary>
    public bool IsSameAs(SharedDictionary<TKey, TValue> other) => ReferenceEquals(_entries, other._entries);

    public SharedDictionary<TKey, TValue> Copy()
    {
        _isShared = true;
        return new SharedDictionary<TKey, TValue>(comparer) { _entries = _entries, _isShared = true };
    }

    private Dictionary<TKey, TValue> Own()
    {
        if (_isShared)
        {
            _entries = new Dictionary<TKey, TValue>(_entries, comparer);
            _isShared = false;
        }

        return _entries;
    }
}
