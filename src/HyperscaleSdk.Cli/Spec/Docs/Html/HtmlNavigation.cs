using HyperscaleSdk.Cli.Spec.Docs.Building;
using HyperscaleSdk.Cli.Spec.Docs.Content;

namespace HyperscaleSdk.Cli.Spec.Docs.Html;

/// <summary>Writes the list of sections beside the page.</summary>
internal sealed class HtmlNavigation(HtmlWriter html, DocsPage page)
{
    // Longer lists begin folded, or nobody would see what comes after them.
    private const int LongestOpenList = 40;

    public void Write()
    {
        // A check box opens and closes the list on a narrow screen, without a script.
        html.Empty("input", ("type", "checkbox"), ("id", "menu"), ("aria-label", page.Texts.Menu));
        html.Leaf("label", page.Texts.Menu, ("for", "menu"), ("class", "menu"));
        using (html.Open("nav", ("aria-label", page.Texts.Contents)))
        {
            html.Leaf("a", page.Title, ("class", "home"), ("href", "#top"));
            html.Empty("input", ("type", "search"), ("id", "filter"), ("class", "scripted"), ("placeholder", page.Texts.Filter), ("aria-label", page.Texts.Filter), ("autocomplete", "off"));
            using (html.Open("ul"))
            {
                foreach (var part in page.Sections)
                {
                    // The groups of a part are opened together or not at all.
                    Write(part, part.Children.Sum(child => Math.Max(1, child.Children.Count)) <= LongestOpenList);
                }
            }
        }
    }

    private void Write(DocsSection section, bool areListsOpen)
    {
        using (html.Open("li", ("data-find", section.Children.Count == 0 ? $"{section.Title} {section.Hint}".ToLowerInvariant() : null)))
        {
            if (section.Children.Count == 0)
            {
                Link(section);
            }
            else
            {
                Fold(section, areListsOpen);
            }
        }
    }

    private void Fold(DocsSection section, bool areListsOpen)
    {
        var isList = section.Children[0].Children.Count == 0;
        using (html.Open("details", ("open", isList && !areListsOpen ? null : "open")))
        {
            using (html.Open("summary"))
            {
                Link(section);
                if (isList)
                {
                    html.Leaf("span", Numbers.Text(section.Children.Count), ("class", "count"));
                }
            }

            using (html.Open("ul"))
            {
                foreach (var child in section.Children)
                {
                    Write(child, areListsOpen);
                }
            }
        }
    }

    private void Link(DocsSection section)
    {
        using (html.Open("a", ("href", "#" + section.Anchor), ("title", section.Hint.Length > 0 ? section.Hint : null)))
        {
            if (section.Mark is { } mark)
            {
                html.Leaf("span", mark.Text, ("class", "badge " + mark.Kind));
            }

            html.Text(section.Title);
        }
    }
}
