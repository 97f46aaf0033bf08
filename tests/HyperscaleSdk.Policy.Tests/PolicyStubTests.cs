namespace HyperscaleSdk.Policies.Tests;

public sealed class PolicyStubTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("{ \"version\": 1 }")]
    [InlineData("\uFEFF{\r\n\t\"version\": 1\r\n}\r\n")]
    [InlineData("{ \"version\": 1, \"processors\": [ ] }")]
    [InlineData("{ \"version\": 1, \"processors\": [ { \"id\": \"other\" } ], \"transparency\": {} }")]
    public void Add_ToAnyLayout_IsAPolicyWithPlaceholdersOnly(string text)
    {
        var changed = PolicyStubs.AddNotice(PolicyStubs.AddReview(PolicyStubs.AddProcessor(text, "upstage", ["role", "contract", "deletion"])!, "hiring")!)!;

        var (policy, problems) = PolicyReader.Read(changed);
        Assert.All(problems, problem => Assert.True(problem.Id is PolicyProblemIds.Placeholder or PolicyProblemIds.MissingMember, problem.Message));
        Assert.Equal(["task", "subProcessors", "publishedUrl"], policy!.FindProcessor("upstage")!.Absent);
        Assert.Equal((HighImpactDomain.Hiring, null), (Assert.Single(policy.HighImpactReviews).Domain, policy.HighImpactReviews[0].Date));
        Assert.NotNull(policy.Transparency!.Notice);
        Assert.Equal(text.Contains("\r\n", StringComparison.Ordinal), changed.Contains("\r\n", StringComparison.Ordinal));
    }

    [Fact]
    public void Add_Twice_ChangesNothing()
    {
        var once = PolicyStubs.AddNotice(PolicyStubs.AddReview(PolicyStubs.AddProcessor("{ \"version\": 1 }", "upstage", ["role"])!, "hiring")!)!;

        Assert.Equal(once, PolicyStubs.AddNotice(PolicyStubs.AddReview(PolicyStubs.AddProcessor(once, "UPSTAGE", ["role"])!, "hiring")!));
    }

    [Fact]
    public void Add_ToMembersThatAreNull_FillsThem()
    {
        var changed = PolicyStubs.AddProcessor(
            """{ "version": 1, "processors": [ { "id": "a", "retentionDays": null, "humanReview": false, "deletion": null } ] }""", "a", ["retentionDays", "humanReview", "deletion", "task"]);

        Assert.Equal(
            """{ "version": 1, "processors": [ { "id": "a", "retentionDays": "TODO: days that inputs are kept (보관 일수)", "humanReview": false, "deletion": "TODO: how it deletes (파기 방법)", "task": "TODO: the task it is given (위탁 업무)" } ] }""",
            changed);
    }

    [Fact]
    public void Add_HostileId_StaysAText()
    {
        var changed = PolicyStubs.AddProcessor("{ \"version\": 1 }", "a\", \"role\": \"onPremises\", \"x\u202e\n", [])!;

        Assert.Equal("a\", \"role\": \"onPremises\", \"x\u202e", Assert.Single(PolicyReader.Read(changed).Policy!.Processors).Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{ \"version\": 1, }")]
    public void Add_ToWhatIsNoCleanPolicy_IsRefused(string text) => Assert.Null(PolicyStubs.AddNotice(text));
}
