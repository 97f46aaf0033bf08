using HyperscaleSdk.TestKit;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Generators.Tests;

public sealed class PipelineTests
{
    private static readonly string[] Steps =
        [TrackingNames.Requests, TrackingNames.Outcomes, TrackingNames.Models, TrackingNames.Operations, TrackingNames.EntryTypes];

    [Fact]
    public void Pipeline_AnUnrelatedEditOfTheProject_LeavesEveryStepCached()
    {
        var run = new GeneratorRun(new HyperscaleGenerator(), Specs.Upstage()).Generate();

        run.WithSource("public sealed class Unrelated { }").Generate();

        foreach (var step in Steps)
        {
            Assert.NotEmpty(run.Reasons(step));
            Assert.All(run.Reasons(step), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        }

        Assert.Equal(0, run.ChangedFiles);
    }

    [Fact]
    public void Pipeline_EditingOneOperation_ReemitsThatOperationOnly()
    {
        var before = Specs.Upstage();
        var run = new GeneratorRun(new HyperscaleGenerator(), before).Generate();
        var files = run.Files;

        run.Replace(before[0], Specs.Edit(before[0], "operationId: listModels", "operationId: listAllModels")).Generate();

        Assert.Equal(1, run.ChangedFiles);
        var changed = run.Files.Where(file => !files.TryGetValue(file.Key, out var text) || text != file.Value).Select(file => file.Key);
        Assert.Equal(["Upstage.UpstageClient.ListAllModels.g.cs"], changed);
    }

    [Fact]
    public void Pipeline_EditingOneSchema_ReemitsThatTypeOnly()
    {
        var before = Specs.Upstage();
        var run = new GeneratorRun(new HyperscaleGenerator(), before).Generate();

        run.Replace(before[0], Specs.Edit(before[0], "        owned_by:", "        owner:")).Generate();

        Assert.Equal(1, run.ChangedFiles);
        Assert.Contains("Owner", run.Files["Upstage.ModelEntry.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Pipeline_MovingTextByAComment_ReemitsNothing()
    {
        var before = Specs.Upstage();
        var run = new GeneratorRun(new HyperscaleGenerator(), before).Generate();

        run.Replace(before[0], new SpecText(before[0].Path, "# a comment\n# and another\n" + before[0].GetText()).With(before[0])).Generate();

        Assert.Equal(0, run.ChangedFiles);
    }

    [Fact]
    public void Pipeline_EditingTheBinding_ReemitsWhatTheBindingMakes()
    {
        var before = Specs.Upstage();
        var run = new GeneratorRun(new HyperscaleGenerator(), before).Generate();

        run.Replace(before[1], Specs.Edit(before[1], "perCall: 100", "perCall: 50")).Generate();

        Assert.Equal(1, run.ChangedFiles);
        Assert.Contains("MaxInputsPerCall => 50", run.Files["Upstage.UpstageEmbeddingGenerator.CreateEmbeddings.g.cs"], StringComparison.Ordinal);
        Assert.All(run.Reasons(TrackingNames.Models), reason => Assert.Equal(IncrementalStepRunReason.Unchanged, reason));
        Assert.All(run.Reasons(TrackingNames.Operations), reason => Assert.Equal(IncrementalStepRunReason.Unchanged, reason));
    }

    [Fact]
    public void Pipeline_EditingOneOfTwoDocuments_LeavesTheOtherCached()
    {
        var upstage = Specs.Upstage();
        var clova = Specs.ClovaStudio();
        var run = new GeneratorRun(new HyperscaleGenerator(), [.. upstage, .. clova]).Generate();

        run.Replace(upstage[0], Specs.Edit(upstage[0], "operationId: listModels", "operationId: listAllModels")).Generate();

        Assert.Equal(1, run.ChangedFiles);
        Assert.Equal(
            [IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached],
            run.Reasons(TrackingNames.Outcomes).Order());
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("fi-FI")]
    [InlineData("fa-IR")]
    [InlineData("ko-KR")]
    public void Output_UnderAnotherCulture_IsTheSameToTheByte(string culture)
    {
        var expected = new GeneratorRun(new HyperscaleGenerator(), Specs.ClovaStudio()).Generate().Files;
        var previous = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, new GeneratorRun(new HyperscaleGenerator(), Specs.ClovaStudio()).Generate().Files);
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = previous;
        }
    }

    [Fact]
    public void Output_OfDocumentsInAnotherOrder_IsTheSame()
    {
        var one = new GeneratorRun(new HyperscaleGenerator(), [.. Specs.Upstage(), .. Specs.ClovaStudio()]).Generate().Files;
        var other = new GeneratorRun(new HyperscaleGenerator(), [.. Specs.ClovaStudio(), .. Specs.Upstage()]).Generate().Files;

        Assert.Equal(one.OrderBy(file => file.Key, StringComparer.Ordinal), other.OrderBy(file => file.Key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Output_MadeOnSeveralThreadsAtOnce_IsTheSameToTheByte()
    {
        var expected = new GeneratorRun(new HyperscaleGenerator(), [.. Specs.Upstage(), .. Specs.ClovaStudio()]).Generate().Files;

        var runs = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => new GeneratorRun(new HyperscaleGenerator(), [.. Specs.Upstage(), .. Specs.ClovaStudio()]).Generate().Files)));

        Assert.All(runs, files => Assert.Equal(expected, files));
    }

    [Fact]
    public void Plans_OfTheSameText_AreEqual()
    {
        var files = Specs.ClovaStudio();
        var request = new SpecRequest(files[0].Path, files[0].GetText().ToString(), files[1].Path, files[1].GetText().ToString(), "Generated", ModelNamespace: null, "ClovaStudio");

        Assert.Equal(SpecCompiler.Compile(request, TestContext.Current.CancellationToken), SpecCompiler.Compile(request with { }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Binding_ToAMemberThatIsDeprecated_CompilesWithoutAWarning()
    {
        var files = Specs.Upstage();
        var document = Specs.Edit(files[0], "max_tokens:\n", "max_tokens:\n          deprecated: true\n");

        var run = new GeneratorRun(new HyperscaleGenerator(), document, files[1]).Generate().ShouldCompile();

        Assert.Contains("[Obsolete(", run.Files["Upstage.ChatCompletionRequest.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Output_HasLineFeedsOnlyAndNoByteOrderMark()
    {
        var run = new GeneratorRun(new HyperscaleGenerator(), Specs.Upstage()).Generate();

        Assert.All(run.Result.GeneratedSources, file =>
        {
            Assert.DoesNotContain("\r", file.SourceText.ToString(), StringComparison.Ordinal);
            Assert.Empty(file.SourceText.Encoding!.GetPreamble());
        });
    }
}
