using System;

namespace HyperscaleSdk.Specification.Text;

/// <summary>Reads scalars in single and double quotes.</summary>
internal sealed class YamlQuotedReader(ReadSession session, YamlCursor cursor)
{
    /// <summary>Reads the scalar whose first quote stands at the cursor.</summary>
    public YamlScalar Read()
    {
        var text = cursor.Text;
        var start = cursor.Position;
        var quote = text[start];
        for (var position = start + 1; position < text.Length; position++)
        {
            var c = text[position];
            if (c == quote && !(quote == '\'' && position + 1 < text.Length && text[position + 1] == '\''))
            {
                cursor.Position = position + 1;
                return new YamlScalar
                {
                    Span = SourceSpan.FromBounds(start, position + 1),
                    Content = SourceSpan.FromBounds(start + 1, position),
                };
            }

            if (c == quote || YamlCursor.IsBreak(c) || (c == '\\' && quote == '"'))
            {
                session.Buffer.Clear();
                session.Buffer.Append(text.AsSpan(start + 1, position - start - 1));
                cursor.Position = position;
                return ReadBuffered(start, quote);
            }
        }

        return FailUnclosed(start);
    }

    private YamlScalar ReadBuffered(int start, char quote)
    {
        var text = cursor.Text;
        var buffer = session.Buffer;
        var escaped = 0;
        while (!session.Failed && !cursor.AtEnd)
        {
            session.Tick();
            var c = text[cursor.Position];
            if (c == quote)
            {
                cursor.Position++;
                if (quote == '"' || cursor.Current != quote)
                {
                    return new YamlScalar { Span = SourceSpan.FromBounds(start, cursor.Position), IsBuffered = true };
                }

                buffer.Append(quote);
                cursor.Position++;
            }
            else if (YamlCursor.IsBreak(c))
            {
                buffer.TrimBlanks(escaped);
                var breaks = SkipBreaks();
                if (cursor.IsDocumentMarkerAt(cursor.LineStart) && cursor.Position == cursor.LineStart)
                {
                    break;
                }

                if (breaks == 1)
                {
                    buffer.Append(' ');
                }
                else
                {
                    buffer.Append('\n', breaks - 1);
                }

                // What folding wrote is not to be trimmed by the next line break.
                escaped = buffer.Length;
            }
            else if (c == '\\' && quote == '"')
            {
                ReadEscape();
                escaped = buffer.Length;
            }
            else
            {
                var run = cursor.Position + 1;
                while (run < text.Length && text[run] != quote && text[run] != '\\' && !YamlCursor.IsBreak(text[run]))
                {
                    run++;
                }

                buffer.Append(text.AsSpan(cursor.Position, run - cursor.Position));
                cursor.Position = run;
            }
        }

        return FailUnclosed(start);
    }

    private void ReadEscape()
    {
        var position = cursor.Position;
        if (position + 1 < cursor.Text.Length && YamlCursor.IsBreak(cursor.Text[position + 1]))
        {
            cursor.Position++;
            session.Buffer.Append('\n', SkipBreaks() - 1);
            return;
        }

        var c = cursor.Next;
        if (c is 'x' or 'u' or 'U')
        {
            ReadCode(position, c switch { 'x' => 2, 'u' => 4, _ => 8 });
            return;
        }

        var decoded = YamlEscape.Decode(c);
        if (decoded < 0 || position + 1 >= cursor.Text.Length)
        {
            session.FailAt(
                position + 1,
                "Expected a YAML escape after '\\' (write '\\\\' for a backslash, or use single quotes, where a backslash is itself)",
                "'\\' 뒤에는 YAML 이스케이프가 와야 하는데(백슬래시는 '\\\\'로 쓰거나, 백슬래시를 그대로 두는 작은따옴표를 쓰십시오)");
            return;
        }

        session.Buffer.Append((char)decoded);
        cursor.Position += 2;
    }

    private void ReadCode(int position, int digits)
    {
        var code = CharacterText.ReadHex(cursor.Text, position + 2, digits);
        if (code < 0 || code > 0x10FFFF || (digits == 8 && code is >= 0xD800 and <= 0xDFFF))
        {
            session.Fail(
                new SourceSpan(position, 2),
                $"Expected {digits} hexadecimal digits of a Unicode character after '\\{cursor.Text[position + 1]}'.",
                $"'\\{cursor.Text[position + 1]}' 뒤에는 유니코드 문자의 16진수 숫자 {digits}개가 와야 합니다.");
            return;
        }

        if (code > char.MaxValue)
        {
            session.Buffer.Append(char.ConvertFromUtf32((int)code).AsSpan());
        }
        else
        {
            session.Buffer.Append((char)code);
        }

        cursor.Position += 2 + digits;
    }

    /// <summary>Skips line breaks and the white space around them.</summary>
    /// <returns>Number of line breaks.</returns>
    private int SkipBreaks()
    {
        var breaks = 0;
        while (YamlCursor.IsBreak(cursor.Current))
        {
            session.Tick();
            cursor.SkipBreak();
            cursor.SkipBlanks();
            breaks++;
        }

        return breaks;
    }

    private YamlScalar FailUnclosed(int start)
    {
        session.Fail(
            new SourceSpan(start, 1),
            $"The text in quotes that starts here is never closed: add {cursor.Text[start]} at its end.",
            $"여기서 시작하는 따옴표가 닫히지 않았습니다. 끝에 {cursor.Text[start]} 기호를 넣으십시오.");
        return default;
    }
}
