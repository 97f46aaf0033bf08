using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Tests.Text;

public sealed class StringTableTests
{
    [Fact]
    public void Intern_OfEqualTexts_GivesOneString()
    {
        var table = new StringTable();

        var first = table.Intern("components".AsSpan(), out var id);
        for (var i = 0; i < 10_000; i++)
        {
            table.Intern($"other{i}".AsSpan());
        }

        Assert.Same(first, table.Intern("components".AsSpan(), out var again));
        Assert.Equal(id, again);
        Assert.Equal(string.Empty, table.Intern(default));
    }

    [Fact]
    public void Intern_OfCollidingTexts_StopsSearchingAfterAFixedNumber()
    {
        var table = new StringTable();
        var name = CollidingNames.Create();

        var ids = Enumerable.Range(0, 1000).Select(i =>
        {
            Assert.Equal(name(i), table.Intern(name(i).AsSpan(), out var id));
            return id;
        }).ToList();

        Assert.Equal(32, ids.Count(id => id != StringTable.NotInterned));
    }

    [Fact]
    public void Duplicates_AmongCollidingNames_AreFound()
    {
        var name = CollidingNames.Create();
        var lines = Enumerable.Range(0, 500).Select(i => $"{name(i)}: {i}");
        var text = string.Join('\n', lines.Append($"{name(0)}: 500").Append($"{name(499)}: 501"));

        var document = SpecReader.Read("t.yaml", text, TestContext.Current.CancellationToken);

        Assert.Equal([500, 501], document.Diagnostics.Select(d => d.Start.Line));
        Assert.Equal(500, document.Root!.Members.Count);
        Assert.Equal("501", document.Root[name(499)]!.Scalar);
    }
}
