using HyperscaleSdk.Cli.Tests.Support;

namespace HyperscaleSdk.Cli.Tests;

public sealed class PolicyCommandTests
{
    private const string Flawed = """
        {
          "version": 1,
          "organization": { "name": "예시의원" },
          "purposes": [
            { "id": "sign-up", "basis": "consent", "kinds": ["residentRegistrationNumber"] }
          ]
        }
        """;

    private static readonly Dictionary<string, string> English = new(StringComparer.Ordinal) { ["LC_ALL"] = "en_US.UTF-8" };
    private static readonly Dictionary<string, string> Korean = new(StringComparer.Ordinal) { ["LC_ALL"] = "ko_KR.UTF-8" };

    [Fact]
    public async Task Check_FlawedPolicy_PrintsEachProblemAtItsPlace()
    {
        using var folder = new TempFolder();
        var policy = folder.Write("hyperscale.policy.json", Flawed);

        var result = await CliProcess.RunAsync(["policy", "check", policy], English);

        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.Collection(
            result.OutputLines,
            line => Assert.StartsWith($"{policy}:3:3   warning  HSAI2004  There is no member 'organization'", line, StringComparison.Ordinal),
            line => Assert.StartsWith($"{policy}:5:54  error    HSAI2010  A resident registration number", line, StringComparison.Ordinal));
        Assert.Equal($"{policy}: 1 error, 1 warning", result.ErrorLines[^1].TrimEnd('\r'));
    }

    [Fact]
    public async Task Check_InKorean_SpeaksKorean()
    {
        using var folder = new TempFolder();
        var policy = folder.Write("hyperscale.policy.json", Flawed);

        var result = await CliProcess.RunAsync(["policy", "check", policy], Korean);

        Assert.Contains("주민등록번호는 법령에 근거가 있는 경우에만", result.Output, StringComparison.Ordinal);
        Assert.Contains("오류 1건, 경고 1건", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_Json_IsOneDocumentWithBothLanguages()
    {
        using var folder = new TempFolder();
        var policy = folder.Write("hyperscale.policy.json", Flawed);

        var result = await CliProcess.RunAsync("policy", "check", policy, "--json", "--fail-on", "never");

        Assert.True(result.ExitCode == 0, result.ToString());
        var finding = result.Json().GetProperty("findings")[1];
        Assert.Equal(("HSAI2010", "error", 5, 54), (finding.GetProperty("id").GetString(), finding.GetProperty("severity").GetString(), finding.GetProperty("line").GetInt32(), finding.GetProperty("column").GetInt32()));
        Assert.Contains("제24조의2", finding.GetProperty("messageKo").GetString(), StringComparison.Ordinal);
        Assert.Equal((1, 1), (result.Json().GetProperty("counts").GetProperty("error").GetInt32(), result.Json().GetProperty("counts").GetProperty("warning").GetInt32()));
    }

    [Theory]
    [InlineData("2026-11-30", 0)]
    [InlineData("2026-12-01", 1)]
    public async Task Check_ByADate_SaysWhatHasExpired(string date, int exitCode)
    {
        using var folder = new TempFolder();
        var policy = folder.Write("p.json", """{ "version": 1, "vouchers": [ { "id": "v", "validUntil": "2026-11-30" } ] }""");

        var result = await CliProcess.RunAsync("policy", "check", policy, "--date", date);

        Assert.True(result.ExitCode == exitCode, result.ToString());
        Assert.Equal(exitCode == 1, result.Output.Contains("HSAI2013", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Check_OldRulePack_IsFound()
    {
        using var folder = new TempFolder();
        var policy = folder.Write("p.json", """{ "version": 1, "rulePack": "2026-11-22" }""");

        var result = await CliProcess.RunAsync("policy", "check", policy, "--date", "2027-03-09");

        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.Contains("HSAI0028", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.json", 3)]
    [InlineData("--date", 2)]
    public async Task Check_WhatCannotBe_IsAnError(string argument, int exitCode)
    {
        var result = argument == "--date" ? await CliProcess.RunAsync("policy", "check", "--date", "tomorrow") : await CliProcess.RunAsync("policy", "check", argument);

        Assert.True(result.ExitCode == exitCode, result.ToString());
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task Check_NoJson_IsAFinding()
    {
        using var folder = new TempFolder();

        var result = await CliProcess.RunAsync("policy", "check", folder.Write("p.json", "version: 1\u001b[31m"));

        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.Contains("HSAI2001", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', result.Output);
    }

    [Fact]
    public async Task Init_WithEveryOption_PassesCheck()
    {
        using var folder = new TempFolder();
        var policy = folder.File("hyperscale.policy.json");

        var written = await CliProcess.RunAsync(
            "policy", "init", "-o", policy, "--organisation", "예시의원", "--registration-number", "123-45-67890", "--role", "service", "--privacy-policy-url", "https://example.com/privacy",
            "--profile", "private", "--processor", "upstage", "--processor-role", "processor", "--contract", "contracts/upstage.pdf", "--task", "요약", "--sub-processor", "Example Cloud",
            "--published-url", "https://example.com/privacy#processors", "--trains-on-input", "false", "--retention-days", "30", "--deletion", "30일 뒤 삭제", "--human-review", "false", "--country", "KR",
            "--purpose", "triage", "--basis", "consent", "--separate-consent", "--kind", "health", "--kind", "name", "--evidence", "consent/triage.md", "--guard", "placeholder",
            "--voucher", "v-2026-001", "--programme", "AI 바우처", "--product", "Solar Pro", "--government", "10000000", "--own-cash", "1000000", "--own-in-kind", "0",
            "--valid-from", "2026-01-01", "--valid-until", "2099-12-31", "--notice", "AI가 답변합니다.", "--notice-evidence", "terms/ai.md");
        var check = await CliProcess.RunAsync("policy", "check", policy);

        Assert.True(written.ExitCode == 0, written.ToString());
        Assert.True(check.ExitCode == 0, check + File.ReadAllText(policy));
        Assert.Contains("\"예시의원\"", await File.ReadAllTextAsync(policy), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Init_WithANameOnly_PassesCheck()
    {
        using var folder = new TempFolder();
        var policy = folder.File("hyperscale.policy.json");

        var written = await CliProcess.RunAsync("policy", "init", "-o", policy, "--organisation", "A \"quoted\" name", "--json");
        var check = await CliProcess.RunAsync("policy", "check", policy);

        Assert.Equal(policy, written.Json().GetProperty("path").GetString());
        Assert.True(check.ExitCode == 0, check.ToString());
    }

    [Fact]
    public async Task Init_OverAFile_NeedsForce()
    {
        using var folder = new TempFolder();
        var policy = folder.Write("hyperscale.policy.json", "mine");

        var refused = await CliProcess.RunAsync("policy", "init", "-o", policy, "--organisation", "A");
        var kept = await File.ReadAllTextAsync(policy);
        var forced = await CliProcess.RunAsync("policy", "init", "-o", policy, "--organisation", "A", "--force");

        Assert.True(refused.ExitCode == 3, refused.ToString());
        Assert.Equal("mine", kept);
        Assert.True(forced.ExitCode == 0, forced.ToString());
        Assert.Contains("\"version\": 1", await File.ReadAllTextAsync(policy), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--organisation")]
    [InlineData("HSAI2010", "--organisation", "A", "--purpose", "p", "--basis", "consent", "--kind", "residentRegistrationNumber")]
    [InlineData("HSAI2006", "--organisation", "A", "--role", "boss")]
    [InlineData("HSAI2005", "--organisation", "A", "--privacy-policy-url", "javascript:alert(1)")]
    public async Task Init_WhatCheckWouldRefuse_IsRefusedAndNotWritten(string said, params string[] options)
    {
        using var folder = new TempFolder();
        var policy = folder.File("hyperscale.policy.json");

        var result = await CliProcess.RunAsync(["policy", "init", "-o", policy, .. options]);

        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.Contains(said, result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(policy));
    }
}
