using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Tests.Text;

/// <summary>
/// Four times the text may cost little more than four times the memory. Work that allocates nothing shows by size: at a
/// million characters a quadratic walk takes longer than the token lets it run.
/// </summary>
public sealed class LinearityTests
{
    public static TheoryData<string> Shapes =>
    [
        "plain", "spaces", "newlines", "indented-newlines", "comments", "json-mapping", "yaml-mapping", "flow-mapping", "json-string", "json-escapes",
        "quoted-lines", "quoted-blanks", "plain-lines", "plain-blank-lines", "plain-spaces", "literal", "literal-blank-lines", "folded", "flow-keys",
        "colons", "colliding-keys", "sequence", "duplicates", "dashes-below-key", "open-brackets-in-plain", "json-comments", "anchors", "empty-values",
    ];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Reading_OfFourTimesTheText_CostsAboutFourTimesAsMuch(string shape)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        Measure(Make(shape, 100), limit.Token);

        var small = Measure(Make(shape, 250_000), limit.Token);
        var large = Measure(Make(shape, 1_000_000), limit.Token);

        Assert.True(large <= (6 * small) + 100_000, $"{small} bytes became {large}");
    }

    [Fact]
    public void Mapping_OfAHundredThousandKeys_FindsEach()
    {
        var text = "{" + string.Join(",", Enumerable.Range(0, 100_000).Select(i => $"\"key{i}\":{i}")) + "}";

        var root = NodeText.ReadClean(text, "t.json").Root!;

        Assert.Equal(100_000, root.Members.Count);
        for (var i = 0; i < 100_000; i++)
        {
            Assert.Equal(i, root[$"key{i}"]!.TryGetInt64(out var value) ? value : -1);
        }
    }

    private static long Measure(string text, CancellationToken cancellationToken)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var document = SpecReader.Read("t.yaml", text, cancellationToken);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(document.Diagnostics.All(d => d.Severity != SpecSeverity.Error) || text.AsSpan().IsWhiteSpace(), document.Diagnostics.Count > 0 ? document.Diagnostics[0].Message : string.Empty);
        return allocated;
    }

    private static string Make(string shape, int length) => shape switch
    {
        "plain" => new string('x', length),
        "spaces" => new string(' ', length),
        "newlines" => new string('\n', length),
        "indented-newlines" => "a: 1\n" + Fill("    \n", length),
        "comments" => Fill("# comment\n", length) + "a: 1",
        "json-mapping" => "{" + Fill(i => $"\"key{i}\": 1,\n", length) + "\"z\": 1}",
        "yaml-mapping" => Fill(i => $"key{i}: 1\n", length),
        "flow-mapping" => "--- {" + Fill(i => $"key{i}: 1,\n", length) + "}",
        "json-string" => "[\"" + new string('x', length) + "\"]",
        "json-escapes" => "[\"" + Fill("\\n", length) + "\"]",
        "quoted-lines" => "a: \"" + Fill("x\n  ", length) + "\"",
        "quoted-blanks" => "a: \"" + Fill("x     \\t     ", length) + "\"",
        "plain-lines" => "a: " + Fill("x\n  ", length),
        "plain-blank-lines" => "a: x" + new string('\n', length) + "  y\nb: 1",
        "plain-spaces" => "a: x" + new string(' ', length) + "y\nb: z" + new string(' ', length),
        "literal" => "a: |\n" + Fill("  x\n", length),
        "literal-blank-lines" => "a: |+\n" + new string('\n', length) + "b: 1",
        "folded" => "a: >\n" + Fill("  x\n", length),
        "flow-keys" => "a: [" + Fill("b: 1, ", length) + "]",
        "colons" => "a: " + new string(':', length) + "x",
        "colliding-keys" => Colliding(length),
        "sequence" => Fill("- 1\n", length),
        "duplicates" => Fill("a: 1\n", length),
        "dashes-below-key" => Fill(i => $"k{i}:\n- 1\n", length),
        "open-brackets-in-plain" => "a: x" + new string('[', length),
        "json-comments" => "[" + Fill("/* x */\n", length) + "1]",
        "anchors" => Fill(i => $"- &a{i} x\n", length),
        "empty-values" => Fill(i => $"k{i}:\n", length),
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "No such shape."),
    };

    private static string Fill(string part, int length) => Fill(_ => part, length);

    private static string Fill(Func<int, string> part, int length)
    {
        var builder = new System.Text.StringBuilder(length + 100);
        for (var i = 0; builder.Length < length; i++)
        {
            builder.Append(part(i));
        }

        return builder.ToString();
    }

    private static string Colliding(int length)
    {
        var name = CollidingNames.Create();
        return Fill(i => name(i) + ": 1\n", length);
    }
}
