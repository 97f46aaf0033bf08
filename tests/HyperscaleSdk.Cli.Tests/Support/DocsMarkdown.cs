using System.Text;
using System.Text.RegularExpressions;

namespace HyperscaleSdk.Cli.Tests.Support;

/// <summary>A page that <c>spec docs</c> wrote as Markdown, taken apart far enough to see which marks are left in it.</summary>
internal sealed partial class DocsMarkdown
{
    private readonly List<string> _lines = [];

    public DocsMarkdown(string text)
    {
        Assert.DoesNotContain('\r', text);
        StringBuilder? fenced = null;
        var fence = "";
        foreach (var line in text.Split('\n'))
        {
            if (fenced is null && line.StartsWith("```", StringComparison.Ordinal))
            {
                fence = line[..(line.Length - line.TrimStart('`').Length)];
                Assert.Equal(fence + "csharp", line);
                fenced = new StringBuilder();
            }
            else if (fenced is not null && string.Equals(line, fence, StringComparison.Ordinal))
            {
                Code.Add(fenced.ToString());
                fenced = null;
            }
            else if (fenced is not null)
            {
                fenced.Append(line).Append('\n');
            }
            else
            {
                _lines.Add(line);
            }
        }

        Assert.Null(fenced);
    }

    /// <summary>What stands in fences.</summary>
    public List<string> Code { get; } = [];

    /// <summary>The lines outside of fences.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>Fails when text of the document became HTML, a heading, a cell or a link of its own.</summary>
    /// <param name="headings">The headings of a page whose headings have no anchors; null for one that has them.</param>
    public DocsMarkdown ShouldBeSafe(IReadOnlyList<string>? headings = null)
    {
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        var targets = new List<string>();
        var cells = 0;
        for (var i = 0; i < _lines.Count; i++)
        {
            var line = _lines[i];
            if (Anchor().Match(line) is { Success: true } anchor)
            {
                Assert.True(anchors.Add(anchor.Groups["id"].Value), line);
                Assert.StartsWith("#", _lines[i + 2], StringComparison.Ordinal);
                continue;
            }

            Assert.True(!line.StartsWith('#') || i == 0 || (headings is null ? Anchor().IsMatch(_lines[i - 2]) : headings.Contains(line, StringComparer.Ordinal)), line);
            var bare = WithoutCode(line);
            targets.AddRange(Links().Matches(bare).Select(link => link.Groups["target"].Value));
            bare = Links().Replace(bare, "");
            Assert.DoesNotContain('<', bare);
            Assert.DoesNotContain('>', bare);
            Assert.DoesNotContain("://", bare, StringComparison.Ordinal);
            Assert.DoesNotContain("](", Masked().Replace(bare, ""), StringComparison.Ordinal);
            var bars = Masked().Replace(bare, "").Count(c => c == '|');
            if (bars > 0)
            {
                Assert.True(line.StartsWith("| ", StringComparison.Ordinal), line);
                Assert.True(cells == 0 || cells == bars, line);
            }

            cells = bars;
        }

        Assert.All(targets, target => Assert.True(target[0] == '#' ? anchors.Contains(target[1..]) : target.StartsWith("<https://", StringComparison.Ordinal) || target.StartsWith("<http://", StringComparison.Ordinal), target));
        return this;
    }

    /// <summary>Takes out code between rows of backticks of one length, which no mark is read in.</summary>
    private static string WithoutCode(string line)
    {
        var text = new StringBuilder();
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '\\')
            {
                text.Append(line, i, Math.Min(2, line.Length - i));
                i++;
            }
            else if (line[i] == '`')
            {
                var run = line.AsSpan(i).IndexOfAnyExcept('`') is var length and >= 0 ? length : line.Length - i;
                var end = EndOfCode(line, i + run, run);
                Assert.True(end > 0, line);

                // A bar ends a cell even within code.
                Assert.DoesNotContain('|', line[i..end]);
                i = end - 1;
            }
            else
            {
                text.Append(line[i]);
            }
        }

        return text.ToString();
    }

    private static int EndOfCode(string line, int start, int run)
    {
        for (var i = start; i < line.Length; i++)
        {
            if (line[i] == '`')
            {
                var length = line.AsSpan(i).IndexOfAnyExcept('`') is var count and >= 0 ? count : line.Length - i;
                if (length == run)
                {
                    return i + run;
                }

                i += length - 1;
            }
        }

        return -1;
    }

    [GeneratedRegex("^<a id=\"(?<id>[^\"<>]+)\"></a>$", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Anchor();

    [GeneratedRegex(@"(?<!\\)\[(?:[^\[\]\\]|\\.)*\]\((?<target>#[^\s()<>]+|<[^<>\s]*>)\)", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Links();

    [GeneratedRegex(@"\\.", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Masked();
}
