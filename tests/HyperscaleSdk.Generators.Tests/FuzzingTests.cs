using System.Globalization;
using HyperscaleSdk.Fuzzing.Checks;
using HyperscaleSdk.Fuzzing.Documents;
using HyperscaleSdk.Fuzzing.Running;
using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Generators.Tests;

/// <summary>A short run of the fuzzer with a fixed seed. The long one is a command of its own: docs/fuzzing.md.</summary>
public sealed class FuzzingTests(ITestOutputHelper output)
{
    private const int Seed = 19460815;

    // What a run of the fuzzer found and what is not mended yet.
    private static readonly string[] Known = [];

    [Fact]
    public void Pipeline_OverMutationsOfOwnDocuments_HoldsWhatItPromises() => Run(DocumentPool.Own(), count: 120);

    [Fact]
    public void Pipeline_OverMutationsOfTheCorpus_HoldsWhatItPromises()
    {
        Assert.SkipWhen(RepositoryPaths.Corpus is null, "The corpus of real documents is absent: it lies beside the repository, in shared/corpus.");
        Run(DocumentPool.Own().Concat(DocumentPool.Corpus("dev")), count: 180);
    }

    [Fact]
    public void Case_OfASeed_IsTheSameEachTime()
    {
        var pool = new DocumentPool(DocumentPool.Own());

        var inputs = Enumerable.Range(0, 40).Select(index => new CaseFactory(pool, Seed).Create(index).Input).ToList();
        var backwards = Enumerable.Range(0, 40).Reverse().Select(index => new CaseFactory(new DocumentPool(DocumentPool.Own()), Seed).Create(index).Input).Reverse();

        Assert.Equal(inputs, backwards);
        Assert.True(inputs.Distinct().Count() > 35);
    }

    private void Run(IEnumerable<FuzzDocument> documents, int count)
    {
        var failures = new List<string>();
        var run = new FuzzRun(new CaseFactory(new DocumentPool(documents), Seed), compileEvery: 40)
        {
            OnFailure = (fuzzCase, failure) =>
            {
                if (!Known.Any(known => failure.Signature.StartsWith(known, StringComparison.Ordinal)))
                {
                    failures.Add(Describe(fuzzCase, failure));
                }
            },
        };

        var tally = run.Run(start: 0, count);

        output.WriteLine(tally.ToMarkdown());
        Assert.True(failures.Count == 0, string.Join("\n\n", failures.Take(3)));
        Assert.True(tally.Accepted > count * 3 / 4, "Most cases have to get as far as code.");
    }

    private static string Describe(FuzzCase fuzzCase, CaseFailure failure)
    {
        var smallest = new Minimiser(failure).Minimise(fuzzCase);
        return string.Create(CultureInfo.InvariantCulture, $"seed {Seed}, case {fuzzCase.Index}, from {fuzzCase.Origin}: {failure.Signature}\n{failure.Detail}\n{smallest.Input.SpecText}\n{smallest.Input.BindingText}");
    }
}
