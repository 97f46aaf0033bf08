using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Tests.Text;

public sealed class YamlStructureTests
{
    [Theory]
    [InlineData("a: 1\nb:\n  c: 2\n  d: 3\ne: 4", """{"a":1,"b":{"c":2,"d":3},"e":4}""")]
    [InlineData("a:\n- 1\n- 2\nb: 3", """{"a":[1,2],"b":3}""")]
    [InlineData("a:\n  - 1\n  - 2\nb: 3", """{"a":[1,2],"b":3}""")]
    [InlineData("- a: 1\n  b: 2\n- c: 3", """[{"a":1,"b":2},{"c":3}]""")]
    [InlineData("- - 1\n  - 2\n- - 3", "[[1,2],[3]]")]
    [InlineData("-\n  a: 1\n-\n  - 2\n-", """[{"a":1},[2],null]""")]
    [InlineData("a:\nb:\n", """{"a":null,"b":null}""")]
    [InlineData("a:   # comment\n\n  # another\n  b: 1", """{"a":{"b":1}}""")]
    [InlineData("a:\n- b:\n  - 1\n  c: 2\n- d", """{"a":[{"b":[1],"c":2},"d"]}""")]
    [InlineData("200: ok\n'404': missing\n\"x y\": z\nno space:colon: 1", """{"200":"ok","404":"missing","x y":"z","no space:colon":1}""")]
    [InlineData("true: a\nnull: b\n1.50: c", """{"true":"a","null":"b","1.50":"c"}""")]
    [InlineData("a :  1\nb\t:\t2", """{"a":1,"b":2}""")]
    [InlineData("# only\na: 1 # end", """{"a":1}""")]
    [InlineData("\n\n  a: 1\n  b: 2", """{"a":1,"b":2}""")]
    public void Block_Collections_FollowIndentation(string yaml, string expected) => Assert.Equal(expected, NodeText.Of(yaml));

    [Theory]
    [InlineData("[]", "[]")]
    [InlineData("{}", "{}")]
    [InlineData("a: [1, two, 'three', [4], {b: 5}, ]", """{"a":[1,"two","three",[4],{"b":5}]}""")]
    [InlineData("a: {b: 1, c, 'd': 2, \"e\":3, f: , g: [x]}", """{"a":{"b":1,"c":null,"d":2,"e":3,"f":null,"g":["x"]}}""")]
    [InlineData("[a: 1, {b: 2}: 3, ? c : 4, \"d\":5]", """[{"a":1},{"{b: 2}":3},{"c":4},{"d":5}]""")]
    [InlineData("{a:1, http://x: 2}", """{"a:1":null,"http://x":2}""")]
    [InlineData("[\n  a, # comment\n  b\n  c,\n\n  d\n]", """["a","b c","d"]""")]
    [InlineData("{ ? a : b, ? c }", """{"a":"b","c":null}""")]
    [InlineData("{\n\"a\"\n: 1,\n\tb: 2}", """{"a":1,"b":2}""")]
    [InlineData("{: x, &k y: !!str 1, z: *k}", """{"":"x","y":"1","z":"y"}""")]
    [InlineData("a: [x-y, -z, 'p'q: 1]", null)]
    [InlineData("a: [+, -]", """{"a":["+","-"]}""")]
    [InlineData("{a: }", """{"a":null}""")]
    public void Flow_Collections_AreRead(string yaml, string? expected)
    {
        var document = SpecReader.Read("t.yaml", yaml, TestContext.Current.CancellationToken);

        Assert.Equal(expected is null ? 1 : 0, document.Diagnostics.Count);
        if (expected is not null)
        {
            Assert.Equal(expected, NodeText.Of(document.Root));
        }
    }

    [Theory]
    [InlineData("? a\n: 1\n? b\nc: 2", """{"a":1,"b":null,"c":2}""")]
    [InlineData("? - x\n  - y\n: - 1\n  - 2", """{"- x\n  - y":[1,2]}""")]
    [InlineData("? |\n  text\n: 1", """{"text\n":1}""")]
    [InlineData("? one\n  two\n: 1", """{"one two":1}""")]
    [InlineData("[a, b]: 1\n{c: d}: 2", """{"[a, b]":1,"{c: d}":2}""")]
    [InlineData(": 1", """{"":1}""")]
    [InlineData("a: 1\n!!str : 2", """{"a":1,"":2}""")]
    public void Complex_Keys_KeepTheirSource(string yaml, string expected) => Assert.Equal(expected, NodeText.Of(yaml));

    [Theory]
    [InlineData("a: &x 1\nb: *x", """{"a":1,"b":1}""")]
    [InlineData("a: &x\n  c: 1\nb: *x", """{"a":{"c":1},"b":{"c":1}}""")]
    [InlineData("&k a: 1\nb: *k\n*k : 2", null)]
    [InlineData("- &a x\n- &a y\n- *a", """["x","y","y"]""")]
    [InlineData("- &m\n  &k a: 1\n- *m\n- *k", """[{"a":1},{"a":1},"a"]""")]
    [InlineData("- &e\n- *e", "[null,null]")]
    [InlineData("a: !!map &x {b: 1}\nc: [*x, *x]", """{"a":{"b":1},"c":[{"b":1},{"b":1}]}""")]
    [InlineData("a: &x !!str 1\nb: *x", """{"a":"1","b":"1"}""")]
    public void Anchors_AndAliases_ShareNodes(string yaml, string? expected)
    {
        var document = SpecReader.Read("t.yaml", yaml, TestContext.Current.CancellationToken);

        Assert.Equal(expected is null ? """{"b":"a","a":2}""" : expected, NodeText.Of(document.Root));
        Assert.Equal(expected is null ? 1 : 0, document.Diagnostics.Count);
    }

    [Fact]
    public void Alias_OfAMapping_IsTheSameNode()
    {
        var root = NodeText.ReadClean("a: &x {b: 1}\nc: *x").Root!;

        Assert.Same(root["a"], root["c"]);
    }

    [Theory]
    [InlineData("base: &b {x: 1, y: 2}\nz:\n  <<: *b\n  y: 3", """{"y":3,"x":1}""")]
    [InlineData("base: &b {x: 1, y: 2}\nz: {y: 3, <<: *b}", """{"y":3,"x":1}""")]
    [InlineData("p: &p {x: 1}\nq: &q {x: 2, w: 4}\nz:\n  <<: [*p, *q]", """{"x":1,"w":4}""")]
    [InlineData("z:\n  <<: {x: 1}\n  <<: {y: 2}", """{"x":1,"y":2}""")]
    [InlineData("z:\n  '<<': {x: 1}", """{"<<":{"x":1}}""")]
    public void Merge_Key_TakesOverWhatIsMissing(string yaml, string expected) =>
        Assert.Equal(expected, NodeText.Of(NodeText.ReadClean(yaml).Root!["z"]));

    [Theory]
    [InlineData("---\na: 1\n...\n", """{"a":1}""")]
    [InlineData("%YAML 1.2\n---\na: 1", """{"a":1}""")]
    [InlineData("--- text", "\"text\"")]
    [InlineData("--- |\nabc\n...", "\"abc\\n\"")]
    [InlineData("---\n[a]\n---\n", "[\"a\"]")]
    [InlineData("a: '---'\nb: ---x", """{"a":"---","b":"---x"}""")]
    [InlineData("---", "null")]
    public void Document_Markers_AreNoContent(string yaml, string expected) => Assert.Equal(expected, NodeText.Of(yaml));

    [Fact]
    public void Document_BehindTheFirst_IsLeftOutWithAWarning()
    {
        var document = SpecReader.Read("t.yaml", "a: 1\n---\nb: 2", TestContext.Current.CancellationToken);

        var warning = Assert.Single(document.Diagnostics);
        Assert.Equal((SpecSeverity.Warning, new SourcePosition(1, 0)), (warning.Severity, warning.Start));
        Assert.Equal("""{"a":1}""", NodeText.Of(document.Root));
    }

    [Theory]
    [InlineData("\uFEFFa: 1\nb: 2")]
    [InlineData("a: 1\r\nb: 2\r\n")]
    [InlineData("a: 1\rb: 2\r")]
    [InlineData("a:\t1\nb:\t2\t# x")]
    public void Line_BreaksBomAndTabs_AreTransparent(string yaml) => Assert.Equal("""{"a":1,"b":2}""", NodeText.Of(yaml));

    [Fact]
    public void Korean_AndNonBmpText_IsKept() =>
        Assert.Equal("""{"이름":"홍길동","설명":"첫 줄 둘째 줄","😀":["가","나"]}""", NodeText.Of("이름: 홍길동\n설명: 첫 줄\n  둘째 줄\n😀: [가, 나]\n"));
}
