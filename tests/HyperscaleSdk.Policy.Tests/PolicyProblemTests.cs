namespace HyperscaleSdk.Policies.Tests;

/// <summary>What is wrong is told where it stands: <c>«…»</c> marks the characters that the problem points at.</summary>
public sealed class PolicyProblemTests
{
    private static readonly PolicyDate Today = new(2026, 11, 27);

    [Theory]
    [InlineData("HSAI2001", """{ «// note»""" + "\n \"version\": 1 }", false)]
    [InlineData("HSAI2001", """{ "version": 1«,» }""", false)]
    [InlineData("HSAI2002", """{ "version": 1, "profile": "public", «"profile"»: "private" }""", true)]
    [InlineData("HSAI2004", """{ "version": 1, «"organization"»: {} }""", false)]
    [InlineData("HSAI2004", """{ "version": 1, "processors": [ { "id": "a", «"trainOnInput"»: true } ] }""", false)]
    [InlineData("HSAI2005", """{ "version": «2» }""", true)]
    [InlineData("HSAI2005", """{ "version": 1, "processors": «{}» }""", true)]
    [InlineData("HSAI2005", """{ "version": 1, "organisation": «[]» }""", true)]
    [InlineData("HSAI2005", """{ "version": 1, "organisation": { "name": «"  "» } }""", true)]
    [InlineData("HSAI2005", """{ "version": 1, "organisation": { "name": "A", "registrationNumber": «"123"» } }""", true)]
    [InlineData("HSAI2005", """{ "version": 1, "organisation": { "name": "A", "privacyPolicyUrl": «"javascript:alert(1)"» } }""", true)]
    [InlineData("HSAI2005", """{ "version": 1, "processors": [ { "id": "a", "retentionDays": «-1» } ] }""", true)]
    [InlineData("HSAI2005", """{ "version": 1, "processors": [ { "id": "a", "retentionDays": «1e99» } ] }""", true)]
    [InlineData("HSAI2005", """{ "version": 1, "processors": [ { "id": "a", "trainsOnInput": «"no"» } ] }""", true)]
    [InlineData("HSAI2005", """{ "version": 1, "processors": [ { "id": "a", "countries": [«"kr"»] } ] }""", true)]
    [InlineData("HSAI2005", """{ "version": 1, "rulePack": «"2026-02-30"» }""", true)]
    [InlineData("HSAI2005", """{ "version": 1, "rulePack": «"22.11.2026"» }""", true)]
    [InlineData("HSAI2005", """{ "version": 1, "vouchers": [ { "id": "v", "budget": { "government": «-5» } } ] }""", true)]
    [InlineData("HSAI2005", """{ "version": 1, "$comment": «1» }""", true)]
    [InlineData("HSAI2006", """{ "version": 1, "profile": «"Public"» }""", true)]
    [InlineData("HSAI2006", """{ "version": 1, "processors": [ { "id": "a", "role": «"proccessor"» } ] }""", true)]
    [InlineData("HSAI2006", """{ "version": 1, "purposes": [ { "id": "a", "basis": "contract", "kinds": [«"adress"»] } ] }""", true)]
    [InlineData("HSAI2006", """{ "version": 1, "guard": { "actions": { «"fone"»: "mask" } } }""", true)]
    [InlineData("HSAI2006", """{ "version": 1, "suppressions": [ { "rule": «"HSAI0029"», "place": "a.cs", "justification": "b" } ] }""", true)]
    [InlineData("HSAI2007", """«{» }""", true)]
    [InlineData("HSAI2007", """{ "version": 1, "processors": [ «{» } ] }""", true)]
    [InlineData("HSAI2007", """{ "version": 1, "purposes": [ { "id": "a", "basis": «"statute"» } ] }""", true)]
    [InlineData("HSAI2008", """{ "version": 1, "processors": [ { "id": "upstage" }, { "id": «"Upstage"» } ] }""", true)]
    [InlineData("HSAI2008", """{ "version": 1, "vouchers": [ { "id": "v" }, { "id": «"v"» } ] }""", true)]
    [InlineData("HSAI2009", """{ "version": 1, "processors": [ { "id": "upstage" } ], "purposes": [ { "id": "a", "basis": "contract", "processors": [«"upstag"»] } ] }""", true)]
    [InlineData("HSAI2010", """{ "version": 1, "purposes": [ { "id": "a", "basis": "consent", "separateConsent": true, "kinds": [«"residentRegistrationNumber"»] } ] }""", true)]
    [InlineData("HSAI2010", """{ "version": 1, "guard": { "actions": { "residentRegistrationNumber": «"allow"» } } }""", true)]
    [InlineData("HSAI2010", """{ "version": 1, "guard": { "actions": { "residentRegistrationNumber": «"placeholder"» } } }""", true)]
    [InlineData("HSAI2011", """{ "version": 1, "purposes": [ { "id": "a", "basis": "consent", "kinds": [«"health"»] } ] }""", true)]
    [InlineData("HSAI2011", """{ "version": 1, "purposes": [ { "id": "a", "basis": "contract", "separateConsent": true, "kinds": [«"passportNumber"»] } ] }""", true)]
    [InlineData("HSAI2013", """{ "version": 1, "vouchers": [ { "id": "v", "validUntil": «"2026-11-26"» } ] }""", false)]
    [InlineData("HSAI2013", """{ "version": 1, "suppressions": [ { "rule": "HSAI0001", "place": "a", "justification": "b", "expiry": «"2026-11-26"» } ] }""", false)]
    [InlineData("HSAI2014", """{ "version": 1, "suppressions": [ «{» "rule": "HSAI0007", "place": "a" } ] }""", true)]
    [InlineData("HSAI2014", """{ "version": 1, "suppressions": [ «{» "rule": "HSAI0001", "place": "a", "justification": "b" } ] }""", true)]
    [InlineData("HSAI2015", """{ "version": 1, "vouchers": [ { "id": "v", "validFrom": "2026-12-02", "validUntil": «"2026-12-01"» } ] }""", true)]
    [InlineData("HSAI2017", """{ "version": 1, "processors": [ { "id": "upstage", "contract": «"TODO: where it is kept"» } ] }""", false)]
    [InlineData("HSAI2017", """{ "version": 1, "processors": [ { "id": "upstage", "retentionDays": «"TODO"» } ] }""", false)]
    public void Read_SomethingWrong_IsOneProblemAtItsPlace(string id, string marked, bool isError)
    {
        var start = marked.IndexOf('«', StringComparison.Ordinal);
        var length = marked.IndexOf('»', StringComparison.Ordinal) - start - 1;
        var text = marked.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);

        var (policy, problems) = PolicyReader.Read(text, Today);

        var problem = Assert.Single(problems);
        Assert.Equal((id, isError ? PolicySeverity.Error : PolicySeverity.Warning), (problem.Id, problem.Severity));
        Assert.Equal(text.Substring(start, length), text.Substring(problem.Place.Start, problem.Place.Length));
        Assert.Contains(problem.KoreanMessage, letter => letter is >= '가' and <= '힣');
        Assert.DoesNotContain(problem.Message, letter => letter is >= '가' and <= '힣');
        Assert.NotNull(policy);
    }

    [Theory]
    [InlineData("basis")]
    [InlineData("items")]
    [InlineData("recipient")]
    [InlineData("purpose")]
    [InlineData("period")]
    [InlineData("refusal")]
    public void Transfer_WithoutAnItem_HasNoBasis(string item)
    {
        var members = new[] { "\"basis\": \"contract\"", "\"items\": [\"문의\"]", "\"method\": \"m\"", "\"recipient\": \"r\"", "\"purpose\": \"p\"", "\"period\": \"30d\"", "\"refusal\": \"f\"" };
        var text = $$"""{ "version": 1, "processors": [ { "id": "a", "countries": ["US"], "transfer": { {{string.Join(", ", members.Where(member => !member.StartsWith($"\"{item}\"", StringComparison.Ordinal)))}} } } ] }""";

        var (policy, problems) = PolicyReader.Read(text);

        Assert.Equal((PolicyProblemIds.IncompleteTransfer, PolicySeverity.Error), (Assert.Single(problems).Id, problems[0].Severity));
        Assert.False(policy!.FindProcessor("a")!.MayReceiveAbroad);
    }

    [Fact]
    public void Transfer_WithoutMethod_IsAWarningAndKeepsItsBasis()
    {
        var (policy, problems) = PolicyReader.Read("""
            { "version": 1, "processors": [ { "id": "a", "countries": ["US"], "transfer": { "basis": "contract", "items": ["문의"], "recipient": "r", "purpose": "p", "period": "30d", "refusal": "f" } } ] }
            """);

        Assert.Equal((PolicyProblemIds.IncompleteTransfer, PolicySeverity.Warning), (Assert.Single(problems).Id, problems[0].Severity));
        Assert.True(policy!.FindProcessor("a")!.MayReceiveAbroad);
    }

    [Theory]
    [InlineData("organization", "organisation")]
    [InlineData("purpose", "purposes")]
    [InlineData("Suppressions", "suppressions")]
    [InlineData("rule-pack", "rulePack")]
    public void UnknownMember_NearAKnownOne_IsAskedAbout(string written, string meant)
    {
        var (_, problems) = PolicyReader.Read($$"""{ "version": 1, "{{written}}": null }""");

        Assert.Contains($"Did you mean '{meant}'?", Assert.Single(problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Titles_AreThereForEveryIdInBothLanguages()
    {
        var ids = typeof(PolicyProblemIds).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToList();

        Assert.Equal(ids, PolicyProblemTitles.Ids);
        Assert.All(ids, id => Assert.Contains(PolicyProblemTitles.Of(id).Korean, letter => letter is >= '가' and <= '힣'));
    }
}
