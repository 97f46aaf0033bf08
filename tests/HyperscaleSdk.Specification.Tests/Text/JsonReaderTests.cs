using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Tests.Text;

public sealed class JsonReaderTests
{
    [Theory]
    [InlineData("{}", "{}")]
    [InlineData("[]", "[]")]
    [InlineData(" [ 1 , -0.5e+3 , true , false , null , \"x\" ] ", """[1,-0.5e+3,true,false,null,"x"]""")]
    [InlineData("""{"a":{"b":[{"c":{}}]}}""", """{"a":{"b":[{"c":{}}]}}""")]
    [InlineData("""{"a\u0062":"\u0041\"\\\/\b\f\n\r\t"}""", """{"ab":"A\"\\/\b\f\n\r\t"}""")]
    [InlineData("""["\ud83d\ude00 가나다 😀"]""", """["😀 가나다 😀"]""")]
    [InlineData("\uFEFF{\"a\":1}", """{"a":1}""")]
    [InlineData("{\r\n\t\"a\" :\r1\n}\n", """{"a":1}""")]
    public void Strict_Text_IsReadWithoutDiagnostics(string json, string expected) =>
        Assert.Equal(expected, NodeText.Of(json, "t.json"));

    [Theory]
    [InlineData("[1,2,]", "[1,2]", 0, 4, "comma")]
    [InlineData("{\"a\":1,\n}", """{"a":1}""", 0, 6, "comma")]
    [InlineData("// head\n[1]", "[1]", 0, 0, "comments")]
    [InlineData("[1 /* one\n */ ]", "[1]", 0, 3, "comments")]
    [InlineData("[\"a\tb\"]", """["a\tb"]""", 0, 3, "a tab")]
    [InlineData("[\"\\\\a\nb\"]", """["\\a\nb"]""", 0, 5, "end of the line")]
    public void Tolerated_Text_IsReadWithOneWarning(string json, string expected, int line, int column, string message)
    {
        var document = SpecReader.Read("t.json", json, TestContext.Current.CancellationToken);

        var warning = Assert.Single(document.Diagnostics);
        Assert.Equal(("HSAI1001", SpecSeverity.Warning, new SourcePosition(line, column)), (warning.Id, warning.Severity, warning.Start));
        Assert.Contains(message, warning.Message, StringComparison.Ordinal);
        KoreanText.Verify(warning);
        Assert.Equal(expected, NodeText.Of(document.Root));
    }

    [Theory]
    [InlineData("{\"a\": 1, \"b\": \"open", 0, 14, "never closed", """{"a":1}""")]
    [InlineData("{\"a\": 1, \"b\" 2}", 0, 13, "Expected ':' after the name 'b', found '2'", """{"a":1}""")]
    [InlineData("{\"a\": 1\n \"b\": 2}", 1, 1, "Expected ',' or '}'", """{"a":1}""")]
    [InlineData("{\"a\": [1, 2", 0, 11, "starts on line 1 and is not closed", """{"a":[1,2]}""")]
    [InlineData("[\"1\" \"2\"]", 0, 5, "Expected ',' or ']'", "[\"1\"]")]
    [InlineData("{\"a\": \"\\u12x\", \"b\": 1", 0, 7, "four hexadecimal digits", "{}")]
    [InlineData("[\"x\\q\"", 0, 4, "found 'q'", "[]")]
    [InlineData("[1] x", 0, 4, "Expected the end of the document", "[1]")]
    [InlineData("{\"a\": }}", 0, 6, "Expected a value", "{}")]
    [InlineData("[01 2", 0, 2, "leading zero", "[]")]
    [InlineData("[1. 2", 0, 3, "digit after '.'", "[]")]
    [InlineData("[-]]", 0, 2, "digit after '-'", "[]")]
    [InlineData("[1e] ]", 0, 3, "exponent", "[]")]
    [InlineData("[True 'x'", 0, 1, "lower case", "[]")]
    [InlineData("[1, 2 /* x", 0, 6, "comment that starts here is never closed", "[1,2]")]
    [InlineData("{\"a\": 1,, \"b\": 2}", 0, 8, "name in double quotes", """{"a":1}""")]
    [InlineData("[1\n", 1, 0, "found the end of the document", "[1]")]
    public void Broken_Text_IsReportedOnceWithItsPlace(string json, int line, int column, string message, string partial)
    {
        var document = SpecReader.Read("t.json", json, TestContext.Current.CancellationToken);

        var error = Assert.Single(document.Diagnostics);
        Assert.Equal(("HSAI1001", SpecSeverity.Error, new SourcePosition(line, column)), (error.Id, error.Severity, error.Start));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        KoreanText.Verify(error);
        Assert.Equal(partial, NodeText.Of(document.Root));
    }
}
