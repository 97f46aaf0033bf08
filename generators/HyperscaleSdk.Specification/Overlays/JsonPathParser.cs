using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace HyperscaleSdk.Specification.Overlays;

/// <summary>Reads JSONPath: segments and selectors; conditions are read by <see cref="JsonPathFilterParser"/>.</summary>
internal sealed class JsonPathParser
{
    private const int LongestPath = 2_000;

    private readonly string _text;

    public JsonPathParser(string text)
    {
        _text = text;
        if (text.Length > LongestPath)
        {
            throw new JsonPathException(FormattableString.Invariant($"it is longer than {LongestPath} characters"), FormattableString.Invariant($"{LongestPath}자보다 깁니다"));
        }
    }

    /// <summary>The place in the text, from 0.</summary>
    public int Position { get; private set; }

    private char Current => Position < _text.Length ? _text[Position] : '\0';

    public JsonPath ParseWhole()
    {
        SkipBlanks();
        Expect("$");
        var path = ParseSegments();
        SkipBlanks();
        return Position == _text.Length ? path : throw Error("the end of the path");
    }

    public JsonPath ParseSegments()
    {
        var segments = new List<JsonPathSegment>();
        while (true)
        {
            var before = Position;
            SkipBlanks();
            if (Take(".."))
            {
                segments.Add(new JsonPathSegment(isDescendant: true, Current == '[' ? Brackets() : new[] { Shorthand() }));
            }
            else if (Take("."))
            {
                segments.Add(new JsonPathSegment(isDescendant: false, new[] { Shorthand() }));
            }
            else if (Current == '[')
            {
                segments.Add(new JsonPathSegment(isDescendant: false, Brackets()));
            }
            else
            {
                Position = before;
                return new JsonPath(segments);
            }
        }
    }

    public bool Take(string expected)
    {
        if (string.CompareOrdinal(_text, Position, expected, 0, expected.Length) != 0)
        {
            return false;
        }

        Position += expected.Length;
        return true;
    }

    public void Expect(string expected)
    {
        if (!Take(expected))
        {
            throw Error($"'{expected}'");
        }
    }

    public void SkipBlanks()
    {
        while (Current is ' ' or '\t' or '\r' or '\n')
        {
            Position++;
        }
    }

    public JsonPathException Error(string expected)
        => new(FormattableString.Invariant($"expected {expected} at character {Position + 1}"), FormattableString.Invariant($"{Position + 1}번째 글자부터 읽을 수 없습니다"));

    /// <summary>A string in single or double quotes; null when none begins here.</summary>
    public string? Quoted()
    {
        var quote = Current;
        if (quote is not ('\'' or '"'))
        {
            return null;
        }

        Position++;
        var builder = new StringBuilder();
        while (Current != quote)
        {
            if (Position >= _text.Length)
            {
                throw Error("the closing quote");
            }

            builder.Append(Current == '\\' ? Escaped() : Current);
            Position++;
        }

        Position++;
        return builder.ToString();
    }

    /// <summary>A whole number; null when none begins here.</summary>
    public int? Integer()
    {
        var start = Position;
        if (Current == '-')
        {
            Position++;
        }

        while (Current is >= '0' and <= '9')
        {
            Position++;
        }

        if (Position == start)
        {
            return null;
        }

        return int.TryParse(_text.Substring(start, Position - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Error("a whole number");
    }

    /// <summary>A name without quotes; null when none begins here.</summary>
    public string? Word()
    {
        var start = Position;
        while (char.IsLetterOrDigit(Current) || Current is '_' or '-' || Current > 0x7F)
        {
            Position++;
        }

        return Position == start ? null : _text.Substring(start, Position - start);
    }

    private char Escaped()
    {
        Position++;
        switch (Current)
        {
            case 'n':
                return '\n';
            case 't':
                return '\t';
            case 'r':
                return '\r';
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'u' when Position + 4 < _text.Length && ushort.TryParse(_text.Substring(Position + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                Position += 4;
                return (char)code;
            case '\'' or '"' or '\\' or '/':
                return Current;
            default:
                throw Error("an escape sequence");
        }
    }

    private JsonPathSelector Shorthand()
    {
        if (Take("*"))
        {
            return JsonPathSelector.Wildcard;
        }

        return JsonPathSelector.Name(Word() ?? throw Error("a name or '*'"));
    }

    private List<JsonPathSelector> Brackets()
    {
        Expect("[");
        var selectors = new List<JsonPathSelector>();
        do
        {
            SkipBlanks();
            selectors.Add(Selector());
            SkipBlanks();
        }
        while (Take(","));
        Expect("]");
        return selectors;
    }

    private JsonPathSelector Selector()
    {
        if (Take("*"))
        {
            return JsonPathSelector.Wildcard;
        }

        if (Take("?"))
        {
            return JsonPathSelector.Filter(new JsonPathFilterParser(this).Parse());
        }

        if (Quoted() is { } name)
        {
            return JsonPathSelector.Name(name);
        }

        var first = Integer();
        SkipBlanks();
        if (!Take(":"))
        {
            return JsonPathSelector.Index(first ?? throw Error("a name in quotes, an index, '*' or '?'"));
        }

        SkipBlanks();
        var end = Integer();
        SkipBlanks();
        var step = 1;
        if (Take(":"))
        {
            SkipBlanks();
            step = Integer() ?? 1;
        }

        return JsonPathSelector.Slice(first, end, step);
    }
}
