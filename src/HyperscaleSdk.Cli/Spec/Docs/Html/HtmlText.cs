using HyperscaleSdk.Cli.Spec.Docs.Content;

namespace HyperscaleSdk.Cli.Spec.Docs.Html;

/// <summary>Writes running text and code.</summary>
internal sealed class HtmlText(HtmlWriter html, IReadOnlyDictionary<string, string> types)
{
    private const int LongestWholeName = 48;

    public void Write(IReadOnlyList<Inline> inlines)
    {
        foreach (var inline in inlines)
        {
            Write(inline);
        }
    }

    /// <summary>Writes C# in colours.</summary>
    /// <param name="code">The code.</param>
    /// <param name="links">Whether the names of documented types lead to them.</param>
    public void WriteCode(string code, bool links)
    {
        foreach (var (kind, text) in CSharpTokens.Of(code))
        {
            if (links && kind == CSharpTokenKind.Name && types.TryGetValue(text, out var anchor))
            {
                html.Leaf("a", text, ("href", "#" + anchor));
            }
            else if (ClassOf(kind) is { } style)
            {
                html.Leaf("span", text, ("class", style));
            }
            else
            {
                html.Text(text);
            }
        }
    }

    private void Write(Inline inline)
    {
        switch (inline)
        {
            case TextRun run:
                html.Text(run.Text);
                break;
            case StrongRun run:
                html.Leaf("strong", run.Text);
                break;
            case MutedRun run:
                html.Leaf("span", run.Text, ("class", "muted"));
                break;
            case CodeRun run:
                html.Leaf("code", run.Text, ("class", ClassOf(run.Text)));
                break;
            case CSharpRun run:
                using (html.Open("code", ("class", ClassOf(run.Text))))
                {
                    WriteCode(run.Text, links: true);
                }

                break;
            case SectionLink link:
                html.Leaf("a", link.Text, ("href", "#" + link.Anchor));
                break;
            case WebLink link:
                html.Leaf("a", link.Text, ("href", link.Address.AbsoluteUri), ("rel", "noopener noreferrer"));
                break;
            case Badge badge:
                html.Leaf("span", badge.Text, ("class", "badge " + badge.Kind));
                break;
        }
    }

    // A long name may break anywhere, or it would push everything else off the page.
    private static string? ClassOf(string name) => name.Length > LongestWholeName ? "long" : null;

    private static string? ClassOf(CSharpTokenKind kind) => kind switch
    {
        CSharpTokenKind.Keyword => "k",
        CSharpTokenKind.Literal => "s",
        CSharpTokenKind.Comment => "c",
        CSharpTokenKind.Method => "m",
        _ => null,
    };
}
