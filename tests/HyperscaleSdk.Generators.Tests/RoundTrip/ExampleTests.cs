using System.Globalization;
using System.Text.Json;
using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Generators.Tests.RoundTrip;

/// <summary>What a document gives as examples and defaults says the same after it was read and written.</summary>
public sealed class ExampleTests(RoundTripRun run, ITestOutputHelper output)
{
    [Theory]
    [MemberData(nameof(Documents))]
    public void Examples_OfADocument_SurviveReadingAndWriting(string name)
    {
        Assert.SkipWhen(RoundTripRun.Missing(name) is not null, RoundTripRun.Missing(name) ?? "");
        var document = run.Document(name);
        var trip = new PlanRoundTrip(document);
        var leftOut = new List<string>();
        var problems = new List<string>();
        var examples = DocumentExamples.Of(document.Document);

        foreach (var example in examples)
        {
            if (example.Schema is null || document.TypeOf(example.Schema) is not { } plan)
            {
                leftOut.Add("a schema that the client does not use");
            }
            else if (Problem(trip, plan, example) is { } problem)
            {
                // A document whose example does not fit its own schema is the document's affair.
                if (SchemaFit.Problem(example.Schema, example.Value) is { } misfit)
                {
                    leftOut.Add(misfit);
                }
                else
                {
                    problems.Add($"{example.Place} ({example.Keyword}): {problem}");
                }
            }
        }

        var reasons = leftOut.CountBy(reason => reason, StringComparer.Ordinal).OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Value.ToString(CultureInfo.InvariantCulture)} x {pair.Key}");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {examples.Count - leftOut.Count} of {examples.Count} examples and defaults checked; left out: {string.Join(", ", reasons)}"));
        Assert.True(problems.Count == 0, $"{problems.Count} examples:\n{string.Join('\n', problems)}");
    }

    public static TheoryData<string> Documents() => [.. RoundTripRun.Names];

    private static string? Problem(PlanRoundTrip trip, TypePlan plan, DocumentExample example)
    {
        var before = JsonElement.Parse(NodeJson.Of(example.Value));
        if (before.ValueKind == JsonValueKind.Null && SchemaShape.IsNullable(example.Schema!))
        {
            // That is for the member to hold whose value it is.
            return null;
        }

        try
        {
            var after = trip.Again(plan, before);
            return JsonEquality.Same(before, JsonElement.Parse(after)) ? null : $"{plan.Code}\n    of {before.GetRawText()}\n    is {after}";
        }
        catch (JsonException failure)
        {
            return $"{plan.Code}: {failure.Message}\n    of {before.GetRawText()}";
        }
    }
}
