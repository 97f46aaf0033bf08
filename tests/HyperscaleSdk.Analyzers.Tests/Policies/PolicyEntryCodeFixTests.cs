using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.CodeFixes;
using HyperscaleSdk.TestKit.Analyzers;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HyperscaleSdk.Analyzers.Tests.Policies;

public sealed class PolicyEntryCodeFixTests
{
    private const string Empty = """
        {
          "version": 1
        }
        """;

    private const string Stub = """
        {
          "version": 1,
          "processors": [
            {
              "id": "upstage",
              "role": "TODO: processor, thirdParty or onPremises",
              "contract": "TODO: where the written contract is kept (위탁 계약 문서)",
              "task": "TODO: the task it is given (위탁 업무)",
              "subProcessors": ["TODO: whom it engages in turn, [] for none (재수탁자)"],
              "publishedUrl": "TODO: address where task and processors are published (공개 주소)",
              "trainsOnInput": "TODO: true or false (입력 학습 여부)",
              "retentionDays": "TODO: days that inputs are kept (보관 일수)",
              "deletion": "TODO: how it deletes (파기 방법)",
              "humanReview": "TODO: true or false (사람의 열람 여부)"
            }
          ]
        }
        """;

    private const string Screening = """
        using Microsoft.Extensions.AI;

        public sealed class ResumeScreening(IChatClient chat)
        {
            public async Task<string> RunAsync(string resume) => (await chat.GetResponseAsync(resume)).Text;
            public async Task<string> RankAsync(string resume) => (await chat.GetResponseAsync(resume)).Text;
        }
        """;

    [Fact]
    public async Task Provider_NotRegistered_GetsAnEntryToFillIn() =>
        await Register("builder.AddUpstage();", Empty).WithFixedAdditionalFile(Stub).RunAsync(TestContext.Current.CancellationToken);

    [Fact]
    public async Task Providers_ManyUses_GetOneEntryEach() => await Register("builder.AddUpstage(); builder.AddUpstage(); var chat = new OpenAI.Chat.ChatClient(\"m\", \"k\");", Empty)
        .WithFixedAdditionalFile(Stub.Replace(
            "    }\n  ]",
            "    },\n    {\n      \"id\": \"openai\"," + Stub[(Stub.IndexOf("\"upstage\",", StringComparison.Ordinal) + 10)..Stub.IndexOf("\n  ]", StringComparison.Ordinal)] + "\n  ]",
            StringComparison.Ordinal))
        .RunFixAllAsync(TestContext.Current.CancellationToken);

    [Fact]
    public async Task Entry_Incomplete_GetsWhatItLacksAndKeepsTheRest() => await Register(
        "builder.AddUpstage();",
        """{ "version": 1, "processors": [ { "id": "Upstage", "role": "processor", "contract": "c", "subProcessors": [] } ] }""")
        .WithFixedAdditionalFile("""{ "version": 1, "processors": [ { "id": "Upstage", "role": "processor", "contract": "c", "subProcessors": [], "task": "TODO: the task it is given (위탁 업무)", "publishedUrl": "TODO: address where task and processors are published (공개 주소)" } ] }""")
        .RunAsync(TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("{ \"version\": 1, }")]
    [InlineData("{ /* note */ \"version\": 1 }")]
    [InlineData("version: 1")]
    [InlineData("{ \"version\": 1, \"processors\": {} }")]
    public async Task Policy_NotCleanJson_IsLeftAlone(string policy) => await Register("builder.AddUpstage();", policy).RunNoFixAsync(TestContext.Current.CancellationToken);

    [Fact]
    public async Task Project_WithoutPolicy_GetsNoFix() => await CodeFixTest.For<ProviderRegisterAnalyzer, PolicyEntryCodeFixProvider>()
        .WithSource(ProviderSnippets.Registration("builder.AddUpstage();")).WithSource(ProviderSnippets.Types).WithSource(ProviderSnippets.Patient)
        .RunNoFixAsync(TestContext.Current.CancellationToken);

    [Fact]
    public async Task Terms_Unknown_AreToBeFilledIn() => await Test<ProviderTermsAnalyzer>(
        ProviderSnippets.Registration("builder.AddUpstage();"),
        """
        {
            "version": 1,
            "processors": [
                {
                    "id": "upstage",
                    "trainsOnInput": false,
                    "retentionDays": 30
                }
            ]
        }
        """)
        .WithFixedAdditionalFile("""
        {
            "version": 1,
            "processors": [
                {
                    "id": "upstage",
                    "trainsOnInput": false,
                    "retentionDays": 30,
                    "deletion": "TODO: how it deletes (파기 방법)",
                    "humanReview": "TODO: true or false (사람의 열람 여부)"
                }
            ]
        }
        """).RunAsync(TestContext.Current.CancellationToken);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Review_Missing_IsToBeMade(bool all)
    {
        var test = CodeFixTest.For<HighImpactReviewAnalyzer, PolicyEntryCodeFixProvider>().WithSource(Screening).WithProperty("HyperscaleRole", "Service")
            .WithAdditionalFile(ProviderSnippets.PolicyPath, """
            {
              "version": 1,
              "highImpactReviews": []
            }
            """)
            .WithFixedAdditionalFile("""
            {
              "version": 1,
              "highImpactReviews": [
                {
                  "domain": "hiring",
                  "result": "TODO: notApplicable, highImpact or asked (검토 결과)",
                  "date": "TODO: yyyy-MM-dd (검토일)",
                  "evidence": "TODO: where the review is kept (증빙)"
                }
              ]
            }
            """);
        await (all ? test.RunFixAllAsync(TestContext.Current.CancellationToken) : test.RunAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Notice_Missing_IsToBeWritten() => await CodeFixTest.For<AiNoticeAnalyzer, PolicyEntryCodeFixProvider>().WithProperty("HyperscaleRole", "Service")
        .WithSource("""
            using Microsoft.Extensions.AI;

            [Microsoft.AspNetCore.Mvc.ApiController]
            public sealed class AskController(IChatClient chat) { public Task<ChatResponse> Post(string text) => chat.GetResponseAsync(text); }

            namespace Microsoft.AspNetCore.Mvc { public sealed class ApiControllerAttribute : Attribute; }
            """)
        .WithAdditionalFile(ProviderSnippets.PolicyPath, "{ \"version\": 1 }")
        .WithFixedAdditionalFile("""{ "version": 1, "transparency": { "notice": { "text": "TODO: what users are told (고지 문구)", "evidence": "TODO: where it can be seen (확인할 수 있는 곳)" } } }""")
        .RunAsync(TestContext.Current.CancellationToken);

    private static CodeFixTest<ProviderRegisterAnalyzer, PolicyEntryCodeFixProvider> Register(string call, string policy) =>
        Test<ProviderRegisterAnalyzer>(ProviderSnippets.Registration(call), policy);

    private static CodeFixTest<TAnalyzer, PolicyEntryCodeFixProvider> Test<TAnalyzer>(string source, string policy)
        where TAnalyzer : DiagnosticAnalyzer, new() =>
        CodeFixTest.For<TAnalyzer, PolicyEntryCodeFixProvider>().WithSource(source).WithSource(ProviderSnippets.Types).WithSource(ProviderSnippets.Patient)
            .WithAdditionalFile(ProviderSnippets.PolicyPath, policy);
}
