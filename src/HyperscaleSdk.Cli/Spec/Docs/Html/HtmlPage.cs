using System.Text;
using HyperscaleSdk.Cli.Spec.Docs.Content;

namespace HyperscaleSdk.Cli.Spec.Docs.Html;

/// <summary>Writes the page as one HTML file that needs nothing else and asks nobody for anything.</summary>
internal sealed class HtmlPage
{
    private readonly StringBuilder _output = new();
    private readonly DocsPage _page;
    private readonly HtmlWriter _html;
    private readonly HtmlText _text;
    private readonly HtmlBlocks _blocks;

    private HtmlPage(DocsPage page)
    {
        _page = page;
        _html = new HtmlWriter(_output);
        _text = new HtmlText(_html, page.Types);
        _blocks = new HtmlBlocks(_html, _text, page.Texts);
    }

    public static string Render(DocsPage page) => new HtmlPage(page).Render();

    private string Render()
    {
        _html.Raw("<!DOCTYPE html>\n");
        using (_html.Open("html", ("lang", _page.Texts.Language)))
        {
            Head();
            using (_html.Open("body", ("id", "top")))
            {
                new HtmlNavigation(_html, _page).Write();
                using (_html.Open("main"))
                {
                    Header();
                    foreach (var section in _page.Sections)
                    {
                        Part(section);
                    }
                }

                using (_html.Open("script"))
                {
                    _html.Raw(HtmlAssets.Script);
                }
            }
        }

        return _output.Append('\n').ToString();
    }

    private void Head()
    {
        using (_html.Open("head"))
        {
            _html.Empty("meta", ("charset", "utf-8"));
            _html.Empty("meta", ("http-equiv", "Content-Security-Policy"), ("content", HtmlAssets.Policy));
            _html.Empty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
            _html.Empty("meta", ("name", "color-scheme"), ("content", "light dark"));
            _html.Empty("meta", ("name", "referrer"), ("content", "no-referrer"));
            _html.Leaf("title", _page.Title);
            using (_html.Open("style"))
            {
                _html.Raw(HtmlAssets.Style);
            }
        }
    }

    private void Header()
    {
        using (_html.Open("header"))
        {
            _html.Leaf("h1", _page.Title);
            if (_page.Subtitle.Count > 0)
            {
                _html.Leaf("p", string.Join(" · ", _page.Subtitle), ("class", "subtitle"));
            }

            _blocks.Write(_page.Introduction);
        }
    }

    private void Part(DocsSection part)
    {
        using (_html.Open("section", ("id", part.Anchor), ("class", "part")))
        {
            Heading("h2", part);
            if (part.Children is [{ Kind: SectionKind.Type }, ..])
            {
                _html.Leaf("button", _page.Texts.ExpandAll, ("type", "button"), ("class", "expand scripted"));
            }

            _blocks.Write(part.Blocks);
            foreach (var child in part.Children)
            {
                Child(child);
            }
        }
    }

    private void Child(DocsSection section)
    {
        if (section.Kind == SectionKind.Type)
        {
            using (_html.Open("details", ("id", section.Anchor), ("class", "type")))
            {
                using (_html.Open("summary"))
                {
                    _text.Write(section.Heading);
                }

                _blocks.Write(section.Blocks);
            }

            return;
        }

        var isGroup = section.Kind == SectionKind.Group;
        using (_html.Open(isGroup ? "section" : "article", ("id", section.Anchor), ("class", isGroup ? "group" : "operation")))
        {
            Heading(isGroup ? "h3" : "h4", section);
            _blocks.Write(section.Blocks);
            foreach (var child in section.Children)
            {
                Child(child);
            }
        }
    }

    private void Heading(string element, DocsSection section)
    {
        using (_html.Open(element))
        {
            if (section.Heading.Count == 0)
            {
                _html.Text(section.Title);
            }

            foreach (var inline in section.Heading)
            {
                _text.Write([inline]);
                _html.Text(" ");
            }

            _html.Leaf("a", "#", ("class", "anchor"), ("href", "#" + section.Anchor), ("aria-label", section.Title));
        }
    }
}
