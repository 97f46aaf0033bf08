using System.Text;

namespace HyperscaleSdk.Cli.Spec.Docs.Html;

/// <summary>Writes HTML that is well-formed XML too. Every text and attribute value is encoded here and nowhere else.</summary>
internal sealed class HtmlWriter(StringBuilder output)
{
    private static readonly HashSet<string> Lines = new(StringComparer.Ordinal)
    {
        "head", "title", "style", "script", "body", "nav", "main", "header", "footer", "section", "article", "details", "summary", "h1", "h2", "h3", "h4", "p", "ul", "li", "dl", "dd", "table", "thead",
        "tbody", "tr", "pre", "svg", "div",
    };

    /// <summary>Opens an element; disposing closes it.</summary>
    public Scope Open(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(name, attributes);
        output.Append('>');
        return new Scope(this, name);
    }

    /// <summary>Writes an element that holds a text.</summary>
    public void Leaf(string name, string text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        using (Open(name, attributes))
        {
            Text(text);
        }
    }

    /// <summary>Writes an element that holds nothing and is never closed in HTML.</summary>
    public void Empty(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(name, attributes);
        output.Append(" />");
    }

    public void Text(string text) => Encode(SafeText.Visible(text));

    /// <summary>Writes text of this program as it is: the style and the script of the page.</summary>
    public void Raw(string own) => output.Append(own);

    private void Start(string name, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        output.Append('<').Append(name);
        foreach (var (attribute, value) in attributes)
        {
            if (value is not null)
            {
                output.Append(' ').Append(attribute).Append("=\"");
                Text(value);
                output.Append('"');
            }
        }
    }

    private void Encode(string text)
    {
        foreach (var c in text)
        {
            _ = c switch
            {
                '<' => output.Append("&lt;"),
                '>' => output.Append("&gt;"),
                '&' => output.Append("&amp;"),
                '"' => output.Append("&quot;"),
                '\'' => output.Append("&#39;"),
                _ => output.Append(c),
            };
        }
    }

    private void Close(string name)
    {
        output.Append("</").Append(name).Append('>');
        if (Lines.Contains(name))
        {
            output.Append('\n');
        }
    }

    internal readonly struct Scope(HtmlWriter writer, string name) : IDisposable
    {
        public void Dispose() => writer.Close(name);
    }
}
