namespace HyperscaleSdk.Policies.Tests;

public sealed class PolicyReaderTests
{
    private static readonly PolicyDate Today = new(2026, 11, 27);

    [Fact]
    public void Read_EveryMember_FillsTheModel()
    {
        var (policy, problems) = PolicyReader.Read(Samples.Full, Today);

        Assert.Empty(problems);
        Assert.NotNull(policy);
        Assert.Equal(("예시의원", OrganisationRole.Service, PolicyProfile.Private), (policy.Organisation!.Name, policy.Organisation.Role, policy.Profile));
        var processor = policy.FindProcessor("UPSTAGE")!;
        Assert.True(processor is { IsRegistered: true, HasKnownTerms: true, IsInKoreaOnly: false, MayReceiveAbroad: true, RetentionDays: 30, TrainsOnInput: false });
        Assert.Equal(TransferBasis.Contract, processor.Transfer!.Basis);
        Assert.Equal([DataGrade.Open], processor.AllowedGrades);
        var purpose = policy.FindPurpose("triage")!;
        Assert.True(purpose.Allows(PersonalDataKind.Health));
        Assert.False(purpose.Allows(PersonalDataKind.Phone));
        Assert.Equal(HighImpactDomain.HealthCare, purpose.Domain);
        Assert.Equal(GuardAction.Placeholder, policy.Guard.ActionFor(PersonalDataKind.Phone));
        Assert.Equal(GuardAction.Mask, policy.Guard.ActionFor(PersonalDataKind.Email));
        Assert.Equal(12_000_000m, policy.FindVoucher("v-2026-001")!.Budget!.Total);
        Assert.Equal("terms/ai.md", policy.Transparency!.Notice!.Evidence);
        Assert.Equal(HighImpactResult.NotApplicable, Assert.Single(policy.HighImpactReviews).Result);
        Assert.Equal(100.5m, Assert.Single(policy.Prices).InputPerMillion);
        Assert.True(Assert.Single(policy.Suppressions).IsEffective(Today));
        Assert.Equal(new PolicyDate(2026, 11, 22), policy.RulePack);
    }

    [Fact]
    public void Read_SmallestPolicy_IsFine()
    {
        var (policy, problems) = PolicyReader.Read("""{ "version": 1 }""");

        Assert.Empty(problems);
        Assert.Equal((0, 0, null), (policy!.Processors.Count, policy.Purposes.Count, policy.Guard.ActionFor(PersonalDataKind.Phone)));
    }

    [Fact]
    public void Read_ByteOrderMarkCrLfAndKorean_KeepsLinesAndColumns()
    {
        var text = "\uFEFF" + Samples.Full.Replace("\n", "\r\n", StringComparison.Ordinal).Replace("\"발열 분류\"", "7", StringComparison.Ordinal);

        var (policy, problems) = PolicyReader.Read(text, Today);

        var problem = Assert.Single(problems);
        var lines = text.Split("\r\n");
        Assert.Equal(PolicyProblemIds.WrongValue, problem.Id);
        Assert.Equal((Array.FindIndex(lines, line => line.Contains(": 7,", StringComparison.Ordinal)), 1), (problem.Place.StartLine, problem.Place.Length));
        Assert.Equal("7", lines[problem.Place.StartLine].Substring(problem.Place.StartColumn, problem.Place.EndColumn - problem.Place.StartColumn));
        Assert.Equal("예시의원", policy!.Organisation!.Name);
    }

    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("{\n  \"version\": 1,\n  oops\n}", 2, 2)]
    [InlineData("{ \"version\": 1", 0, 14)]
    [InlineData("version: 1", 0, 0)]
    [InlineData("{ \"version\": 01 }", 0, 13)]
    public void Read_NoJson_IsOneErrorAtItsPlaceAndNoPolicy(string text, int line, int column)
    {
        var (policy, problems) = PolicyReader.Read(text);

        Assert.Null(policy);
        var problem = Assert.Single(problems);
        Assert.Equal((PolicyProblemIds.Unreadable, PolicySeverity.Error, line), (problem.Id, problem.Severity, problem.Place.StartLine));
        Assert.InRange(problem.Place.StartColumn, column, column + 1);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"version\"")]
    public void Read_NoObject_IsAnErrorAndNoPolicy(string text)
    {
        var (policy, problems) = PolicyReader.Read(text);

        Assert.Null(policy);
        Assert.Equal(PolicyProblemIds.WrongValue, Assert.Single(problems).Id);
    }

    [Fact]
    public void Read_Null_Throws() => Assert.Throws<ArgumentNullException>("text", () => PolicyReader.Read(null!));
}
