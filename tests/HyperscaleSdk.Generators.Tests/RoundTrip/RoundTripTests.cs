using System.Globalization;

namespace HyperscaleSdk.Generators.Tests.RoundTrip;

/// <summary>Whatever a model holds is the same after it was written and read, to the last byte.</summary>
public sealed class RoundTripTests(RoundTripRun run, ITestOutputHelper output)
{
    private const ulong Seed = 20261126;
    private const int ValuesPerModel = 20;

    [Theory]
    [MemberData(nameof(Documents))]
    public void Values_OfEveryModel_AreWrittenAlikeAfterTheyWereRead(string name)
    {
        Assert.SkipWhen(RoundTripRun.Missing(name) is not null, RoundTripRun.Missing(name) ?? "");
        var values = new ModelValues();
        var problems = new List<string>();
        var (count, reordered) = (0, 0);

        foreach (var type in run.Document(name).Models)
        {
            foreach (var value in values.Sample(type, Seed, ValuesPerModel))
            {
                count++;
                if (ModelRoundTrip.Problem(type, value) is not { } problem)
                {
                    continue;
                }

                if (ModelRoundTrip.IsReordered(type, value))
                {
                    reordered++;
                    continue;
                }

                problems.Add($"{type.Name}: {problem}");
                break;
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {run.Document(name).Models.Count} models, {count} values, {reordered} of them in another order since a union holds another variant"));
        Assert.True(problems.Count == 0, $"{problems.Count} models:\n{string.Join('\n', problems)}");
        Assert.Equal(ValuesPerModel * run.Document(name).Models.Count, count);
        Assert.InRange(reordered, 0, count / 100);
    }

    public static TheoryData<string> Documents() => [.. RoundTripRun.Names];
}
