using System;

namespace HyperscaleSdk.Specification.Text;

/// <summary>Reads anchors and tags.</summary>
internal sealed class YamlPropertyReader(ReadSession session, YamlCursor cursor)
{
    private const string CorePrefix = "tag:yaml.org,2002:";

    /// <summary>Reads all properties that stand on the current line; the cursor ends behind the last and its white space.</summary>
    public YamlProperties Read(bool inFlow)
    {
        var properties = default(YamlProperties);
        while (!session.Failed && cursor.Current is '&' or '!')
        {
            session.Tick();
            var start = cursor.Position;
            if (cursor.Current == '&')
            {
                if (properties.Anchor is not null)
                {
                    session.Fail(
                        new SourceSpan(start, 1),
                        "A value has one anchor at most: remove this one.",
                        "값에는 앵커를 하나만 붙일 수 있습니다. 이것을 지우십시오.");
                    return properties;
                }

                properties.Anchor = ReadName(start, "anchor");
            }
            else
            {
                properties.Tag = ReadTag(inFlow);
            }

            properties.Any = true;
            if (!session.Failed && !cursor.IsSeparator(cursor.Position) && !(inFlow && YamlCursor.IsFlowIndicator(cursor.Current)))
            {
                session.FailAt(
                    cursor.Position,
                    "Expected a space after the anchor or tag",
                    "앵커나 태그 뒤에는 공백이 와야 하는데");
                return properties;
            }

            cursor.SkipBlanks();
        }

        return properties;
    }

    /// <summary>Reads the name behind <c>&amp;</c> or <c>*</c>.</summary>
    public string ReadName(int start, string what)
    {
        var end = start + 1;
        while (!cursor.IsSeparator(end) && !YamlCursor.IsFlowIndicator(cursor.Text[end]))
        {
            end++;
        }

        cursor.Position = end;
        if (end == start + 1)
        {
            session.FailAt(
                end,
                $"Expected the name of an {what} after '{cursor.Text[start]}' (put the value in quotes if it is text)",
                $"'{cursor.Text[start]}' 뒤에는 {(cursor.Text[start] == '&' ? "앵커" : "별칭")}의 이름이 와야 하는데(텍스트라면 값을 따옴표로 묶으십시오)");
        }

        return session.Strings.Intern(cursor.Text.AsSpan(start + 1, end - start - 1));
    }

    private YamlTag ReadTag(bool inFlow)
    {
        var start = cursor.Position;
        var end = start + 1;
        var isVerbatim = end < cursor.Text.Length && cursor.Text[end] == '<';
        while (!cursor.IsSeparator(end) && (isVerbatim || !inFlow || !YamlCursor.IsFlowIndicator(cursor.Text[end])))
        {
            end++;
            if (isVerbatim && cursor.Text[end - 1] == '>')
            {
                break;
            }
        }

        cursor.Position = end;
        var tag = cursor.Text.AsSpan(start, end - start);
        if (isVerbatim)
        {
            var name = tag.Slice(2, Math.Max(0, tag.Length - 3));
            return name.StartsWith(CorePrefix.AsSpan(), StringComparison.Ordinal) ? Interpret(name.Slice(CorePrefix.Length)) : YamlTag.None;
        }

        if (tag.Length == 1)
        {
            return YamlTag.String;
        }

        return tag[1] == '!' ? Interpret(tag.Slice(2)) : YamlTag.None;
    }

    private static YamlTag Interpret(ReadOnlySpan<char> name)
    {
        if (name.SequenceEqual("str".AsSpan()))
        {
            return YamlTag.String;
        }

        if (name.SequenceEqual("int".AsSpan()) || name.SequenceEqual("float".AsSpan()))
        {
            return YamlTag.Number;
        }

        if (name.SequenceEqual("bool".AsSpan()))
        {
            return YamlTag.Boolean;
        }

        return name.SequenceEqual("null".AsSpan()) ? YamlTag.Null : YamlTag.None;
    }
}
