using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Tests.Text;

public sealed class DuplicateKeyTests
{
    [Theory]
    [InlineData("t.json", "{\"a\": 1,\n \"b\": 2,\n \"\\u0061\": 3}", 2, 1)]
    [InlineData("t.yaml", "a: 1\nb: 2\n'a': 3", 2, 0)]
    [InlineData("t.yaml", "{a: 1, b: 2, a: 3}", 0, 13)]
    public void Key_StandsTwice_LastIsKeptAndWarned(string path, string text, int line, int column)
    {
        var document = SpecReader.Read(path, text, TestContext.Current.CancellationToken);

        var warning = Assert.Single(document.Diagnostics);
        Assert.Equal(("HSAI1002", SpecSeverity.Warning, new SourcePosition(line, column)), (warning.Id, warning.Severity, warning.Start));
        Assert.Contains("on line 1", warning.Message, StringComparison.Ordinal);
        Assert.Equal("""{"b":2,"a":3}""", NodeText.Of(document.Root));
    }

    [Fact]
    public void Key_StandsThrice_EachLaterOneIsWarned()
    {
        var document = SpecReader.Read("t.yaml", "a: 1\na: 2\na: 3", TestContext.Current.CancellationToken);

        Assert.Equal([1, 2], document.Diagnostics.Select(d => d.Start.Line));
        Assert.Equal("""{"a":3}""", NodeText.Of(document.Root));
    }

    [Fact]
    public void Keys_InNestedMappings_AreNoDuplicates() =>
        Assert.Equal("""{"a":{"a":{"b":1},"b":2},"b":3}""", NodeText.Of("""{"a":{"a":{"b":1},"b":2},"b":3}""", "t.json"));

    [Fact]
    public void Duplicates_OfInnerAndOuterMapping_ComeInOrderOfText()
    {
        var document = SpecReader.Read("t.yaml", "a: 1\na: 2\nx:\n  b: 1\n  b: 2\nx: 3", TestContext.Current.CancellationToken);

        Assert.Equal([1, 4, 5], document.Diagnostics.Select(d => d.Start.Line));
    }

    [Fact]
    public void Duplicates_BeyondAThousand_AreNotListed()
    {
        var text = string.Concat(Enumerable.Repeat("a: 1\n", 5000));

        var document = SpecReader.Read("t.yaml", text, TestContext.Current.CancellationToken);

        Assert.Equal(1001, document.Diagnostics.Count);
        Assert.Contains("not listed", document.Diagnostics[^1].Message, StringComparison.Ordinal);
    }
}
