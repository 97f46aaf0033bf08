using HyperscaleSdk.Cli.Spec.Docs.Content;

namespace HyperscaleSdk.Cli.Spec.Docs.Html;

/// <summary>Writes what takes lines of its own.</summary>
internal sealed class HtmlBlocks(HtmlWriter html, HtmlText text, DocsTexts texts)
{
    private readonly HtmlPriceChart _chart = new(html, texts);

    public void Write(IReadOnlyList<Block> blocks)
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
                using (html.Open("p"))
                {
                    text.Write(paragraph.Text);
                }

                break;
            case Caption caption:
                html.Leaf("p", caption.Text, ("class", "caption"));
                break;
            case FactList list:
                Write(list);
                break;
            case DataTable table:
                Write(table);
                break;
            case Signature signature:
                using (html.Open("pre", ("class", "signature")))
                using (html.Open("code"))
                {
                    text.WriteCode(signature.Code, links: true);
                }

                break;
            case Snippet snippet:
                Write(snippet);
                break;
            case PriceChart chart:
                _chart.Write(chart);
                break;
        }
    }

    private void Write(FactList list)
    {
        using (html.Open("dl"))
        {
            foreach (var fact in list.Facts)
            {
                html.Leaf("dt", fact.Label);
                using (html.Open("dd"))
                {
                    text.Write(fact.Value);
                }
            }
        }
    }

    private void Write(Snippet snippet)
    {
        using (html.Open("div", ("class", "snippet")))
        {
            html.Leaf("button", texts.Copy, ("type", "button"), ("class", "copy"), ("data-done", texts.Copied));
            using (html.Open("pre"))
            using (html.Open("code"))
            {
                text.WriteCode(snippet.Code, links: false);
            }
        }
    }

    // On a narrow screen each row becomes a card, which needs the titles of the columns once more.
    private void Write(DataTable table)
    {
        using (html.Open("div", ("class", "wide")))
        using (html.Open("table"))
        {
            using (html.Open("thead"))
            using (html.Open("tr"))
            {
                foreach (var column in table.Columns)
                {
                    html.Leaf("th", column.Title, ("scope", "col"), ("class", ClassOf(column)));
                }
            }

            using (html.Open("tbody"))
            {
                foreach (var row in table.Rows)
                {
                    Write(row, table.Columns);
                }
            }
        }
    }

    private void Write(IReadOnlyList<Inline>[] row, IReadOnlyList<Column> columns)
    {
        using (html.Open("tr"))
        {
            for (var i = 0; i < row.Length; i++)
            {
                using (html.Open("td", ("data-label", row[i].Count > 0 ? columns[i].Title : null), ("class", ClassOf(columns[i]))))
                {
                    text.Write(row[i]);
                }
            }
        }
    }

    private static string? ClassOf(Column column) => column.Kind switch
    {
        ColumnKind.Name => "name",
        ColumnKind.Short => "short",
        ColumnKind.Number => "number",
        _ => null,
    };
}
