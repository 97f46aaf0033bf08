using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Tests.DecisionWithoutHuman;

public sealed class DecisionWithoutHumanTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("condition", """if (answer.Text.Contains("approve")) { [|loans.Approve(application)|]; }""")]
    [InlineData("else", """if (answer.Text == "yes") { Console.WriteLine(); } else { [|loans.Reject(application, "no")|]; }""")]
    [InlineData("early exit", """if (answer.Text != "yes") { return; } [|loans.Approve(application)|];""")]
    [InlineData("argument", """[|loans.Reject(application, answer.Text)|];""")]
    [InlineData("marked method", """[|loans.Settle(application, answer.Text.StartsWith("y"))|];""")]
    [InlineData("marked method under a condition", """if (answer.Text == "yes") [|loans.Settle(application, true)|];""")]
    [InlineData("typed result", """var verdict = JsonSerializer.Deserialize<Verdict>(answer.Text)!; if (verdict.Score > 70) { [|loans.Approve(application)|]; }""")]
    [InlineData("typed local", """var ok = JsonSerializer.Deserialize<Verdict>(answer.Text)!.Approve; if (ok) [|loans.Approve(application)|];""")]
    [InlineData("switch", """switch (answer.Text) { case "approve": [|loans.Approve(application)|]; break; }""")]
    [InlineData("number", """var score = int.Parse(answer.Text); if (score < 50) [|loans.Reject(application, "score")|];""")]
    [InlineData("out number", """if (int.TryParse(answer.Text, out var score) && score > 50) [|loans.Approve(application)|];""")]
    [InlineData("property", """[|application.Approved = answer.Text.Contains("yes")|];""")]
    [InlineData("outcome", """if (answer.Text.Contains("yes")) { [|application.Status = LoanStatus.Approved|]; }""")]
    [InlineData("limit", """[|application.CreditLimit = decimal.Parse(answer.Text)|];""")]
    public async Task Decision_ByModelAlone_IsReported(string variant, string body)
    {
        var diagnostics = await DecisionSnippets.Test(DecisionSnippets.InMethod(body)).RunAsync(Cancellation);

        Assert.True(diagnostics.Count == 1 && diagnostics[0].Diagnostic.Severity == DiagnosticSeverity.Warning, variant);
    }

    [Theory]
    [InlineData("review before", """var outcome = await review.ReviewAsync("1", answer.Text); if (outcome == HumanReviewOutcome.Confirmed && answer.Text == "yes") { loans.Approve(application); }""")]
    [InlineData("review in the condition", """if (answer.Text == "yes" && await review.ReviewAsync("1", answer.Text) == HumanReviewOutcome.Confirmed) { loans.Approve(application); }""")]
    [InlineData("officer", """if (await officer.DecideAsync(answer.Text)) { loans.Approve(application); }""")]
    [InlineData("advice", """loans.Suggest(application, answer.Text); application.Note = answer.Text;""")]
    [InlineData("own rule", """Console.WriteLine(answer.Text); if (flag) { loans.Approve(application); }""")]
    [InlineData("answer is there", """if (answer is null || string.IsNullOrEmpty(answer.Text)) { return; } loans.Approve(application);""")]
    [InlineData("cost", """if (answer.Usage?.TotalTokenCount > 100) { return; } loans.Approve(application);""")]
    [InlineData("other verb", """if (answer.Text == "x") { promise.Reject("no"); }""")]
    [InlineData("other outcome", """if (answer.Text == "x") { application.Status = LoanStatus.Open; }""")]
    public async Task Decision_ReviewedOrAdvisory_IsNotReported(string variant, string body)
    {
        var diagnostics = await DecisionSnippets.Test(DecisionSnippets.InMethod(body, ", IHumanReview review")).RunAsync(Cancellation);

        Assert.True(diagnostics.Count == 0, variant);
    }

    [Fact]
    public async Task MarkedMethod_AsksTheModelItself_IsReportedAtItsName()
        => await DecisionSnippets.Test("""
            using HyperscaleSdk;
            using Microsoft.Extensions.AI;

            public sealed class Desk(IChatClient chat, IHumanReview review)
            {
                [AutomatedDecision]
                public async Task<bool> [|DecideAsync|](string text) => (await chat.GetResponseAsync(text)).Text.Contains("yes");

                [AutomatedDecision]
                public async Task<bool> DecideWithPersonAsync(string text)
                {
                    var answer = await chat.GetResponseAsync(text);
                    return await review.ReviewAsync("1", answer.Text) == HumanReviewOutcome.Confirmed;
                }
            }
            """).RunAsync(Cancellation);

    [Theory]
    [InlineData("Service", 1)]
    [InlineData("Internal", 1)]
    [InlineData("None", 0)]
    [InlineData("", 0)]
    public async Task Decision_ByRole_IsReported(string role, int count)
    {
        var body = count == 1 ? """[|loans.Reject(application, answer.Text)|];""" : """loans.Reject(application, answer.Text);""";

        await DecisionSnippets.Test(DecisionSnippets.InMethod(body)).WithProperty("HyperscaleRole", role).RunAsync(Cancellation);
    }

    [Fact]
    public async Task Message_InKorean_NamesBothLaws()
    {
        var diagnostics = await DecisionSnippets.Test(DecisionSnippets.InMethod("""[|loans.Reject(application, answer.Text)|];""")).WithCulture("ko").RunAsync(Cancellation);

        Assert.Contains("'Reject' 결정을 하며 사람의 검토가 없습니다(개인정보 보호법 제37조의2", Assert.Single(diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fix_ReviewInScope_AsksFirst()
        => await DecisionSnippets.Fix(DecisionSnippets.InMethod("""if (answer.Text == "yes") { loans.Approve(application); }""", ", IHumanReview review"))
            .WithFixed(DecisionSnippets.InMethod("""if (answer.Text == "yes") { if (await review.ReviewAsync("Approve", "Approve") == HumanReviewOutcome.Confirmed) { loans.Approve(application); } }""", ", IHumanReview review"))
            .RunAsync(Cancellation);

    [Fact]
    public async Task Fix_NoReviewInScope_IsNotOffered()
        => await DecisionSnippets.Fix(DecisionSnippets.InMethod("""if (answer.Text == "yes") { loans.Approve(application); }""")).RunNoFixAsync(Cancellation);
}
