using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.CodeFixes;
using HyperscaleSdk.TestKit.Analyzers;

namespace HyperscaleSdk.Analyzers.Tests.DecisionWithoutHuman;

internal static class DecisionSnippets
{
    public const string Types = """
        using HyperscaleSdk;

        public enum LoanStatus { Open, Approved, Rejected }

        public sealed class LoanApplication { public LoanStatus Status { get; set; } public bool Approved { get; set; } public string Note { get; set; } = ""; public decimal CreditLimit { get; set; } }

        public sealed class Verdict { public bool Approve { get; set; } public int Score { get; set; } }

        public sealed class Loans
        {
            public void Approve(LoanApplication application) { }
            public void Reject(LoanApplication application, string reason) { }
            public void Suggest(LoanApplication application, string text) { }
            [AutomatedDecision] public void Settle(LoanApplication application, bool yes) { }
        }

        public sealed class Promise { public void Reject(string reason) { } }

        public sealed class CreditOfficer { public Task<bool> DecideAsync(string advice) => Task.FromResult(true); }

        namespace HyperscaleSdk
        {
            public sealed class AutomatedDecisionAttribute : Attribute;
            public enum HumanReviewOutcome { Pending, Confirmed, Overturned }
            public interface IHumanReview { Task<HumanReviewOutcome> ReviewAsync(string caseId, string proposal, CancellationToken cancellationToken = default); }
        }
        """;

    public static string InMethod(string body, string parameters = "") => $$"""
        using System.Text.Json;
        using HyperscaleSdk;
        using Microsoft.Extensions.AI;

        public sealed class Desk(IChatClient chat)
        {
            public async Task RunAsync(LoanApplication application, Loans loans, Promise promise, CreditOfficer officer, bool flag{{parameters}})
            {
                var answer = await chat.GetResponseAsync(application.Note);
        {{body}}
            }
        }
        """;

    public static AnalyzerTest<DecisionWithoutHumanAnalyzer> Test(string source) =>
        AnalyzerTest.For<DecisionWithoutHumanAnalyzer>().WithSource(source).WithSource(Types).WithProperty("HyperscaleRole", "Service");

    public static CodeFixTest<DecisionWithoutHumanAnalyzer, DecisionWithoutHumanCodeFixProvider> Fix(string source) =>
        CodeFixTest.For<DecisionWithoutHumanAnalyzer, DecisionWithoutHumanCodeFixProvider>().WithSource(source).WithSource(Types).WithProperty("HyperscaleRole", "Service");
}
