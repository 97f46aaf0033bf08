namespace HyperscaleSdk.Policies.Tests;

public sealed class PolicyDecisionTests
{
    [Theory]
    [InlineData("consent", false, "phone", true)]
    [InlineData("contract", false, "phone", true)]
    [InlineData("consent", false, "health", false)]
    [InlineData("consent", true, "health", true)]
    [InlineData("consent", true, "passportNumber", true)]
    [InlineData("legitimateInterest", true, "passportNumber", false)]
    [InlineData("statute", false, "passportNumber", true)]
    [InlineData("consent", true, "residentRegistrationNumber", false)]
    [InlineData("statute", false, "residentRegistrationNumber", true)]
    public void Allows_ByBasisAndKind_IsAsTheLawSays(string basis, bool separate, string kind, bool isAllowed)
    {
        var statute = basis == "statute" ? ", \"statute\": \"주민등록법 제7조의2\"" : "";
        var (policy, _) = PolicyReader.Read($$"""
            { "version": 1, "purposes": [ { "id": "a", "basis": "{{basis}}"{{statute}}, "separateConsent": {{(separate ? "true" : "false")}}, "kinds": ["{{kind}}"] } ] }
            """);

        var value = Enum.Parse<PersonalDataKind>(kind, ignoreCase: true);
        Assert.Equal(isAllowed, policy!.Allows(value, "upstage", "a"));
        Assert.Equal(isAllowed, policy.Allows(value, null, null));
        Assert.False(policy.Allows(value, "upstage", "b"));
    }

    [Fact]
    public void Allows_StatuteWithoutAnArticle_AllowsNothing()
    {
        var (policy, _) = PolicyReader.Read("""{ "version": 1, "purposes": [ { "id": "a", "basis": "statute", "kinds": ["phone", "residentRegistrationNumber"] } ] }""");

        Assert.False(policy!.Allows(PersonalDataKind.Phone, null, "a"));
        Assert.False(policy.Allows(PersonalDataKind.ResidentRegistrationNumber, null, "a"));
    }

    [Fact]
    public void Allows_PurposeOfOtherProviders_DoesNotCount()
    {
        var (policy, _) = PolicyReader.Read("""
            { "version": 1, "processors": [ { "id": "upstage" }, { "id": "openai" } ], "purposes": [ { "id": "a", "basis": "contract", "kinds": ["phone"], "processors": ["upstage"] } ] }
            """);

        Assert.True(policy!.Allows(PersonalDataKind.Phone, "upstage", null));
        Assert.False(policy.Allows(PersonalDataKind.Phone, "openai", null));
        Assert.False(policy.Allows(PersonalDataKind.Phone, null, null));
    }

    [Theory]
    [InlineData("contract", false)]
    [InlineData("consent", true)]
    public void Allows_ProviderThatTrains_NeedsConsent(string basis, bool isAllowed)
    {
        var (policy, _) = PolicyReader.Read($$"""
            { "version": 1, "processors": [ { "id": "x", "trainsOnInput": true } ], "purposes": [ { "id": "a", "basis": "{{basis}}", "kinds": ["phone"] } ] }
            """);

        Assert.Equal(isAllowed, policy!.Allows(PersonalDataKind.Phone, "x", "a"));
    }

    [Theory]
    [InlineData("allow", GuardAction.Block)]
    [InlineData("placeholder", GuardAction.Block)]
    [InlineData("mask", GuardAction.Mask)]
    public void Guard_Default_NeverLetsAResidentNumberThrough(string fallback, GuardAction action)
    {
        var (policy, problems) = PolicyReader.Read($$"""{ "version": 1, "guard": { "default": "{{fallback}}" } }""");

        Assert.Empty(problems);
        Assert.Equal(action, policy!.Guard.ActionFor(PersonalDataKind.ResidentRegistrationNumber));
    }

    [Theory]
    [InlineData("HSAI0007", null, "because", true)]
    [InlineData("HSAI0001", null, "because", false)]
    [InlineData("HSAI0001", "2026-11-27", "because", true)]
    [InlineData("HSAI0001", "2026-11-26", "because", false)]
    [InlineData("HSAI0007", null, "TODO", false)]
    public void Suppression_IsEffective_WithReasonAndEnd(string rule, string? expiry, string justification, bool isEffective)
    {
        var end = expiry is null ? "" : $", \"expiry\": \"{expiry}\"";
        var (policy, _) = PolicyReader.Read($$"""{ "version": 1, "suppressions": [ { "rule": "{{rule}}", "place": "**", "justification": "{{justification}}"{{end}} } ] }""");

        Assert.Equal(isEffective, Assert.Single(policy!.Suppressions).IsEffective(new PolicyDate(2026, 11, 27)));
    }

    [Fact]
    public void Today_InKorea_IsTomorrowLateInUtc() =>
        Assert.Equal(new PolicyDate(2026, 11, 28), PolicyDate.InKorea(new DateTimeOffset(2026, 11, 27, 15, 0, 0, TimeSpan.Zero)));

    [Fact]
    public void LawChanges_Between_AreThoseThatApplyAlready()
    {
        Assert.Empty(LawChanges.Between(new PolicyDate(2026, 11, 22), new PolicyDate(2027, 3, 8)));
        Assert.Equal(new PolicyDate(2027, 3, 9), Assert.Single(LawChanges.Between(new PolicyDate(2026, 11, 22), new PolicyDate(2027, 3, 9))).Date);
    }
}
