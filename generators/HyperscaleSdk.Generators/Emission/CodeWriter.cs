using System;
using System.Text;

namespace HyperscaleSdk.Generators.Emission;

/// <summary>Writes indented lines. Line ends are LF everywhere, so that the same plan gives the same bytes.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _afterBlock;

    public void Line(string text = "")
    {
        // A statement after a block stands apart from it, as one would write it.
        if (_afterBlock && text.Length > 0 && !Continues(text))
        {
            _text.Append('\n');
        }

        _afterBlock = false;
        if (text.Length > 0)
        {
            _text.Append(' ', _depth * 4).Append(text);
        }

        _text.Append('\n');
    }

    /// <summary>A documentation comment; nothing when the text is empty. The text is escaped already.</summary>
    public void Doc(string tag, string text, string attributes = "")
    {
        if (text.Length > 0)
        {
            Line($"/// <{tag}{attributes}>{text}</{tag}>");
        }
    }

    public void Summary(string text, string otherwise) => Doc("summary", text.Length > 0 ? text : otherwise);

    /// <summary>Opens a block in braces below a header (which may be empty); disposing closes it.</summary>
    public Scope Block(string header)
    {
        if (header.Length > 0)
        {
            Line(header);
        }

        Line("{");
        _depth++;
        return new Scope(this);
    }

    public override string ToString() => _text.ToString();

    private static bool Continues(string text)
        => text[0] is '}' or '{' or ')' || text.StartsWith("else", StringComparison.Ordinal) || text.StartsWith("catch", StringComparison.Ordinal)
            || text.StartsWith("case ", StringComparison.Ordinal) || text.StartsWith("default:", StringComparison.Ordinal) || text.StartsWith("break;", StringComparison.Ordinal);

    private void Close()
    {
        _depth--;
        _afterBlock = false;
        Line("}");
        _afterBlock = true;
    }

    public readonly struct Scope(CodeWriter writer) : IDisposable
    {
        public void Dispose() => writer.Close();
    }
}
