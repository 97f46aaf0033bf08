using System;
using System.Text;

namespace HyperscaleSdk.Generators.Emission;

/// <summary>Writes indented lines. Line ends are LF everywhere, so that the same plan gives the same bytes.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public void Line(string text = "")
    {
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

    private void Close()
    {
        _depth--;
        Line("}");
    }

    public readonly struct Scope(CodeWriter writer) : IDisposable
    {
        public void Dispose() => writer.Close();
    }
}
