using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Tests.Text;

public sealed class SpecReaderTests
{
    [Theory]
    [InlineData("{a: 1, b: [x]}", "t.yaml")]
    [InlineData("{'a': 1, \"b\": ['x']} # comment", "t.spec")]
    [InlineData("{\"a\": 1, \"b\": [\"x\"]}", "t.yaml")]
    [InlineData("a: 1\nb: [x]", "t.json")]
    public void Format_IsFoundByTheText(string text, string path) =>
        Assert.Equal("""{"a":1,"b":["x"]}""", NodeText.Of(text, path));

    [Fact]
    public void Format_OfAJsonFileThatIsOnlyYaml_IsWarned()
    {
        var document = SpecReader.Read("t.json", "{\"a\": 1, b: 2}", TestContext.Current.CancellationToken);

        var warning = Assert.Single(document.Diagnostics);
        Assert.Equal(("HSAI1001", SpecSeverity.Warning, new SourcePosition(0, 9)), (warning.Id, warning.Severity, warning.Start));
        Assert.Contains("not JSON", warning.Message, StringComparison.Ordinal);
        Assert.Equal("""{"a":1,"b":2}""", NodeText.Of(document.Root));
    }

    [Theory]
    [InlineData("t.json", 8)]
    [InlineData("t.spec", 8)]
    [InlineData("t.yaml", 15)]
    [InlineData("t.YML", 15)]
    public void Format_OfTextThatIsNeither_FollowsTheExtension(string path, int column)
    {
        var document = SpecReader.Read(path, "{\"a\": 1 x, \"b\" 2", TestContext.Current.CancellationToken);

        Assert.Equal(column, Assert.Single(document.Diagnostics).Start.Column);
    }

    [Fact]
    public void Read_OfNull_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => SpecReader.Read(null!, "a", TestContext.Current.CancellationToken));
        Assert.Throws<ArgumentNullException>(() => SpecReader.Read("a", null!, TestContext.Current.CancellationToken));
    }
}
