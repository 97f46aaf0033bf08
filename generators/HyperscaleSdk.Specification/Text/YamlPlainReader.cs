using System;

namespace HyperscaleSdk.Specification.Text;

/// <summary>Reads scalars without quotes.</summary>
internal sealed class YamlPlainReader(ReadSession session, YamlCursor cursor)
{
    /// <summary>Reads the part of a plain scalar that stands on the current line, which is all that a key can have.</summary>
    public YamlScalar ReadLine(bool inFlow)
    {
        var start = cursor.Position;
        if (!CanStart())
        {
            var (found, koreanFound) = CharacterText.Describe(cursor.Text, start);
            session.Fail(
                CharacterText.SpanAt(cursor.Text, start),
                $"Expected a value, found {found}, which cannot begin text without quotes. Put the text in quotes.",
                $"값이 와야 하는데, 여기 있는 것은 {koreanFound}입니다. 따옴표가 없는 텍스트는 이렇게 시작할 수 없습니다. 텍스트를 따옴표로 묶으십시오.");
            return default;
        }

        var span = SourceSpan.FromBounds(start, MeasureLine(start, inFlow));
        cursor.Position = span.End;
        return new YamlScalar { Span = span, Content = span, IsPlain = true };
    }

    /// <summary>Reads the following lines of a plain scalar, if it has any.</summary>
    /// <param name="scalar">The scalar; the cursor stands behind its first line.</param>
    /// <param name="parentIndent">Column that the following lines must be right of; of no meaning in a flow collection.</param>
    /// <param name="inFlow">Whether the scalar stands in a flow collection.</param>
    public void Continue(ref YamlScalar scalar, int parentIndent, bool inFlow)
    {
        while (TryFindLine(parentIndent, inFlow, out var lineStart, out var content, out var breaks))
        {
            session.Tick();
            var buffer = session.Buffer;
            if (!scalar.IsBuffered)
            {
                buffer.Clear();
                buffer.Append(cursor.Text.AsSpan(scalar.Content.Start, scalar.Content.Length));
                scalar.IsBuffered = true;
            }

            if (breaks == 1)
            {
                buffer.Append(' ');
            }
            else
            {
                buffer.Append('\n', breaks - 1);
            }

            var end = MeasureLine(content, inFlow);
            buffer.Append(cursor.Text.AsSpan(content, end - content));
            cursor.LineStart = lineStart;
            cursor.Position = end;
            scalar.Span = SourceSpan.FromBounds(scalar.Span.Start, end);
        }
    }

    private bool CanStart()
    {
        if (cursor.AtEnd)
        {
            return false;
        }

        switch (cursor.Current)
        {
            case ',' or '[' or ']' or '{' or '}' or '#' or '&' or '*' or '!' or '|' or '>' or '\'' or '"' or '%' or '@' or '`':
                return false;
            case '-' or '?' or ':':
                // [+, -] is not quite YAML, but what is meant is plain.
                return !cursor.IsSeparator(cursor.Position + 1);
            default:
                return true;
        }
    }

    private bool TryFindLine(int parentIndent, bool inFlow, out int lineStart, out int content, out int breaks)
    {
        var text = cursor.Text;
        lineStart = cursor.LineStart;
        breaks = 0;
        content = SkipBlanks(cursor.Position);
        while (content < text.Length && YamlCursor.IsBreak(text[content]))
        {
            lineStart = cursor.AfterBreak(content);
            content = SkipBlanks(lineStart);
            breaks++;
        }

        if (breaks == 0 || content >= text.Length || text[content] == '#' || cursor.IsDocumentMarkerAt(lineStart))
        {
            return false;
        }

        if (!inFlow)
        {
            return content - lineStart > parentIndent && !(text[content] == ':' && cursor.IsSeparator(content + 1));
        }

        return !YamlCursor.IsFlowIndicator(text[content]) && !(text[content] == ':' && EndsKeyInFlow(content + 1));
    }

    private int SkipBlanks(int position)
    {
        while (position < cursor.Text.Length && YamlCursor.IsBlank(cursor.Text[position]))
        {
            position++;
        }

        return position;
    }

    private int MeasureLine(int start, bool inFlow)
    {
        var text = cursor.Text;
        var position = start;
        for (; position < text.Length; position++)
        {
            var c = text[position];
            if (c is >= 'a' and <= 'z' or >= 'A' and <= 'Z')
            {
                continue;
            }

            if (YamlCursor.IsBreak(c)
                || (c == ':' && (inFlow ? EndsKeyInFlow(position + 1) : cursor.IsSeparator(position + 1)))
                || (c == '#' && position > start && YamlCursor.IsBlank(text[position - 1]))
                || (inFlow && YamlCursor.IsFlowIndicator(c)))
            {
                break;
            }
        }

        while (position > start && YamlCursor.IsBlank(text[position - 1]))
        {
            position--;
        }

        return position;
    }

    private bool EndsKeyInFlow(int position) => cursor.IsSeparator(position) || YamlCursor.IsFlowIndicator(cursor.Text[position]);
}
