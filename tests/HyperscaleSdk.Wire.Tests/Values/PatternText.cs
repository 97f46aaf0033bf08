using System.Globalization;
using System.Text;

namespace HyperscaleSdk.Wire.Tests.Values;

/// <summary>A text that follows a regular expression of the plain kind: literals, classes, groups, alternatives, counts.</summary>
internal sealed class PatternText
{
    private const string Printable = "a1A-_ .,:/@#!~^*+=<>\"'()[]{}|&%$;?\\";

    private readonly string _pattern;
    private readonly int _more;
    private int _at;

    private PatternText(string pattern, int more)
    {
        _pattern = pattern;
        _more = more;
    }

    /// <summary>A text; null when the pattern is beyond this.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="more">How often open-ended parts are repeated beyond what they need.</param>
    public static string? Of(string pattern, int more)
    {
        try
        {
            var reader = new PatternText(pattern, more);
            var text = reader.Alternatives();
            return reader._at == pattern.Length ? text : null;
        }
        catch (FormatException)
        {
            return null;
        }
        catch (IndexOutOfRangeException)
        {
            return null;
        }
    }

    private string Alternatives()
    {
        var first = Sequence();
        while (_at < _pattern.Length && _pattern[_at] == '|')
        {
            _at++;
            Sequence();
        }

        return first;
    }

    private string Sequence()
    {
        var text = new StringBuilder();
        while (_at < _pattern.Length && _pattern[_at] is not ('|' or ')'))
        {
            var atom = Atom();
            text.Insert(text.Length, atom, Count());
        }

        return text.ToString();
    }

    private string Atom()
    {
        var c = _pattern[_at++];
        switch (c)
        {
            case '^' or '$':
                return "";
            case '.':
                return "a";
            case '(':
                return Group();
            case '[':
                return Class();
            case '\\':
                return Escape(_pattern[_at++]).ToString();
            default:
                return c.ToString();
        }
    }

    private string Group()
    {
        var isNegative = _pattern.AsSpan(_at).StartsWith("?!");
        if (_pattern[_at] == '?')
        {
            _at += 2;
        }

        var text = Alternatives();
        _at++;
        return isNegative ? "" : text;
    }

    private string Class()
    {
        var isNegated = _pattern[_at] == '^';
        _at += isNegated ? 1 : 0;
        var members = new StringBuilder();
        for (var isFirst = true; _pattern[_at] != ']' || isFirst; isFirst = false)
        {
            var c = _pattern[_at++];
            c = c == '\\' ? Escape(_pattern[_at++]) : c;
            members.Append(c);
            if (_pattern[_at] == '-' && _pattern[_at + 1] != ']')
            {
                var last = _pattern[_at + 1] == '\\' ? Escape(_pattern[_at + 2]) : _pattern[_at + 1];
                _at += _pattern[_at + 1] == '\\' ? 3 : 2;
                for (var next = c + 1; next <= last; next++)
                {
                    members.Append((char)next);
                }
            }
        }

        _at++;
        var all = members.ToString();
        return isNegated ? Printable.First(c => !all.Contains(c, StringComparison.Ordinal)).ToString() : all[..1];
    }

    private char Escape(char c)
    {
        switch (c)
        {
            case 'd':
                return '1';
            case 'w' or 'S':
                return 'a';
            case 's':
                return ' ';
            case 'n':
                return '\n';
            case 't':
                return '\t';
            case 'x':
                _at += 2;
                return (char)int.Parse(_pattern.AsSpan(_at - 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            case 'p' or 'b' or 'B' or 'A' or 'z' or 'Z':
                throw new FormatException();
            default:
                return c;
        }
    }

    private int Count()
    {
        if (_at >= _pattern.Length)
        {
            return 1;
        }

        var (least, isOpen) = (1, false);
        switch (_pattern[_at])
        {
            case '*':
                (least, isOpen) = (0, true);
                _at++;
                break;
            case '+':
                isOpen = true;
                _at++;
                break;
            case '?':
                least = 0;
                _at++;
                break;
            case '{':
                var end = _pattern.IndexOf('}', _at);
                var parts = _pattern[(_at + 1)..end].Split(',');
                least = int.Parse(parts[0], CultureInfo.InvariantCulture);
                isOpen = parts.Length > 1 && (parts[1].Length == 0 || int.Parse(parts[1], CultureInfo.InvariantCulture) >= least + _more);
                _at = end + 1;
                break;
        }

        if (_at < _pattern.Length && _pattern[_at] == '?')
        {
            _at++;
        }

        return isOpen ? least + _more : least;
    }
}
