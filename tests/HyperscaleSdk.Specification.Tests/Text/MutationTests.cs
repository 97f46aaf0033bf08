using System.Text.Json;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Tests.Text;

/// <summary>Whatever stands in a text: a reader ends, does not throw, and tells places that exist.</summary>
public sealed class MutationTests
{
    private const int Rounds = 4000;

    private static readonly string[] Seeds =
    [
        """{"openapi":"3.1.0","info":{"title":"가나","version":"1\u0041"},"paths":{"/a":{"get":{"x":[1,-2.5e3,true,null]}}}}""",
        "openapi: 3.1.0\ninfo:\n  title: \"가\\u0041\\n나\"\n  description: |+\n    text\n      more\n\n\npaths:\n  /a/{id}:\n    get:\n      tags: [a, {b: c}, 'd''e']\n",
        "base: &b\n  x: 1\n  y: [*b2, 2]\nz:\n  <<: *b\n  ? complex\n  : - a\n    - b: c\n      d: >-\n        folded\n        text\n---\nsecond: 1\n",
        "- - a\n  - !!str 1\n- &k key: 'v'\n- \"multi\n  line \\\n  x\"\n- plain\n  text # c\n- {? a : b, \"c\":d, e}\n- |2-\n    x\n...\n",
    ];

    private static readonly string[] Insertions =
    [
        "\n", "\r", "\r\n", "\t", " ", "  ", ":", ": ", "- ", "? ", "#", " #", "[", "]", "{", "}", ",", "\"", "'", "\\", "&a ", "*a", "!", "!!int ", "|", ">", "|+\n", "%", "@", "`",
        "---\n", "...\n", "<<: ", "\0", "\uFEFF", "\uD800", "\uDC00", "\u2028", "/*", "*/", "//", "0x", "1.e-8", "~", "\\u12", "가", "\n\n\n", "\n  ", "\n    - ", "|9", "!<",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(20261122)]
    [InlineData(777)]
    public void Reading_OfMutatedText_EndsAndTellsPlacesThatExist(int seed)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            var text = Seeds[random.Next(Seeds.Length)];
            for (var i = random.Next(1, 6); i > 0; i--)
            {
                text = Mutate(text, random);
            }

            Verify(SpecReader.Read("t.yaml", text, limit.Token), text);
            var yaml = new ReadSession("t.yaml", text, limit.Token);
            Verify(yaml.Finish(new YamlReader(yaml).ReadDocument()), text);
            var json = new ReadSession("t.json", text, limit.Token);
            Verify(json.Finish(new JsonReader(json).ReadDocument()), text);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(19460815)]
    public void Reading_OfMutatedJson_JudgesAsSystemTextJsonDoes(int seed)
    {
        var random = new Random(seed);
        var accepted = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var text = Seeds[0];
            for (var i = random.Next(1, 3); i > 0; i--)
            {
                text = Mutate(text, random);
            }

            text = text.Replace("\uFEFF", string.Empty, StringComparison.Ordinal).Replace('\uD800', ' ').Replace('\uDC00', ' ');
            var session = new ReadSession("t.json", text, TestContext.Current.CancellationToken);
            var document = session.Finish(new JsonReader(session).ReadDocument());
            var isStrict = document.Diagnostics.All(d => string.Equals(d.Id, "HSAI1002", StringComparison.Ordinal));

            using var expected = TryParse(text);

            Assert.True(isStrict == expected is not null, text);
            if (expected is not null)
            {
                accepted++;
                JsonTree.AssertSame(expected.RootElement, document.Root!, text);
            }
        }

        Assert.InRange(accepted, Rounds / 20, Rounds - (Rounds / 20));
    }

    private static JsonDocument? TryParse(string text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Mutate(string text, Random random)
    {
        var at = random.Next(text.Length + 1);
        var length = random.Next(Math.Min(12, text.Length - at) + 1);
        return random.Next(6) switch
        {
            0 => text.Remove(at, length),
            1 => text[..at],
            2 => text.Insert(random.Next(text.Length + 1), text.Substring(at, length)),
            3 => text.Remove(at, length).Insert(Math.Min(at, text.Length - length), Insertions[random.Next(Insertions.Length)]),
            _ => text.Insert(at, Insertions[random.Next(Insertions.Length)]),
        };
    }

    private static void Verify(SourceDocument document, string text)
    {
        foreach (var diagnostic in document.Diagnostics)
        {
            Assert.True(diagnostic.Span.Start >= 0 && diagnostic.Span.End <= text.Length, text);
            Assert.Equal(document.GetPosition(diagnostic.Span.Start), diagnostic.Start);
            Assert.NotEmpty(diagnostic.Message);
            KoreanText.VerifySentence(diagnostic);
        }

        Assert.True(document.Root is not null || document.Diagnostics.Count > 0, text);
        if (document.Root is not null)
        {
            Verify(document.Root, text, 0);
        }
    }

    private static void Verify(SpecNode node, string text, int depth)
    {
        Assert.True(depth <= 256, text);
        Assert.True(node.Span.Start >= 0 && node.Span.Length >= 0 && node.Span.End <= text.Length, text);
        Assert.Equal(node.Members.Count, node.Members.Select(m => m.Name).Distinct(StringComparer.Ordinal).Count());
        foreach (var member in node.Members)
        {
            Assert.True(member.NameSpan.Start >= 0 && member.NameSpan.Length >= 0 && member.NameSpan.End <= text.Length, text);
            Assert.Same(member.Value, node[member.Name]);
            Verify(member.Value, text, depth + 1);
        }

        foreach (var item in node.Items)
        {
            Verify(item, text, depth + 1);
        }
    }
}
