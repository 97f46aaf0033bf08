using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace HyperscaleSdk.Cli.Tests.Support;

/// <summary>A page that <c>spec docs</c> wrote, read by a strict reader: what is not well-formed fails here.</summary>
internal sealed class DocsHtml
{
    // Everything that the page is made of. None of it loads, sends, embeds or runs anything but the one script.
    private static readonly HashSet<string> Elements =
    [
        "html", "head", "meta", "title", "style", "body", "input", "label", "nav", "a", "ul", "li", "details", "summary", "span", "main", "header", "h1", "h2", "h3", "h4", "p", "strong", "code",
        "section", "article", "dl", "dt", "dd", "div", "button", "pre", "table", "thead", "tbody", "tr", "th", "td", "svg", "text", "rect", "script",
    ];

    private static readonly HashSet<string> Attributes =
    [
        "lang", "charset", "http-equiv", "content", "name", "id", "class", "type", "href", "rel", "title", "aria-label", "for", "placeholder", "autocomplete", "data-find", "data-done", "data-label",
        "open", "scope", "xmlns", "width", "height", "role", "x", "y", "dx", "rx",
    ];

    private readonly XDocument _document;

    public DocsHtml(string text)
    {
        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"", text, StringComparison.Ordinal);
        using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        _document = XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    public string Language => (string)_document.Root!.Attribute("lang")!;

    /// <summary>The text that a reader sees.</summary>
    public string Text => string.Concat(All("body").Single().DescendantNodes().OfType<XText>().Where(text => text.Parent!.Name.LocalName != "script").Select(text => text.Value));

    public IEnumerable<string> Snippets => All("div").Where(element => HasClass(element, "snippet")).Select(element => element.Descendants("code").Single().Value);

    /// <summary>The declarations that the operations show.</summary>
    public IEnumerable<string> Signatures => All("pre").Where(element => HasClass(element, "signature")).Select(element => element.Value);

    public IEnumerable<XElement> All(string name) => _document.Descendants().Where(element => element.Name.LocalName == name);

    public XElement Section(string id) => _document.Descendants().Single(element => (string?)element.Attribute("id") == id);

    /// <summary>Fails when the page has anything but its own elements, a link that leads nowhere, an operation without a call, or a policy that does not fit.</summary>
    public DocsHtml ShouldBeSafe()
    {
        Assert.Empty(_document.Descendants().Select(element => element.Name.LocalName).Where(name => !Elements.Contains(name)).Distinct(StringComparer.Ordinal));
        Assert.Empty(_document.Descendants().Attributes().Select(attribute => attribute.Name.LocalName).Where(name => !Attributes.Contains(name)).Distinct(StringComparer.Ordinal));

        var ids = _document.Descendants().Attributes("id").Select(id => id.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        var known = ids.ToHashSet(StringComparer.Ordinal);
        foreach (var href in _document.Descendants().Attributes("href"))
        {
            Assert.Equal("a", href.Parent!.Name.LocalName);
            if (href.Value.StartsWith('#'))
            {
                Assert.Contains(href.Value[1..], known);
            }
            else
            {
                Assert.Matches("^https?://", href.Value);
                Assert.Equal("noopener noreferrer", (string?)href.Parent.Attribute("rel"));
            }
        }

        Assert.All(All("article"), operation => Assert.True(operation.Descendants().Any(element => HasClass(element, "signature")) && operation.Descendants().Any(element => HasClass(element, "snippet")), (string)operation.Attribute("id")!));
        var policy = All("meta").Single(meta => (string?)meta.Attribute("http-equiv") == "Content-Security-Policy").Attribute("content")!.Value;
        Assert.Equal($"default-src 'none'; style-src '{Hash(All("style").Single().Value)}'; script-src '{Hash(All("script").Single().Value)}'; base-uri 'none'; form-action 'none'", policy);
        return this;
    }

    private static bool HasClass(XElement element, string name) => ((string?)element.Attribute("class"))?.Split(' ').Contains(name, StringComparer.Ordinal) == true;

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
