using System;

namespace HyperscaleSdk.Specification.Text;

/// <summary>
/// Reads JSON in one pass. Comments, trailing commas and raw control characters in strings are read with a warning, because
/// published documents have them.
/// </summary>
internal sealed class JsonReader
{
    private readonly ReadSession _session;
    private readonly string _text;
    private readonly JsonStringReader _strings;
    private int _position;
    private bool _warnedComment;
    private bool _warnedComma;

    public JsonReader(ReadSession session)
    {
        _session = session;
        _text = session.Text;
        _strings = new JsonStringReader(session);
    }

    public SpecNode? ReadDocument()
    {
        _position = _text.Length > 0 && _text[0] == '\uFEFF' ? 1 : 0;
        SkipTrivia();
        var root = _session.Failed ? null : ReadValue();
        if (!_session.Failed)
        {
            SkipTrivia();
            if (_position < _text.Length)
            {
                _session.FailAt(
                    _position,
                    "Expected the end of the document after its value",
                    "값 뒤에서 문서가 끝나야 하는데");
            }
        }

        return root;
    }

    private SpecNode? ReadValue()
    {
        if (_position >= _text.Length)
        {
            _session.FailAt(_position, "Expected a value", "값이 와야 하는데");
            return null;
        }

        switch (_text[_position])
        {
            case '{':
                return ReadObject();
            case '[':
                return ReadArray();
            case '"':
                return ReadString();
            case '-' or (>= '0' and <= '9'):
                return ReadNumber();
            default:
                return ReadLiteral();
        }
    }

    private SpecNode? ReadObject()
    {
        var start = _position;
        if (!_session.Enter(start))
        {
            return null;
        }

        var mark = _session.Containers.MemberMark;
        _position++;
        SkipTrivia();
        if (!TryClose('}'))
        {
            while (ReadMember(start) && ReadSeparator('}', start, "object"))
            {
                _session.Tick();
            }
        }

        _session.Leave();
        return _session.Containers.CloseMapping(mark, SourceSpan.FromBounds(start, _position));
    }

    private bool ReadMember(int objectStart)
    {
        var nameStart = _position;
        if (!StandsAt('"'))
        {
            FailInContainer(
                objectStart,
                "Expected a name in double quotes or '}' in the object",
                "객체에는 큰따옴표로 묶은 이름이나 '}'가 와야 하는데");
            return false;
        }

        _position = _strings.Read(nameStart);
        if (_session.Failed)
        {
            return false;
        }

        var name = _session.Strings.Intern(_strings.Content, out var nameId);
        var nameSpan = SourceSpan.FromBounds(nameStart, _position);
        SkipTrivia();
        if (!StandsAt(':'))
        {
            _session.FailAt(
                _position,
                "Expected ':' after the name " + CharacterText.Quote(name),
                CharacterText.Quote(name) + " 이름 뒤에는 ':'이 와야 하는데");
            return false;
        }

        _position++;
        SkipTrivia();
        var value = _session.Failed ? null : ReadValue();
        if (value is not null)
        {
            _session.Containers.AddMember(new PendingMember { Name = name, NameId = nameId, NameSpan = nameSpan, Value = value });
        }

        return !_session.Failed;
    }

    private SpecNode? ReadArray()
    {
        var start = _position;
        if (!_session.Enter(start))
        {
            return null;
        }

        var mark = _session.Containers.ItemMark;
        _position++;
        SkipTrivia();
        if (!TryClose(']'))
        {
            do
            {
                _session.Tick();
                var item = _session.Failed ? null : ReadValue();
                if (item is not null)
                {
                    _session.Containers.AddItem(item);
                }
            }
            while (!_session.Failed && ReadSeparator(']', start, "array"));
        }

        _session.Leave();
        return _session.Containers.CloseSequence(mark, SourceSpan.FromBounds(start, _position));
    }

    /// <summary>Reads what follows a child.</summary>
    /// <returns>Whether another child follows.</returns>
    private bool ReadSeparator(char close, int start, string container)
    {
        SkipTrivia();
        if (TryClose(close) || _session.Failed)
        {
            return false;
        }

        if (!StandsAt(','))
        {
            FailInContainer(
                start,
                $"Expected ',' or '{close}' after a value in the {container}",
                $"{(close == '}' ? "객체" : "배열")}의 값 뒤에는 ','나 '{close}'가 와야 하는데");
            return false;
        }

        var comma = _position++;
        SkipTrivia();
        if (!TryClose(close))
        {
            return !_session.Failed;
        }

        if (!_warnedComma)
        {
            _warnedComma = true;
            _session.Warn(
                new SourceSpan(comma, 1),
                $"JSON has no comma before '{close}': remove it. It is read as if it were not there, and further ones are not reported.",
                $"JSON에서는 '{close}' 앞에 쉼표를 두지 않습니다. 쉼표를 지우십시오. 여기서는 없는 것으로 읽으며, 다음 쉼표부터는 보고하지 않습니다.");
        }

        return false;
    }

    private SpecNode? ReadString()
    {
        var start = _position;
        _position = _strings.Read(start);
        return _session.Failed ? null : _session.CreateString(_strings.Content, SourceSpan.FromBounds(start, _position));
    }

    private SpecNode? ReadNumber()
    {
        var start = _position;
        var end = JsonNumber.Measure(_text, start, out var problem);
        if (problem is var (expected, koreanExpected))
        {
            _position = end;
            _session.FailAt(end, expected, koreanExpected);
            return null;
        }

        _position = end;
        return _session.CreateNumber(_text.AsSpan(start, end - start), SourceSpan.FromBounds(start, end));
    }

    private SpecNode? ReadLiteral()
    {
        var start = _position;
        var word = CharacterText.SpanAt(_text, start);
        switch (_text.Substring(word.Start, word.Length))
        {
            case "true":
                _position = word.End;
                return _session.CreateBoolean(true, word);
            case "false":
                _position = word.End;
                return _session.CreateBoolean(false, word);
            case "null":
                _position = word.End;
                return _session.CreateNull(word);
            case var other when other.ToUpperInvariant() is "TRUE" or "FALSE" or "NULL":
                _session.FailAt(
                    start,
                    "Expected 'true', 'false' or 'null' in lower case",
                    "소문자로 쓴 'true', 'false', 'null' 가운데 하나가 와야 하는데");
                return null;
            case "'":
                _session.FailAt(
                    start,
                    "Expected a value; a string stands in double quotes",
                    "값이 와야 하는데(문자열은 큰따옴표로 묶습니다)");
                return null;
            default:
                _session.FailAt(
                    start,
                    "Expected a value: an object, an array, a string in double quotes, a number, true, false or null",
                    "값(객체, 배열, 큰따옴표로 묶은 문자열, 수, true, false, null)이 와야 하는데");
                return null;
        }
    }

    private bool StandsAt(char c) => _position < _text.Length && _text[_position] == c;

    private bool TryClose(char close)
    {
        if (!StandsAt(close))
        {
            return false;
        }

        _position++;
        return true;
    }

    private void FailInContainer(int start, string expected, string koreanExpected)
    {
        var isUnclosed = _position >= _text.Length;
        _session.FailAt(
            _position,
            expected + (isUnclosed ? FormattableString.Invariant($" that starts on line {_session.LineOf(start)} and is not closed") : string.Empty),
            (isUnclosed ? FormattableString.Invariant($"{_session.LineOf(start)}번째 줄에서 시작해 닫히지 않은 ") : string.Empty) + koreanExpected);
    }

    private void SkipTrivia()
    {
        var text = _text;
        while (_position < text.Length)
        {
            switch (text[_position])
            {
                case ' ' or '\n' or '\r' or '\t':
                    _position++;
                    break;
                case '/':
                    if (!SkipComment())
                    {
                        return;
                    }

                    break;
                default:
                    return;
            }
        }
    }

    private bool SkipComment()
    {
        var start = _position;
        var kind = start + 1 < _text.Length ? _text[start + 1] : '\0';
        if (kind == '/')
        {
            var length = _text.AsSpan(start).IndexOfAny('\n', '\r');
            _position = length < 0 ? _text.Length : start + length;
        }
        else if (kind == '*')
        {
            var end = _text.IndexOf("*/", start + 2, StringComparison.Ordinal);
            if (end < 0)
            {
                _position = _text.Length;
                _session.Fail(
                    new SourceSpan(start, 2),
                    "The comment that starts here is never closed: add '*/', or remove it.",
                    "여기서 시작하는 주석이 닫히지 않았습니다. '*/'를 넣거나 주석을 지우십시오.");
                return false;
            }

            _position = end + 2;
        }
        else
        {
            return false;
        }

        if (!_warnedComment)
        {
            _warnedComment = true;
            _session.Warn(
                SourceSpan.FromBounds(start, _position),
                "JSON has no comments: remove it. It is skipped, and further ones are not reported.",
                "JSON에는 주석이 없습니다. 주석을 지우십시오. 여기서는 건너뛰며, 다음 주석부터는 보고하지 않습니다.");
        }

        return true;
    }
}
