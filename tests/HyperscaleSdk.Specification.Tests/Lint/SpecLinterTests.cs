using HyperscaleSdk.Specification.Lint;
using HyperscaleSdk.Specification.OpenApi;
using HyperscaleSdk.Specification.Text;
using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Specification.Tests.Lint;

public sealed class SpecLinterTests
{
    [Theory]
    [InlineData("dev")]
    [InlineData("big")]
    public void Corpus_EachDocument_IsLintedCompletelyAndInOrder(string folder)
    {
        Assert.SkipWhen(RepositoryPaths.Corpus is null, "The folder of public API descriptions (../shared/corpus) is absent.");
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        foreach (var file in Directory.GetFiles(Path.Combine(RepositoryPaths.Corpus, folder)))
        {
            var document = LintRun.Read(File.ReadAllText(file), file);

            var findings = SpecLinter.Run(document, hasBinding: false, limit.Token);

            Assert.Equal(findings.OrderBy(finding => finding.Span.Start).Select(finding => finding.Span.Start), findings.Select(finding => finding.Span.Start));
            Assert.All(findings, finding =>
            {
                LintRun.AssertComplete(finding);
                Assert.NotNull(LintRules.Find(finding.Id));
                Assert.InRange(finding.Span.End, finding.Span.Start, document.Source.Text.Length);
            });
        }
    }

    public static TheoryData<string> OwnDocuments()
        => [.. Directory.GetFiles(Path.Combine(RepositoryPaths.Root, "specs"), "openapi.*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(RepositoryPaths.Root, file))];

    [Theory]
    [MemberData(nameof(OwnDocuments))]
    public void OwnDocument_HasNothingGraverThanInformation(string file)
    {
        var path = Path.Combine(RepositoryPaths.Root, file);

        var findings = SpecLinter.Run(LintRun.Read(File.ReadAllText(path), path), hasBinding: true, TestContext.Current.CancellationToken);

        // ETRI offers its API over plain HTTP only; the warning is right, and its binding says that no personal data may be sent.
        Assert.Equal(file.Contains("etri", StringComparison.Ordinal) ? [LintIds.Server] : [], findings.Where(finding => finding.Severity != SpecSeverity.Info).Select(finding => finding.Id));
    }

    [Fact]
    public void Rules_Ids_AreUniqueInOrderAndHaveATitleInBothLanguages()
    {
        Assert.Equal(LintRules.All.Select(rule => rule.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), LintRules.All.Select(rule => rule.Id));
        Assert.All(LintRules.All, rule => Assert.True(rule.Title.Length > 0 && rule.KoreanTitle.Any(c => c is >= '가' and <= '힣'), rule.Id));
        Assert.Null(LintRules.Find("HSAI1001"));
    }

    [Fact]
    public void Names_OfADocument_AreShortenedAndKeptOnOneLine()
    {
        var name = "\\u001b[31m`x`\\n" + new string('가', 200);

        var finding = Assert.Single(
            SpecLinter.Run(LintRun.Read("""{"openapi":"3.1.0","paths":{"/a":{"get":{"operationId":"NAME"}}}}""".Replace("NAME", name, StringComparison.Ordinal), "a.json"), hasBinding: false, TestContext.Current.CancellationToken),
            finding => finding.Id == LintIds.OperationWithoutSummary);

        LintRun.AssertComplete(finding);
        Assert.InRange(finding.Message.Length, 80, 200);
        Assert.Contains("…", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Cancelled_Throws()
    {
        var document = LintRun.Read(LintDocuments.Schemas("Thing: { type: object }"));

        Assert.Throws<OperationCanceledException>(() => SpecLinter.Run(document, hasBinding: false, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Run_OfNothing_FindsOnlyWhatIsMissing()
        => Assert.Equal([LintIds.InfoIncomplete], SpecLinter.Run(LintRun.Read("openapi: 3.1.0"), hasBinding: false, TestContext.Current.CancellationToken).Select(finding => finding.Id));

    [Theory]
    [InlineData("members")]
    [InlineData("variants")]
    [InlineData("compositions")]
    [InlineData("unions")]
    [InlineData("operations")]
    [InlineData("values")]
    public void Run_OfFourTimesTheDocument_CostsAboutFourTimesAsMuch(string shape)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        Measure(shape, 100, limit.Token);

        var small = Measure(shape, 2_000, limit.Token);
        var large = Measure(shape, 8_000, limit.Token);

        Assert.True(large <= (6 * small) + 200_000, $"{small} bytes became {large}");
    }

    private static long Measure(string shape, int count, CancellationToken cancellationToken)
    {
        var parts = Enumerable.Range(0, count).Select(i => FormattableString.Invariant($"{i}"));
        var document = LintRun.Read(shape switch
        {
            "members" => LintDocuments.Schemas("Thing: { type: object, properties: {" + string.Join(", ", parts.Select(i => $"m{i}: {{ type: object, properties: {{ a: {{ type: string }}, b: {{ type: array }}, c: {{ enum: [x, X] }} }} }}")) + "} }"),
            "variants" => LintDocuments.Schemas("Thing: { oneOf: [" + string.Join(", ", parts.Select(i => $"{{ type: object, properties: {{ a{i}: {{ type: string }} }} }}")) + "] }"),
            "compositions" => LintDocuments.Schemas("Thing: { type: object }\n" + string.Join('\n', parts.Select(i => $"C{i}: {{ allOf: [{{ $ref: '#/components/schemas/C{int.Parse(i, System.Globalization.CultureInfo.InvariantCulture) + 1}' }}, {{ type: object, required: [x], properties: {{ a{i}: {{ type: string }} }} }}] }}")) + $"\nC{count}: {{ type: object }}"),
            "unions" => LintDocuments.Schemas("Thing: { type: object, properties: {" + string.Join(", ", parts.Select(i => $"u{i}: {{ oneOf: [{{ $ref: '#/components/schemas/A' }}, {{ $ref: '#/components/schemas/B' }}, {{ type: string }}] }}"))
                + "} }\nA: { type: object, properties: { a: { type: string } } }\nB: { type: object, properties: { b: { type: string } } }"),
            "operations" => LintDocuments.Paths(string.Join('\n', parts.Select(i => $"/a{i}/{{id}}: {{ get: {{ parameters: [{{ name: id, in: path }}, {{ name: api_key, in: query }}], responses: {{ '200': {{ description: ok }} }} }} }}"))),
            _ => LintDocuments.Schemas("Thing: { type: string, enum: [" + string.Join(", ", parts.Select(i => $"v{i}")) + "] }"),
        });
        var before = GC.GetAllocatedBytesForCurrentThread();
        SpecLinter.Run(document, hasBinding: false, cancellationToken);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
