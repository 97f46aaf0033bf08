using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Tests.Text;

public sealed class PositionTests
{
    [Theory]
    [InlineData("t.yaml", "a:\n  키: 값 # x\n  d: [1, {e: f}]\n")]
    [InlineData("t.yaml", "a:\r\n  키: 값 # x\r\n  d: [1, {e: f}]\r\n")]
    [InlineData("t.yaml", "a:\r  키: 값 # x\r  d: [1, {e: f}]\r")]
    public void Yaml_KeysAndValues_HaveLineAndColumn(string path, string text)
    {
        var document = NodeText.ReadClean(text, path);
        var a = document.Root!.Members[0];
        var inner = a.Value.Members;

        Assert.Equal(new SourcePosition(0, 0), document.GetPosition(a.NameSpan.Start));
        Assert.Equal(new SourcePosition(1, 2), document.GetPosition(a.Value.Span.Start));
        Assert.Equal(new SourcePosition(2, 16), document.GetPosition(a.Value.Span.End));
        Assert.Equal(("키", new SourcePosition(1, 2)), (Written(document, inner[0].NameSpan), document.GetPosition(inner[0].NameSpan.Start)));
        Assert.Equal(("값", new SourcePosition(1, 5)), (Written(document, inner[0].Value.Span), document.GetPosition(inner[0].Value.Span.Start)));
        Assert.Equal(("[1, {e: f}]", new SourcePosition(2, 5)), (Written(document, inner[1].Value.Span), document.GetPosition(inner[1].Value.Span.Start)));
        Assert.Equal("{e: f}", Written(document, inner[1].Value.Items[1].Span));
        Assert.Equal(a.Value.Span.End, document.Root.Span.End);
    }

    [Fact]
    public void Yaml_Scalars_SpanWhatIsWritten()
    {
        var document = NodeText.ReadClean("""
            p: one
              two # c
            q: "x\ty"
            'r': |
              text

            s: &k [1]
            t: *k
            u:
            v:
            - 1
            """);

        AssertTexts(["one\n  two", "\"x\\ty\"", "|\n  text", "[1]", "[1]", "", "- 1"], document.Root!.Members.Select(m => Written(document, m.Value.Span)));
        AssertTexts(["p", "q", "'r'", "s", "t", "u", "v"], document.Root.Members.Select(m => Written(document, m.NameSpan)));
    }

    [Fact]
    public void Json_KeysAndValues_SpanWhatIsWritten()
    {
        var document = NodeText.ReadClean("\uFEFF{\r\n  \"é\\n\" : [ -1.5 ,\ttrue ],\r\n \"x\":\"\\u0041\" }", "t.json");
        var members = document.Root!.Members;

        AssertTexts(["\"é\\n\"", "\"x\""], members.Select(m => Written(document, m.NameSpan)));
        AssertTexts(["[ -1.5 ,\ttrue ]", "\"\\u0041\""], members.Select(m => Written(document, m.Value.Span)));
        AssertTexts(["-1.5", "true"], members[0].Value.Items.Select(i => Written(document, i.Span)));
        Assert.Equal(new SourcePosition(2, 5), document.GetPosition(members[1].Value.Span.Start));
        Assert.Equal(new SourcePosition(0, 1), document.GetPosition(document.Root.Span.Start));
    }

    [Fact]
    public void GetPosition_AtTheEdges_IsWithinTheText()
    {
        var document = SpecReader.Read("t.yaml", "a: 1\r\n\r\nb: 2\r", TestContext.Current.CancellationToken);

        Assert.Equal(new SourcePosition(0, 0), document.GetPosition(0));
        Assert.Equal(new SourcePosition(0, 5), document.GetPosition(5));
        Assert.Equal(new SourcePosition(1, 0), document.GetPosition(6));
        Assert.Equal(new SourcePosition(2, 0), document.GetPosition(8));
        Assert.Equal(new SourcePosition(3, 0), document.GetPosition(13));
        Assert.Throws<ArgumentOutOfRangeException>(() => document.GetPosition(14));
        Assert.Throws<ArgumentOutOfRangeException>(() => document.GetPosition(-1));
    }

    [Fact]
    public void Report_OfASpan_FillsPositionsAndIsEqualByValue()
    {
        var document = NodeText.ReadClean("a: 1\nbc: 2");

        var first = document.Report("HSAI1100", SpecSeverity.Info, new SourceSpan(5, 2), "text", "글");
        var second = document.Report("HSAI1100", SpecSeverity.Info, new SourceSpan(5, 2), "text", "글");

        Assert.Equal(first, second);
        Assert.Equal(("test.yaml", new SourcePosition(1, 0), new SourcePosition(1, 2)), (first.Path, first.Start, first.End));
        Assert.Equal(new SourceSpan(10, 0), document.Report("HSAI1100", SpecSeverity.Info, new SourceSpan(90, 5), "text", "글").Span);
        Assert.Empty(document.Diagnostics);
    }

    private static string Written(SourceDocument document, SourceSpan span) => document.Text.Substring(span.Start, span.Length);

    private static void AssertTexts(string[] expected, IEnumerable<string> actual) => Assert.Equal(expected, actual, StringComparer.Ordinal);
}
