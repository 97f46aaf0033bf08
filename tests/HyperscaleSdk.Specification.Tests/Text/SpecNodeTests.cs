using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Tests.Text;

public sealed class SpecNodeTests
{
    private static readonly SourceSpan Span = new(3, 4);

    [Theory]
    [InlineData("0", 0L)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("+5", 5L)]
    [InlineData("012", 12L)]
    [InlineData("0x1F", 31L)]
    [InlineData("0o17", 15L)]
    [InlineData("1.0", 1L)]
    [InlineData("1e3", 1000L)]
    [InlineData("9223372036854775808", null)]
    [InlineData("0xFFFFFFFFFFFFFFFF", null)]
    [InlineData("1.5", null)]
    [InlineData("1.e-8", null)]
    [InlineData("1e400", null)]
    [InlineData(".inf", null)]
    public void TryGetInt64_OfANumber_TakesWholeNumbersThatFit(string text, long? expected)
    {
        Assert.Equal(expected.HasValue, SpecNode.Number(text, Span).TryGetInt64(out var value));
        Assert.Equal(expected ?? 0, value);
    }

    [Theory]
    [InlineData("1.e-8", 1e-8)]
    [InlineData(".5", 0.5)]
    [InlineData("0x10", 16d)]
    [InlineData(".inf", double.PositiveInfinity)]
    [InlineData("-.Inf", double.NegativeInfinity)]
    [InlineData(".NaN", double.NaN)]
    public void TryGetDouble_OfANumber_TakesEach(string text, double expected)
    {
        Assert.True(SpecNode.Number(text, Span).TryGetDouble(out var value));
        Assert.Equal(expected, value);
    }

    [Fact]
    public void TryGetDecimal_OfANumber_LosesNothingSilently()
    {
        Assert.True(SpecNode.Number("1.10", Span).TryGetDecimal(out var value));
        Assert.Equal(1.10m, value);
        Assert.True(SpecNode.Number("0.00e5", Span).TryGetDecimal(out value));
        Assert.Equal(0m, value);
        Assert.False(SpecNode.Number("1e-40", Span).TryGetDecimal(out _));
        Assert.False(SpecNode.Number("1e40", Span).TryGetDecimal(out _));
        Assert.False(SpecNode.Number(".inf", Span).TryGetDecimal(out _));
    }

    [Fact]
    public void Getters_OfAnotherKind_FindNothing()
    {
        var text = SpecNode.String("1", Span);

        Assert.False(text.TryGetInt64(out _) || text.TryGetDouble(out _) || text.TryGetDecimal(out _) || text.TryGetBoolean(out _));
        Assert.Null(SpecNode.Number("1", Span).AsString());
        Assert.Null(SpecNode.Null(Span).Scalar);
        Assert.Null(text["x"]);
        Assert.Empty(text.Items);
        Assert.Empty(text.Members);
        Assert.True(SpecNode.Boolean(true, Span).TryGetBoolean(out var value) && value);
    }

    [Fact]
    public void Mapping_MadeOfMembers_KeepsTheLastOfEachName()
    {
        var node = SpecNode.Mapping(
            [new("a", Span, SpecNode.Null(Span)), new("b", Span, SpecNode.Sequence([SpecNode.Number("1", Span)], Span)), new("a", Span, SpecNode.String("x", Span))],
            Span);

        Assert.Equal("""{"b":[1],"a":"x"}""", NodeText.Of(node));
        Assert.Equal("x", node["a"]!.AsString());
        Assert.Null(node["c"]);
        Assert.Equal(Span, node.Span);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(300)]
    public void Indexer_OfAMapping_FindsByOrdinal(int count)
    {
        var node = SpecNode.Mapping(Enumerable.Range(0, count).Select(i => new SpecMember("k" + i, Span, SpecNode.Number("" + i, Span))), Span);

        Assert.Equal("2", node["k2"]!.Scalar);
        Assert.Null(node["K2"]);
    }
}
