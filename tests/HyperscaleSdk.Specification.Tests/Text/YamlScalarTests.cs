namespace HyperscaleSdk.Specification.Tests.Text;

public sealed class YamlScalarTests
{
    [Theory]
    [InlineData("a: plain text", """{"a":"plain text"}""")]
    [InlineData("a: plain # comment", """{"a":"plain"}""")]
    [InlineData("a: not#comment", """{"a":"not#comment"}""")]
    [InlineData("a: http://x.kr:80/y", """{"a":"http://x.kr:80/y"}""")]
    [InlineData("a: -1.5 items", """{"a":"-1.5 items"}""")]
    [InlineData("a: -x", """{"a":"-x"}""")]
    [InlineData("a: ?x", """{"a":"?x"}""")]
    [InlineData("a: :x", """{"a":":x"}""")]
    [InlineData("a: one\n  two\n  three", """{"a":"one two three"}""")]
    [InlineData("a: one\n\n  two\n\n\n  three\nb: 1", """{"a":"one\ntwo\n\nthree","b":1}""")]
    [InlineData("a: one  \n  two\t\nb: c", """{"a":"one two","b":"c"}""")]
    [InlineData("a:\n  below", """{"a":"below"}""")]
    [InlineData("just text\nover lines", "\"just text over lines\"")]
    [InlineData("a: x, y [z] {w}", """{"a":"x, y [z] {w}"}""")]
    public void Plain_AsWritten_IsRead(string yaml, string expected) => Assert.Equal(expected, NodeText.Of(yaml));

    [Theory]
    [InlineData("''", "\"\"")]
    [InlineData("'it''s'", "\"it's\"")]
    [InlineData(@"'\n stays'", @"""\\n stays""")]
    [InlineData("'one\n  two\n\n  three'", """
        "one two\nthree"
        """)]
    [InlineData("' keeps  '", "\" keeps  \"")]
    public void SingleQuoted_AsWritten_IsRead(string yaml, string expected) => Assert.Equal(expected, NodeText.Of(yaml));

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"\\0\\a\\b\\t\\n\\v\\f\\r\\e\\\"\\/\\\\\"", "\0\a\b\t\n\v\f\r\u001B\"/\\")]
    [InlineData("\"\\N\\_\\L\\P\\ x\"", "\u0085\u00A0\u2028\u2029 x")]
    [InlineData("\"\\x41\\uAC00\\U0001F600\"", "A가😀")]
    [InlineData("\"\\ud83d\\ude00\"", "😀")]
    [InlineData("\"one\n  two\"", "one two")]
    [InlineData("\"one \\\n  two\"", "one two")]
    [InlineData("\"one\\\n  two\"", "onetwo")]
    [InlineData("\"one\\\n\n  two\"", "one\ntwo")]
    [InlineData("\"one\\n  \n\n\n  two\"", "one\n\n\ntwo")]
    [InlineData("\"tab\\t  \n  x\"", "tab\t x")]
    [InlineData("\"a\r\n  b\"", "a b")]
    [InlineData("\"a # b: c\"", "a # b: c")]
    public void DoubleQuoted_WithEscapesAndFolds_IsDecoded(string yaml, string expected) =>
        Assert.Equal(expected, NodeText.ReadClean(yaml).Root!.AsString());

    [Theory]
    [InlineData("a: |\n  x\n  y\n", "x\ny\n")]
    [InlineData("a: |-\n  x\n  y\n\n", "x\ny")]
    [InlineData("a: |+\n  x\n\n\nb: 1", "x\n\n\n")]
    [InlineData("a: |+\n\nb: 1", "\n")]
    [InlineData("a: |+\n\n  \n\nb: 1", "\n\n\n")]
    [InlineData("a: |\n\n\nb: 1", "")]
    [InlineData("a: |-\n\n\nb: 1", "")]
    [InlineData("a: |\nb: 1", "")]
    [InlineData("a: |", "")]
    [InlineData("a: |\n  x", "x")]
    [InlineData("a: |\n\n  x\n", "\nx\n")]
    [InlineData("a: |\n  x\n\n    y\n  z\n", "x\n\n  y\nz\n")]
    [InlineData("a: |2\n    x\n  y\n", "  x\ny\n")]
    [InlineData("a: |1-\n  x\n", " x")]
    [InlineData("a: |-1\n  x\n", " x")]
    [InlineData("a: | # comment\n  x\n", "x\n")]
    [InlineData("a: |\n  # text\n  x\n# comment\nb: 1", "# text\nx\n")]
    [InlineData("a: |\n  x \n", "x \n")]
    [InlineData("a: |\n\tx: 1", null)]
    [InlineData("a: |\r\n  x\r\n  y\r\n", "x\ny\n")]
    [InlineData("a: |\r  x\r  y\r", "x\ny\n")]
    public void Literal_WithChompingAndIndentation_KeepsLines(string yaml, string? expected)
    {
        var document = HyperscaleSdk.Specification.Text.SpecReader.Read("t.yaml", yaml, TestContext.Current.CancellationToken);

        Assert.Equal(expected is null, document.Diagnostics.Count > 0);
        Assert.Equal(expected ?? string.Empty, document.Root!["a"]?.AsString());
    }

    [Theory]
    [InlineData("a: >\n  x\n  y\n", "x y\n")]
    [InlineData("a: >-\n  x\n  y\n\n", "x y")]
    [InlineData("a: >+\n  x\n  y\n\n", "x y\n\n")]
    [InlineData("a: >\n  x\n\n  y\n", "x\ny\n")]
    [InlineData("a: >\n  x\n\n\n  y\n", "x\n\ny\n")]
    [InlineData("a: >\n  x\n    - deep\n    - er\n  y\n", "x\n  - deep\n  - er\ny\n")]
    [InlineData("a: >\n  x\n\n    deep\n\n  y\n", "x\n\n  deep\n\ny\n")]
    [InlineData("a: >\n\n  x\n  y\n", "\nx y\n")]
    [InlineData("a: >2\n    x\n  y\n", "  x\ny\n")]
    [InlineData("a: >+\n\n\nb: 1", "\n\n")]
    public void Folded_WithChompingAndIndentation_FoldsLines(string yaml, string expected) =>
        Assert.Equal(expected, NodeText.ReadClean(yaml).Root!["a"]!.AsString());

    [Theory]
    [InlineData("null", "null")]
    [InlineData("~", "null")]
    [InlineData("Null", "null")]
    [InlineData("", "null")]
    [InlineData("nULL", "\"nULL\"")]
    [InlineData("true", "true")]
    [InlineData("TRUE", "true")]
    [InlineData("False", "false")]
    [InlineData("yes", "\"yes\"")]
    [InlineData("no", "\"no\"")]
    [InlineData("on", "\"on\"")]
    [InlineData("off", "\"off\"")]
    [InlineData("0", "0")]
    [InlineData("-12", "-12")]
    [InlineData("+12", "+12")]
    [InlineData("0o17", "0o17")]
    [InlineData("0x1F", "0x1F")]
    [InlineData("0x", "\"0x\"")]
    [InlineData("0o8", "\"0o8\"")]
    [InlineData("1.", "1.")]
    [InlineData(".5", ".5")]
    [InlineData("1.e-8", "1.e-8")]
    [InlineData("6.02E+23", "6.02E+23")]
    [InlineData("1e", "\"1e\"")]
    [InlineData("1_000", "\"1_000\"")]
    [InlineData(".inf", ".inf")]
    [InlineData("-.INF", "-.INF")]
    [InlineData(".NaN", ".NaN")]
    [InlineData(".", "\".\"")]
    [InlineData("1.2.3", "\"1.2.3\"")]
    [InlineData("2024-01-31", "\"2024-01-31\"")]
    [InlineData("2024-01-31T10:00:00Z", "\"2024-01-31T10:00:00Z\"")]
    [InlineData("12:30", "\"12:30\"")]
    [InlineData("'12'", "\"12\"")]
    [InlineData("\"true\"", "\"true\"")]
    public void Core_Schema_ResolvesPlainScalarsOnly(string scalar, string expected) =>
        Assert.Equal("{\"a\":" + expected + "}", NodeText.Of("a: " + scalar));

    [Theory]
    [InlineData("!!str 12", "\"12\"")]
    [InlineData("! 12", "\"12\"")]
    [InlineData("!!str", "\"\"")]
    [InlineData("!<tag:yaml.org,2002:str> true", "\"true\"")]
    [InlineData("!!int '12'", "12")]
    [InlineData("!!float \"1.5\"", "1.5")]
    [InlineData("!!bool 'true'", "true")]
    [InlineData("!!null 'null'", "null")]
    [InlineData("!unknown 12", "12")]
    [InlineData("!unknown [1]", "[1]")]
    [InlineData("!!str |\n  x", "\"x\"")]
    public void Tag_OfTheCoreSchema_IsHonoured(string value, string expected) =>
        Assert.Equal("{\"a\":" + expected + "}", NodeText.Of("a: " + value));

    [Fact]
    public void Tag_ThatDoesNotFit_IsTextWithAWarning()
    {
        var document = HyperscaleSdk.Specification.Text.SpecReader.Read("t.yaml", "a: !!int many", TestContext.Current.CancellationToken);

        var warning = Assert.Single(document.Diagnostics);
        Assert.Equal(HyperscaleSdk.Specification.Text.SpecSeverity.Warning, warning.Severity);
        Assert.Equal("many", document.Root!["a"]!.AsString());
    }
}
