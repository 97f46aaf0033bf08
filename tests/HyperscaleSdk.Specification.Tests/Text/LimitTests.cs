using System.Text;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Tests.Text;

public sealed class LimitTests
{
    [Theory]
    [InlineData("[", "t.json")]
    [InlineData("[", "t.yaml")]
    [InlineData("{\"a\":", "t.json")]
    [InlineData("{a: ", "t.yaml")]
    [InlineData("- ", "t.yaml")]
    [InlineData("? ", "t.yaml")]
    [InlineData("[a: ", "t.yaml")]
    [InlineData("!x &a [", "t.yaml")]
    [InlineData("{? [", "t.yaml")]
    public void Nesting_AHundredThousandDeep_IsAnErrorAndNoCrash(string opening, string path)
    {
        var document = SpecReader.Read(path, Repeat(opening, 100_000), TestContext.Current.CancellationToken);

        var error = Assert.Single(document.Diagnostics);
        Assert.Equal(("HSAI1003", SpecSeverity.Error), (error.Id, error.Severity));
        Assert.NotNull(document.Root);
    }

    [Fact]
    public void Nesting_InIndentedLines_IsAnErrorAndNoCrash()
    {
        var text = string.Concat(Enumerable.Range(0, 1000).Select(i => new string(' ', i) + "a:\n"));

        var document = SpecReader.Read("t.yaml", text, TestContext.Current.CancellationToken);

        Assert.Equal(("HSAI1003", 256), (Assert.Single(document.Diagnostics).Id, document.Diagnostics[0].Start.Line));
    }

    [Theory]
    [InlineData(256, 0)]
    [InlineData(257, 1)]
    public void Nesting_OfExactly256Levels_IsAllowed(int levels, int errors)
    {
        var text = Repeat("[", levels) + Repeat("]", levels);

        Assert.Equal(errors, SpecReader.Read("t.json", text, TestContext.Current.CancellationToken).Diagnostics.Count);
        Assert.Equal(errors, SpecReader.Read("t.yaml", "--- " + text, TestContext.Current.CancellationToken).Diagnostics.Count);
    }

    [Fact]
    public void Aliases_ThatMultiply_StopBeforeTheyAreExpanded()
    {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 40; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var document = SpecReader.Read("t.yaml", text.ToString(), TestContext.Current.CancellationToken);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        var error = Assert.Single(document.Diagnostics);
        Assert.Equal(("HSAI1003", 5), (error.Id, error.Start.Line));
        Assert.InRange(allocated, 0, 1_000_000);
    }

    [Fact]
    public void Aliases_ThroughMergeKeys_AreCountedToo()
    {
        var members = string.Join(", ", Enumerable.Range(0, 2000).Select(i => $"k{i}: 1"));
        var text = $"base: &b {{{members}}}\nlist:\n" + Repeat("- <<: *b\n", 2000);

        var document = SpecReader.Read("t.yaml", text, TestContext.Current.CancellationToken);

        Assert.Equal("HSAI1003", Assert.Single(document.Diagnostics).Id);
    }

    [Theory]
    [InlineData(100, 0)]
    [InlineData(101, 1)]
    public void Aliases_OfAliases_HaveAHundredLevels(int levels, int errors)
    {
        var text = new StringBuilder("- &a0 x\n");
        for (var i = 1; i <= levels; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"- &a{i} [*a{i - 1}]\n");
        }

        var document = SpecReader.Read("t.yaml", text.ToString(), TestContext.Current.CancellationToken);

        Assert.Equal(errors, document.Diagnostics.Count(d => string.Equals(d.Id, "HSAI1003", StringComparison.Ordinal)));
        Assert.Equal(errors, document.Diagnostics.Count);
    }

    [Fact]
    public void Aliases_ThatDeepen_CountAsNesting()
    {
        var deep = Repeat("[", 100) + Repeat("]", 100);
        var text = $"a: &a {deep}\nb: &b {Repeat("[", 100)}*a{Repeat("]", 100)}\nc: {Repeat("[", 100)}*b{Repeat("]", 100)}\n";

        var document = SpecReader.Read("t.yaml", text, TestContext.Current.CancellationToken);

        var error = Assert.Single(document.Diagnostics);
        Assert.Equal(("HSAI1003", 2), (error.Id, error.Start.Line));
    }

    [Fact]
    public void Cancellation_BeforeOrDuringReading_IsThrown()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => SpecReader.Read("t.json", "{}", source.Token));
        Assert.Throws<OperationCanceledException>(() => new YamlReader(new ReadSession("t.yaml", "a: 1", source.Token)).ReadDocument());
        Assert.Throws<OperationCanceledException>(() => new JsonReader(new ReadSession("t.json", "[1]", source.Token)).ReadDocument());
        Assert.Throws<OperationCanceledException>(() => new YamlReader(new ReadSession("t.yaml", Repeat("\n", 10_000), source.Token)).ReadDocument());
    }

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();
}
