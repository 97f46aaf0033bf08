using System;

namespace HyperscaleSdk.Specification.Text;

/// <summary>Decides by indentation whether a line belongs to a collection, and says what is wrong with it if to none.</summary>
internal sealed class YamlLayout(ReadSession session, YamlCursor cursor)
{
    /// <summary>Whether the token at the cursor does not belong to the value that was to come.</summary>
    /// <param name="parentIndent">Column of the collection that holds the value.</param>
    /// <param name="allowsSequenceAtParent">Whether a sequence may stand at that column.</param>
    public bool IsAbsent(int parentIndent, bool allowsSequenceAtParent)
    {
        if (cursor.AtEnd)
        {
            return true;
        }

        if (!cursor.IsFirstOnLine)
        {
            return false;
        }

        if (cursor.IsDocumentMarker())
        {
            return true;
        }

        return cursor.Column <= parentIndent
            && !(allowsSequenceAtParent && cursor.Column == parentIndent && cursor.IsIndicator('-'));
    }

    /// <summary>Goes to the next token, and looks whether it is another entry of the collection.</summary>
    public bool StandsAtSibling(int column)
    {
        if (session.Failed)
        {
            return false;
        }

        cursor.SkipToToken();
        if (cursor.AtEnd || cursor.IsDocumentMarker())
        {
            return false;
        }

        if (!cursor.IsFirstOnLine)
        {
            FailBehindValue();
            return false;
        }

        if (cursor.Column < column)
        {
            return false;
        }

        if (FailsByTab(cursor.IsIndentedByTab))
        {
            return false;
        }

        if (cursor.Column > column)
        {
            session.Fail(
                CharacterText.SpanAt(cursor.Text, cursor.Position),
                FormattableString.Invariant($"This line is indented by {cursor.Column} spaces, but the entries that it follows stand at {column}. Align it with them, or with the value that it belongs to."),
                FormattableString.Invariant($"이 줄의 들여쓰기는 공백 {cursor.Column}칸이지만 앞의 항목들은 {column}칸입니다. 앞의 항목이나 이 줄이 속한 값에 맞추십시오."));
            return false;
        }

        return true;
    }

    private void FailBehindValue()
    {
        if (cursor.IsIndicator(':'))
        {
            session.Fail(
                new SourceSpan(cursor.Position, 1),
                "': ' cannot stand here: the value before it goes over lines or has ended. Correct the indentation of this line, or put the value in quotes.",
                "앞의 값이 여러 줄에 걸치거나 이미 끝나서 여기에는 ': '를 쓸 수 없습니다. 이 줄의 들여쓰기를 고치거나 값을 따옴표로 묶으십시오.");
            return;
        }

        if (cursor.Current == ':')
        {
            session.Fail(
                new SourceSpan(cursor.Position, 1),
                "Expected a space after the ':' of a key.",
                "키의 ':' 뒤에는 공백이 와야 합니다.");
            return;
        }

        if (cursor.Current == '#')
        {
            session.Fail(
                new SourceSpan(cursor.Position, 1),
                "Expected a space before the '#' of a comment.",
                "주석의 '#' 앞에는 공백이 와야 합니다.");
            return;
        }

        session.FailAt(
            cursor.Position,
            "Expected the end of the line after a value (put a value that goes on in quotes)",
            "값 뒤에서 줄이 끝나야 하는데(이어지는 값은 따옴표로 묶으십시오)");
    }

    /// <summary>Whether a dash stands where a key must; the reading has failed then.</summary>
    public bool IsWrongDash()
    {
        if (!cursor.IsIndicator('-'))
        {
            return false;
        }

        session.Fail(
            new SourceSpan(cursor.Position, 1),
            "Expected a key, found '- ': indent the sequence below its key, or remove the dash.",
            "키가 와야 하는데 '- '가 있습니다. 시퀀스를 키 아래로 들여쓰거나 붙임표를 지우십시오.");
        return true;
    }

    /// <summary>Whether an entry is indented by a tab; the reading has failed then.</summary>
    public bool FailsByTab(bool isIndentedByTab)
    {
        if (isIndentedByTab)
        {
            session.Fail(
                SourceSpan.FromBounds(cursor.LineStart, cursor.Position),
                "YAML is not indented by tabs: replace each tab before this key or dash by spaces.",
                "YAML은 탭으로 들여쓰지 않습니다. 이 키나 붙임표 앞의 탭을 모두 공백으로 바꾸십시오.");
            return true;
        }

        return false;
    }
}
