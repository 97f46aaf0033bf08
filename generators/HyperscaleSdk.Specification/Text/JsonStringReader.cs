using System;

namespace HyperscaleSdk.Specification.Text;

/// <summary>Reads JSON strings. A string without escapes is a slice of the text; only others are copied.</summary>
internal sealed class JsonStringReader(ReadSession session)
{
    private readonly string _text = session.Text;
    private int _start;
    private int _length;
    private bool _isCopied;
    private bool _warnedControl;

    /// <summary>The decoded text of the string read last.</summary>
    public ReadOnlySpan<char> Content => _isCopied ? session.Buffer.Content : _text.AsSpan(_start, _length);

    /// <summary>Reads a string.</summary>
    /// <param name="open">Offset of its first quote.</param>
    /// <returns>Offset behind its last quote, or where reading ended.</returns>
    public int Read(int open)
    {
        var text = _text;
        var position = open + 1;
        while (position < text.Length)
        {
            var c = text[position];
            if (c == '"')
            {
                _isCopied = false;
                _start = open + 1;
                _length = position - _start;
                return position + 1;
            }

            if (c == '\\')
            {
                return ReadEscaped(open, position);
            }

            if (c < ' ')
            {
                WarnControl(position);
            }

            position++;
        }

        return FailUnclosed(open);
    }

    private int ReadEscaped(int open, int position)
    {
        var buffer = session.Buffer;
        buffer.Clear();
        buffer.Append(_text.AsSpan(open + 1, position - open - 1));
        _isCopied = true;
        while (position < _text.Length)
        {
            var c = _text[position];
            if (c == '"')
            {
                return position + 1;
            }

            if (c == '\\')
            {
                position = ReadEscape(position);
                if (session.Failed)
                {
                    return position;
                }

                continue;
            }

            if (c < ' ')
            {
                WarnControl(position);
            }

            buffer.Append(c);
            position++;
        }

        return FailUnclosed(open);
    }

    private int ReadEscape(int position)
    {
        var c = position + 1 < _text.Length ? _text[position + 1] : '\0';
        var decoded = c switch
        {
            '"' or '\\' or '/' => c,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => '\0',
        };
        if (decoded != '\0')
        {
            session.Buffer.Append(decoded);
            return position + 2;
        }

        if (c != 'u')
        {
            session.FailAt(
                position + 1,
                "Expected one of \" \\ / b f n r t u after '\\' (a backslash itself is written '\\\\')",
                "'\\' 뒤에는 \" \\ / b f n r t u 가운데 하나가 와야 하는데(백슬래시 자체는 '\\\\'로 씁니다)");
            return position;
        }

        var code = CharacterText.ReadHex(_text, position + 2, 4);
        if (code < 0)
        {
            session.Fail(
                new SourceSpan(position, 2),
                "Expected four hexadecimal digits after '\\u'.",
                "'\\u' 뒤에는 16진수 숫자 네 개가 와야 합니다.");
            return position;
        }

        session.Buffer.Append((char)code);
        return position + 6;
    }

    private int FailUnclosed(int open)
    {
        session.Fail(
            new SourceSpan(open, 1),
            "The string that starts here is never closed: add '\"' at its end.",
            "여기서 시작하는 문자열이 닫히지 않았습니다. 끝에 '\"'를 넣으십시오.");
        return _text.Length;
    }

    private void WarnControl(int position)
    {
        if (!_warnedControl)
        {
            _warnedControl = true;
            var (found, koreanFound) = CharacterText.Describe(_text, position);
            session.Warn(
                new SourceSpan(position, 1),
                $"A JSON string holds no raw control character: write {found} as an escape such as \\t, \\n or \\u0001. It is kept, and further ones are not reported.",
                $"JSON 문자열에는 제어 문자를 그대로 쓸 수 없습니다. 여기 있는 {koreanFound} 대신 \\t, \\n, \\u0001 같은 이스케이프를 쓰십시오. 여기서는 그대로 읽으며, 다음 문자부터는 보고하지 않습니다.");
        }
    }
}
