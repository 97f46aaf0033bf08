using System;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>
/// The words of a file's text, those of comments and literals included. Whoever looks for a name asks here first: reading the
/// text costs a small part of what walking the tokens does, and most files do not have the name.
/// </summary>
internal sealed class SourceWords
{
    private const uint Seed = 2166136261;
    private const uint Prime = 16777619;

    // Depends on the file's text only: an edit of one file costs that file.
    private static readonly ConditionalWeakTable<SyntaxTree, SourceWords> Known = new();

    private string?[] _slots = new string?[256];
    private int _count;

    // An identifier may be written with escapes or invisible characters: then the text does not say which names there are.
    private bool _mayHaveAny;

    private SourceWords(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var character = text[i];
            if (!IsPartOfWord(character))
            {
                _mayHaveAny |= character == '\\' && i + 1 < text.Length && text[i + 1] is 'u' or 'U';
                i++;
                continue;
            }

            var start = i;
            var hash = Seed;
            for (; i < text.Length && IsPartOfWord(text[i]); i++)
            {
                hash = (hash ^ text[i]) * Prime;
                _mayHaveAny |= text[i] >= 128 && CharUnicodeInfo.GetUnicodeCategory(text[i]) == UnicodeCategory.Format;
            }

            Add(text, start, i - start, hash);
            MayCreateUnnamed |= i - start == 3 && string.CompareOrdinal(text, start, "new", 0, 3) == 0 && IsFollowedByParenthesis(text, i);
        }
    }

    /// <summary>The text may contain <c>new(...)</c> without a type.</summary>
    public bool MayCreateUnnamed { get; private set; }

    public static SourceWords Of(SyntaxTree tree) => Known.GetValue(tree, static made => new SourceWords(made.GetText().ToString()));

    /// <summary>False only when no name in the file is that word.</summary>
    public bool Contains(string word) => _mayHaveAny || IsWritten(word);

    /// <summary>The word stands in the text as it is, without escapes.</summary>
    public bool IsWritten(string word)
    {
        var hash = Seed;
        foreach (var character in word)
        {
            hash = (hash ^ character) * Prime;
        }

        return _slots[Find(word, 0, word.Length, hash)] is not null;
    }

    /// <param name="matches">Says whether a word is one of those looked for.</param>
    public bool Any(Func<string, bool> matches)
    {
        if (_mayHaveAny)
        {
            return true;
        }

        foreach (var word in _slots)
        {
            if (word is not null && matches(word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPartOfWord(char character) => character < 128
        ? character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_'
        : char.IsLetterOrDigit(character) || char.IsSurrogate(character)
            || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.LetterNumber or UnicodeCategory.Format;

    // What stands between may be a comment or a directive: then it is not looked at more closely.
    private static bool IsFollowedByParenthesis(string text, int position)
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            position++;
        }

        return position < text.Length && text[position] is '(' or '/' or '#';
    }

    private void Add(string text, int start, int length, uint hash)
    {
        var slot = Find(text, start, length, hash);
        if (_slots[slot] is not null)
        {
            return;
        }

        _slots[slot] = text.Substring(start, length);
        if (++_count * 2 > _slots.Length)
        {
            Grow();
        }
    }

    private void Grow()
    {
        var words = _slots;
        _slots = new string?[words.Length * 2];
        foreach (var word in words)
        {
            if (word is null)
            {
                continue;
            }

            var hash = Seed;
            foreach (var character in word)
            {
                hash = (hash ^ character) * Prime;
            }

            _slots[Find(word, 0, word.Length, hash)] = word;
        }
    }

    private int Find(string text, int start, int length, uint hash)
    {
        var slot = (int)(hash & (uint)(_slots.Length - 1));
        while (_slots[slot] is { } word && !(word.Length == length && string.CompareOrdinal(text, start, word, 0, length) == 0))
        {
            slot = (slot + 1) & (_slots.Length - 1);
        }

        return slot;
    }
}
