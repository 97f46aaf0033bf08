using static HyperscaleSdk.PersonalDataConfidence;

namespace HyperscaleSdk.Recognition;

/// <summary>An identifier's words, and the search for aliases among them.</summary>
internal sealed class IdentifierWords
{
    private const int LongestTrap = 3;

    private readonly List<string> _tokens;
    private readonly bool[] _trapped;

    public IdentifierWords(string identifier)
    {
        _tokens = IdentifierTokens.Split(identifier);
        _trapped = new bool[_tokens.Count];
        for (var length = 1; length <= Math.Min(LongestTrap, _tokens.Count); length++)
        {
            for (var start = 0; start + length <= _tokens.Count; start++)
            {
                if (NameWords.Traps.Contains(Join(start, length)))
                {
                    _trapped.AsSpan(start, length).Fill(true);
                }
            }
        }
    }

    public PersonalDataName? FindStrong() => Find(PersonalDataAliases.Strong, weak: false);

    public PersonalDataName? FindWeak()
    {
        if (_tokens.Count == 1 && WeakAliases.Whole.TryGetValue(_tokens[0], out var kind))
        {
            return new PersonalDataName(kind, Weak, NeedsPerson: true);
        }

        return Find(WeakAliases.Latin, weak: true);
    }

    /// <summary>Compounds end in their head, so a word counts by its end.</summary>
    public PersonalDataName? FindHangul(KeyValuePair<string, PersonalDataKind>[] aliases, bool weak)
    {
        for (var i = 0; i < _tokens.Count; i++)
        {
            foreach (var alias in aliases)
            {
                if (!_tokens[i].EndsWith(alias.Key, StringComparison.Ordinal) || IsDerived(i, 1))
                {
                    continue;
                }

                var whole = _tokens[i].Length == alias.Key.Length;
                if (!weak)
                {
                    return new PersonalDataName(alias.Value, whole && _tokens.Count == 1 ? Strong : Medium, NeedsPerson: false);
                }

                var before = whole ? (i > 0 ? _tokens[i - 1] : string.Empty) : _tokens[i].Substring(0, _tokens[i].Length - alias.Key.Length);
                return before.Length == 0 ? new PersonalDataName(alias.Value, Weak, NeedsPerson: true)
                    : PersonalDataNames.IsPersonWord(before) ? new PersonalDataName(alias.Value, Medium, NeedsPerson: false)
                    : null;
            }
        }

        return null;
    }

    private PersonalDataName? Find(Dictionary<string, PersonalDataKind> aliases, bool weak)
    {
        for (var length = Math.Min(_tokens.Count, PersonalDataAliases.LongestAlias); length > 0; length--)
        {
            for (var start = 0; start + length <= _tokens.Count; start++)
            {
                var words = Join(start, length);
                if (aliases.TryGetValue(words, out var kind) && !IsTrapped(start, length) && !IsDerived(start, length) && !BelongsToThing(start))
                {
                    if (!weak)
                    {
                        return new PersonalDataName(kind, length == _tokens.Count ? Strong : Medium, NeedsPerson: false);
                    }

                    var person = start > 0 && _tokens[start - 1] is not "client" && PersonalDataNames.IsPersonWord(_tokens[start - 1]);
                    if (person || length == _tokens.Count || !WeakAliases.WholeOnly.Contains(words))
                    {
                        return new PersonalDataName(kind, person ? Medium : Weak, NeedsPerson: !person && !IsPersonal(words, start, length));
                    }
                }
            }
        }

        return null;
    }

    private bool IsPersonal(string words, int start, int length) => WeakAliases.Personal.Contains(words) && start + length == _tokens.Count
        && (start == 0 || !NameWords.NotPersonal.Contains(_tokens[start - 1]));

    private bool BelongsToThing(int start) => start > 0 && NameWords.NotPersons.Contains(_tokens[start - 1]);

    private bool IsTrapped(int start, int length)
    {
        for (var i = start; i < start + length; i++)
        {
            if (_trapped[i])
            {
                return true;
            }
        }

        return false;
    }

    // A word of the alias itself is none: blood type is no type.
    private bool IsDerived(int start, int length)
    {
        for (var i = 0; i < _tokens.Count; i++)
        {
            if ((i < start || i >= start + length) && (NameWords.Derived.Contains(_tokens[i]) || IsDerivedInHangul(_tokens[i]) || (i >= start + length && NameWords.Heads.Contains(_tokens[i]))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDerivedInHangul(string token) =>
        token.EndsWith("마스킹", StringComparison.Ordinal) || token.EndsWith("해시", StringComparison.Ordinal) || token.EndsWith("암호화", StringComparison.Ordinal);

    private string Join(int start, int length) => length == 1 ? _tokens[start] : string.Concat(_tokens.GetRange(start, length));
}
