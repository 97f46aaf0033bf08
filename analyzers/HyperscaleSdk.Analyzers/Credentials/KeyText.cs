using System;
using System.Collections.Generic;

namespace HyperscaleSdk.Analyzers.Credentials;

/// <summary>Whether a text can be a key, or only stands where one will be.</summary>
internal static class KeyText
{
    private const int LongestKey = 512;

    private static readonly HashSet<string> PlaceholderWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "test", "tests", "testing", "dummy", "fake", "mock", "stub", "sample", "example", "demo", "placeholder", "your", "changeme", "change", "todo",
        "invalid", "insert", "replace", "replaceme", "none", "null", "empty", "enter", "here", "any", "anything", "emulator", "local", "redacted", "hidden", "yourkey",
        "yourapikey", "notakey", "unused",
    };

    /// <summary>At a place that takes a key: anything that is no placeholder and no name of a setting.</summary>
    public static bool CanBeKey(string text)
    {
        if (text.Length is < 8 or > LongestKey || IsPlaceholder(text) || IsSettingName(text))
        {
            return false;
        }

        var shape = KeyShape.Of(text);
        return shape.HasDigit && shape.HasLetter || text.Length >= 20 && shape.HasUpper && shape.HasLower && shape.LongestRun == text.Length;
    }

    /// <summary>Given to a key's option or parameter: whatever is no placeholder and no name, words included.</summary>
    public static bool IsGivenAsKey(string text) => CanBeKey(text)
        || (text.Length is >= 8 and <= LongestKey && !IsPlaceholder(text) && !IsSettingName(text) && !KeyNames.IsKey(text) && !KeyNames.IsHeader(text));

    /// <summary>Anywhere else: long, mixed, and not made of words.</summary>
    public static bool LooksLikeKey(string text)
    {
        if (text.Length < 20 || !CanBeKey(text))
        {
            return false;
        }

        var shape = KeyShape.Of(text);
        return shape.HasDigit && shape.LongestRun >= 12 && shape.Distinct >= 8;
    }

    public static bool IsPlaceholder(string text)
    {
        var start = -1;
        var distinct = new HashSet<char>();
        for (var i = 0; i <= text.Length; i++)
        {
            var character = i < text.Length ? text[i] : '-';
            if (i < text.Length && (character is <= ' ' or > '~' or '<' or '>' or '{' or '}' or '$' or '%' or '*' or '"' or '\'' or ';' or ','))
            {
                return true;
            }

            if (IsAlphanumeric(character))
            {
                distinct.Add(character);
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                if (PlaceholderWords.Contains(text.Substring(start, i - start)) || IsRepetition(text, start, i))
                {
                    return true;
                }

                start = -1;
            }
        }

        return distinct.Count <= 3 || text.IndexOf("...", StringComparison.Ordinal) >= 0;
    }

    public static bool IsAlphanumeric(char character) => character is (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    // "xxx", "0000", "XXXXXXXX1234"
    private static bool IsRepetition(string text, int start, int end)
    {
        var run = 1;
        for (var i = start + 1; i < end; i++)
        {
            run = text[i] == text[i - 1] ? run + 1 : 1;
            if (run >= 6)
            {
                return true;
            }
        }

        return run >= 3 && run == end - start;
    }

    // UPSTAGE_API_KEY, Hyperscale:upstage:ApiKey, https://…, api/v1/key
    private static bool IsSettingName(string text)
    {
        if (text.IndexOf(':') >= 0)
        {
            return true;
        }

        var isUpper = text.IndexOf('_') > 0;
        foreach (var character in text)
        {
            isUpper &= character is '_' or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
        }

        return isUpper;
    }
}
