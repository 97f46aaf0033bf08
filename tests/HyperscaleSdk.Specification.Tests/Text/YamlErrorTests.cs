using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Tests.Text;

public sealed class YamlErrorTests
{
    [Theory]
    [InlineData("a: 1\nb: 2\n  c: 3", 2, 3, "': ' cannot stand here", """{"a":1,"b":"2 c"}""")]
    [InlineData("a:\n    b: 1\n  c: 2", 2, 2, "indented by 2 spaces, but the entries that it follows stand at 0", """{"a":{"b":1}}""")]
    [InlineData("a: b: c", 0, 4, "does not start on the line of its key", "{}")]
    [InlineData("a: - b", 0, 3, "sequence does not start on the line of its key", "{}")]
    [InlineData("a: 1\nb 2\nc: 3", 1, 3, "Expected ': ' after the key 'b 2'", """{"a":1}""")]
    [InlineData("a: 1\n\tb: 2", 1, 2, "': ' cannot stand here", """{"a":"1 b"}""")]
    [InlineData("a:\n\tb: 2", 1, 0, "not indented by tabs", "{}")]
    [InlineData("a: 'open\nb: 2", 0, 3, "never closed", "{}")]
    [InlineData("a: \"x\" y", 0, 7, "Expected the end of the line after a value", """{"a":"x"}""")]
    [InlineData("a: \"\\q\"", 0, 5, "found 'q'", "{}")]
    [InlineData("a: \"\\x4\"", 0, 4, "2 hexadecimal digits", "{}")]
    [InlineData("a: \"\\UFFFFFFFF\"", 0, 4, "8 hexadecimal digits", "{}")]
    [InlineData("a: @x", 0, 3, "cannot begin text without quotes", "{}")]
    [InlineData("a: %x", 0, 3, "cannot begin text without quotes", "{}")]
    [InlineData("a: |x\n  y", 0, 4, "Expected '+', '-'", "{}")]
    [InlineData("a: [1, 2\nb: 3", 1, 1, "Expected ',' or ']'", """{"a":[1,"2 b"]}""")]
    [InlineData("a: [1, 2", 0, 8, "starts on line 1 and is not closed", """{"a":[1,2]}""")]
    [InlineData("a: {b: 1]", 0, 8, "Expected ',' or '}'", """{"a":{"b":1}}""")]
    [InlineData("a: [,]", 0, 4, "Expected an entry or ']'", """{"a":[]}""")]
    [InlineData("a: [1]]", 0, 6, "Expected the end of the line", """{"a":[1]}""")]
    [InlineData("- a\nb: 1", 1, 0, "Expected the end of the document", """["a"]""")]
    [InlineData("a: 1\n- b", 1, 0, "Expected a key, found '- '", """{"a":1}""")]
    [InlineData("\"a\":1\nb: 2", 0, 3, "Expected the end of the document", "\"a\"")]
    [InlineData("x: 1\n\"a\":1", 1, 3, "Expected a space after the ':'", """{"x":1}""")]
    [InlineData("a: *nowhere", 0, 3, "no anchor '&nowhere'", """{"a":null}""")]
    [InlineData("a: &x [*x]", 0, 7, "cannot contain itself", """{"a":[null]}""")]
    [InlineData("a: &x &y 1", 0, 6, "one anchor at most", "{}")]
    [InlineData("a: & 1", 0, 4, "Expected the name of an anchor", "{}")]
    [InlineData("%YAML 1.2\na: 1", 1, 0, "Expected '---'", "nothing")]
    [InlineData("x: 1\n'a\n b': 2", 2, 3, "A key stands on one line", """{"x":1}""")]
    [InlineData("a: [- b]", 0, 4, "cannot begin text without quotes", """{"a":[]}""")]
    [InlineData("a: \"x\"#y", 0, 6, "space before the '#'", """{"a":"x"}""")]
    [InlineData("", 0, 0, "nothing but white space", "nothing")]
    [InlineData(" \n# x\n", 2, 0, "nothing but white space", "nothing")]
    public void Broken_Text_IsReportedOnceWithItsPlace(string yaml, int line, int column, string message, string partial)
    {
        var document = SpecReader.Read("t.yaml", yaml, TestContext.Current.CancellationToken);

        var error = Assert.Single(document.Diagnostics);
        Assert.Equal(("HSAI1001", SpecSeverity.Error, new SourcePosition(line, column)), (error.Id, error.Severity, error.Start));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        KoreanText.Verify(error);
        Assert.Equal(partial, NodeText.Of(document.Root));
    }
}
