using System;

namespace HyperscaleSdk.Specification.Text;

/// <summary>Reads literal (<c>|</c>) and folded (<c>&gt;</c>) scalars.</summary>
internal sealed class YamlBlockScalarReader(ReadSession session, YamlCursor cursor)
{
    private const int Undetected = -1;

    private bool _folds;
    private char _chomping;
    private int _indent;

    /// <summary>Reads the scalar whose indicator stands at the cursor; the cursor ends at the start of a line.</summary>
    /// <param name="parentIndent">Column of the collection that holds the scalar; -1 at the root.</param>
    public YamlScalar Read(int parentIndent)
    {
        var start = cursor.Position;
        if (!ReadHeader(parentIndent))
        {
            return default;
        }

        var end = ReadLines(parentIndent + 1, cursor.Position);
        return new YamlScalar { Span = SourceSpan.FromBounds(start, end), IsBuffered = true };
    }

    private bool ReadHeader(int parentIndent)
    {
        _folds = cursor.Current == '>';
        _chomping = '\0';
        _indent = Undetected;
        cursor.Position++;
        while (!cursor.IsSeparator(cursor.Position))
        {
            var c = cursor.Current;
            if (c is '+' or '-' && _chomping == '\0')
            {
                _chomping = c;
            }
            else if (c is >= '1' and <= '9' && _indent == Undetected)
            {
                _indent = Math.Max(parentIndent, 0) + (c - '0');
            }
            else
            {
                break;
            }

            cursor.Position++;
        }

        var headerEnd = cursor.Position;
        cursor.SkipBlanks();
        if (cursor.Current == '#' && cursor.Position > headerEnd)
        {
            cursor.SkipLine();
        }

        if (!cursor.AtEnd && !YamlCursor.IsBreak(cursor.Current))
        {
            session.FailAt(
                cursor.Position,
                $"Expected '+', '-', an indentation from 1 to 9 or the end of the line after '{(_folds ? '>' : '|')}' (put the text in quotes if it is not a block)",
                $"'{(_folds ? '>' : '|')}' 뒤에는 '+', '-', 1에서 9까지의 들여쓰기, 줄의 끝 가운데 하나가 와야 하는데(블록이 아니라면 텍스트를 따옴표로 묶으십시오)");
            return false;
        }

        return true;
    }

    /// <summary>Reads the lines into the buffer.</summary>
    /// <returns>Offset behind the last character of content.</returns>
    private int ReadLines(int minimumIndent, int headerEnd)
    {
        var buffer = session.Buffer;
        buffer.Clear();
        var contentEnd = headerEnd;
        var hasContent = false;
        var afterIndented = false;
        var breaks = 0;
        if (!cursor.AtEnd)
        {
            cursor.SkipBreak();
        }

        while (!cursor.AtEnd)
        {
            session.Tick();
            if (!TryEnterLine(minimumIndent, out var content))
            {
                break;
            }

            if (content < 0)
            {
                breaks += SkipRestOfLine();
                continue;
            }

            var isIndented = content < cursor.Text.Length && YamlCursor.IsBlank(cursor.Text[content]);
            AppendBreaks(breaks, hasContent, afterIndented || isIndented);
            cursor.Position = content;
            cursor.SkipLine();
            buffer.Append(cursor.Text.AsSpan(content, cursor.Position - content));
            contentEnd = cursor.Position;
            hasContent = true;
            afterIndented = isIndented;
            breaks = SkipRestOfLine();
        }

        if (_chomping == '+')
        {
            buffer.Append('\n', breaks);
        }
        else if (_chomping == '\0' && hasContent && breaks > 0)
        {
            buffer.Append('\n');
        }

        return contentEnd;
    }

    private void AppendBreaks(int breaks, bool hasContent, bool isVerbatim)
    {
        if (!_folds || !hasContent || isVerbatim)
        {
            session.Buffer.Append('\n', breaks);
        }
        else if (breaks == 1)
        {
            session.Buffer.Append(' ');
        }
        else
        {
            session.Buffer.Append('\n', breaks - 1);
        }
    }

    /// <summary>Decides about the line at the cursor, and detects the indentation at the first line with content.</summary>
    /// <param name="minimumIndent">The least indentation that the scalar can have.</param>
    /// <param name="content">Where its content starts; -1 for an empty line.</param>
    /// <returns>Whether the line belongs to the scalar.</returns>
    private bool TryEnterLine(int minimumIndent, out int content)
    {
        var text = cursor.Text;
        var lineStart = cursor.Position;
        var position = lineStart;
        while (position < text.Length && text[position] == ' ' && (_indent == Undetected || position - lineStart < _indent))
        {
            position++;
        }

        var spaces = position - lineStart;
        content = -1;
        if (position >= text.Length || YamlCursor.IsBreak(text[position]))
        {
            return true;
        }

        var limit = _indent == Undetected ? minimumIndent : _indent;
        if (spaces < limit)
        {
            return text[position] == '\t' && IsRestBlank(position);
        }

        if (spaces == 0 && cursor.IsDocumentMarkerAt(lineStart))
        {
            return false;
        }

        if (_indent == Undetected)
        {
            _indent = spaces;
        }

        content = position;
        return true;
    }

    private bool IsRestBlank(int position)
    {
        while (position < cursor.Text.Length && YamlCursor.IsBlank(cursor.Text[position]))
        {
            position++;
        }

        return position >= cursor.Text.Length || YamlCursor.IsBreak(cursor.Text[position]);
    }

    /// <summary>Goes to the next line.</summary>
    /// <returns>1; or 0 when the text ends before.</returns>
    private int SkipRestOfLine()
    {
        cursor.SkipLine();
        if (cursor.AtEnd)
        {
            return 0;
        }

        cursor.SkipBreak();
        return 1;
    }
}
