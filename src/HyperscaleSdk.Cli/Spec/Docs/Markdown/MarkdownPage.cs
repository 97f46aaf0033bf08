using System.Text;
using HyperscaleSdk.Cli.Spec.Docs.Content;

namespace HyperscaleSdk.Cli.Spec.Docs.Markdown;

/// <summary>Writes the page in GitHub's Markdown.</summary>
internal sealed class MarkdownPage
{
    private readonly StringBuilder _output = new();
    private readonly DocsPage _page;
    private readonly MarkdownText _text;

    private MarkdownPage(DocsPage page)
    {
        _page = page;
        _text = new MarkdownText(page.Types);
    }

    public static string Render(DocsPage page) => new MarkdownPage(page).Render();

    private string Render()
    {
        Line("# " + MarkdownText.Escape(_page.Title));
        if (_page.Subtitle.Count > 0)
        {
            Line(_text.Write([new TextRun(string.Join(" · ", _page.Subtitle))]));
        }

        Write(_page.Introduction);
        if (!_page.IsBrief)
        {
            Contents();
        }

        foreach (var section in _page.Sections)
        {
            Write(section, level: 2);
        }

        return _output.ToString().TrimEnd('\n') + "\n";
    }

    private void Contents()
    {
        Line("**" + _page.Texts.Contents + "**");
        foreach (var part in _page.Sections)
        {
            Entry(part, depth: 0);
        }

        _output.Append('\n');
    }

    // Types are many and are reached by their links.
    private void Entry(DocsSection section, int depth)
    {
        if (section.Kind == SectionKind.Type)
        {
            return;
        }

        var mark = section.Mark is { } method ? MarkdownText.Code(method.Text) + " " : "";
        _output.Append(' ', depth * 2).Append($"- {mark}[{MarkdownText.EscapeLabel(section.Title)}](#{section.Anchor})").Append('\n');
        foreach (var child in section.Children)
        {
            Entry(child, depth + 1);
        }
    }

    private void Write(DocsSection section, int level)
    {
        if (!_page.IsBrief)
        {
            Line($"<a id=\"{section.Anchor}\"></a>");
        }

        var heading = section.Heading.Count == 0 ? MarkdownText.Escape(section.Title) : string.Join(' ', section.Heading.Select(inline => _text.Write([inline])).Where(text => text.Length > 0));
        Line($"{new string('#', section.Kind == SectionKind.Type ? 4 : level)} {heading}");
        Write(section.Blocks);
        foreach (var child in section.Children)
        {
            Write(child, level + 1);
        }
    }

    private void Write(IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks)
        {
            Write(block);
        }
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case Paragraph paragraph:
                Line(_text.Write(paragraph.Text));
                break;
            case Caption caption:
                Line("**" + MarkdownText.Escape(caption.Text) + "**");
                break;
            case FactList list:
                foreach (var fact in list.Facts)
                {
                    _output.Append($"- **{MarkdownText.Escape(fact.Label)}**: {_text.Write(fact.Value)}\n");
                }

                _output.Append('\n');
                break;
            case DataTable table:
                Write(table);
                break;
            case Signature signature:
                Code(signature.Code);
                break;
            case Snippet snippet:
                Code(snippet.Code);
                break;
            case PriceChart chart:
                // The table below it says the same.
                break;
        }
    }

    private void Write(DataTable table)
    {
        Row(table.Columns.Select(column => MarkdownText.Escape(column.Title)));
        Row(table.Columns.Select(column => column.Kind == ColumnKind.Number ? "---:" : "---"));
        foreach (var row in table.Rows)
        {
            Row(row.Select(_text.Write));
        }

        _output.Append('\n');
    }

    private void Row(IEnumerable<string> cells) => _output.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    // No code can hold as many backticks in a row as its fence.
    private void Code(string code)
    {
        var fence = new string('`', Math.Max(3, MarkdownText.LongestRun(code) + 1));
        Line($"{fence}csharp\n{code}\n{fence}");
    }

    private void Line(string text) => _output.Append(text).Append("\n\n");
}
