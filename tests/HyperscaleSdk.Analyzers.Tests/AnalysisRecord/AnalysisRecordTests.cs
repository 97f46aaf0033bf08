using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.Analyzers.Tests.PersonalDataFlow;
using HyperscaleSdk.TestKit.Analyzers;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Tests.AnalysisRecord;

/// <summary>The analysis says that it ran, and where it stopped.</summary>
public sealed class AnalysisRecordTests
{
    private const string Code = """
        using Microsoft.Extensions.AI;

        public sealed record Visitor(string JuminNo, string Topic);

        public sealed class Desk(IChatClient chat)
        {
            public Task AskAsync(Visitor visitor) => chat.GetResponseAsync(visitor.Topic);

            public Task TellAsync(Visitor visitor) => chat.GetResponseAsync(visitor.JuminNo);

            public int Unrelated(int number) => number + 1;
        }
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Record_Wanted_TellsWhatWasSeen()
    {
        var diagnostics = await Run("true").RunAsync(Cancellation);

        var record = diagnostics.Single(reported => reported.Diagnostic.Id is "HSAI3001");
        Assert.Equal(DiagnosticSeverity.Info, record.Diagnostic.Severity);
        Assert.Equal(
            "The personal-data analysis ran: 3 methods seen, 2 of them followed, 2 AI calls, 1 sources of personal data, 1 findings, 0 methods cut short",
            record.Message);
    }

    [Fact]
    public async Task Record_InKorean_IsKorean()
    {
        var diagnostics = await Run("true").WithCulture("ko-KR").RunAsync(Cancellation);

        Assert.StartsWith("개인정보 분석을 실행했습니다: 메서드 3개 중 2개 추적", diagnostics.Single(reported => reported.Diagnostic.Id is "HSAI3001").Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_NotWanted_IsSilent()
    {
        var diagnostics = await AnalyzerTest.For<PersonalDataFlowAnalyzer>().WithOnly("HSAI3001").WithSource(Code).RunAsync(Cancellation);

        Assert.Empty(diagnostics);
    }

    [Fact]
    public async Task Method_TooDeeplyNested_IsReported()
    {
        var trimmed = string.Concat(Enumerable.Repeat(".Trim()", 550));
        var source = FlowSnippets.InMethod($"await chat.GetResponseAsync(note{trimmed});").Replace("async Task RunAsync", "async Task {|HSAI3002:RunAsync|}", StringComparison.Ordinal);

        await AnalyzerTest.For<PersonalDataFlowAnalyzer>().WithOnly("HSAI3002").WithSource(source).WithSource(FlowSnippets.Types).RunAsync(Cancellation);
    }

    [Fact]
    public async Task Call_OfMoreSinksThanAreFollowed_IsReported()
    {
        var sends = string.Join("\n", Enumerable.Range(0, 60).Select(index => $"await chat.GetResponseAsync(topic + {index});"));

        await AnalyzerTest.For<PersonalDataFlowAnalyzer>().WithOnly("HSAI3002").WithSource($$"""
            using Microsoft.Extensions.AI;

            public sealed class Desk(IChatClient chat)
            {
                public async Task {|HSAI3002:AskAsync|}(string topic) => await AskAllAsync(topic);

                private async Task AskAllAsync(string topic)
                {
                    {{sends}}
                }
            }
            """).RunAsync(Cancellation);
    }

    private static AnalyzerTest<PersonalDataFlowAnalyzer> Run(string wanted) => AnalyzerTest.For<PersonalDataFlowAnalyzer>().WithOnly("HSAI3001")
        .WithProperty("HyperscaleAnalysisRecord", wanted).AllowingUnplaced().WithSource(Code);
}
