using System.Globalization;
using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.TestKit.Analyzers;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Tests.PersonalDataFlow;

/// <summary>What a report of the flow rules says: message, severity, way of the data, and what silences it.</summary>
public sealed class FlowReportTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("HSAI0001", "ResidentRegistrationNumber", "Art. 24-2(1)", "제24조의2제1항", DiagnosticSeverity.Error)]
    [InlineData("HSAI0002", "PassportNumber", "Art. 24(1)", "제24조제1항", DiagnosticSeverity.Error)]
    [InlineData("HSAI0004", "Health", "Art. 23(1)", "제23조제1항", DiagnosticSeverity.Error)]
    [InlineData("HSAI0007", "Phone", "Art. 3(7), 15", "제3조제7항, 제15조", DiagnosticSeverity.Warning)]
    public async Task Report_OfDeclaredKind_NamesTheArticleInBothLanguages(string rule, string kind, string english, string korean, DiagnosticSeverity severity)
    {
        var diagnostic = Assert.Single(await Test(kind).WithOnly(rule).WithSource(Source(rule, "card.Value")).RunAsync(Cancellation)).Diagnostic;

        Assert.Equal(severity, diagnostic.Severity);
        Assert.Contains(english, diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Contains(korean, diagnostic.GetMessage(CultureInfo.GetCultureInfo("ko-KR")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_AcrossFiles_ListsDeclarationReadAndSend()
    {
        var diagnostic = Assert.Single(await Test("Phone").WithOnly("HSAI0007")
            .WithSource("""
                using Microsoft.Extensions.AI;

                public sealed class Start(Sender sender) { public Task RunAsync(Card card) => sender.SendAsync({|HSAI0007:card.Value|}); }
                """)
            .WithSource("""
                using Microsoft.Extensions.AI;

                public sealed class Sender(IChatClient chat) { public Task SendAsync(string text) => chat.GetResponseAsync(text); }
                """).RunAsync(Cancellation)).Diagnostic;

        Assert.Equal(["Value", "card.Value", "chat.GetResponseAsync(text)"], diagnostic.AdditionalLocations.Select(place => place.SourceTree!.ToString().Substring(place.SourceSpan.Start, place.SourceSpan.Length)));
    }

    [Fact]
    public async Task Call_ThatLeadsToOneSinkTwice_IsReportedOnce()
    {
        var found = await Test("Phone").WithOnly("HSAI0007").WithSource("""
            using Microsoft.Extensions.AI;

            public sealed class Desk(IChatClient chat)
            {
                public Task RunAsync(Card card) => AskTwiceAsync({|HSAI0007:card.Value|});

                private async Task AskTwiceAsync(string text)
                {
                    await chat.GetResponseAsync(text);
                    await chat.GetResponseAsync("again " + text);
                }
            }
            """).RunAsync(Cancellation);

        Assert.Single(found);
    }

    [Fact]
    public async Task Report_InsideATextOfSeveralLines_StartsWhereTheTextStarts()
    {
        var diagnostic = Assert.Single(await Test("Phone").WithOnly("HSAI0007")
            .WithSource(""""
                using Microsoft.Extensions.AI;

                public sealed class Start(IChatClient chat)
                {
                    public Task RunAsync(Card card) => chat.GetResponseAsync({|HSAI0007:$"""
                        Call back:
                        {card.Value}
                        """|});
                }
                """").RunAsync(Cancellation)).Diagnostic;

        Assert.Equal(["Value", "card.Value"], diagnostic.AdditionalLocations.Select(place => place.SourceTree!.ToString().Substring(place.SourceSpan.Start, place.SourceSpan.Length)));
    }

    [Theory]
    [InlineData("HSAI0007", "Phone", """{ "id": "p", "basis": "contract", "kinds": [ "phone" ] }""", true)]
    [InlineData("HSAI0007", "Phone", """{ "id": "p", "basis": "contract", "kinds": [ "email" ] }""", false)]
    [InlineData("HSAI0004", "Health", """{ "id": "p", "basis": "consent", "separateConsent": true, "kinds": [ "health" ] }""", true)]
    [InlineData("HSAI0004", "Health", """{ "id": "p", "basis": "contract", "kinds": [ "health" ] }""", false)]
    [InlineData("HSAI0001", "ResidentRegistrationNumber", """{ "id": "p", "basis": "statute", "statute": "Act, art. 1", "kinds": [ "residentRegistrationNumber" ] }""", true)]
    [InlineData("HSAI0001", "ResidentRegistrationNumber", """{ "id": "p", "basis": "consent", "separateConsent": true, "kinds": [ "residentRegistrationNumber" ] }""", false)]
    public async Task Policy_OfThePurpose_PermitsOnlyWithItsBasis(string rule, string kind, string purpose, bool permits)
    {
        var source = permits ? Source(rule, "card.Value").Replace("{|" + rule + ":card.Value|}", "card.Value", StringComparison.Ordinal) : Source(rule, "card.Value");

        var diagnostics = await Test(kind).WithOnly(rule).WithSource(source)
            .WithAdditionalFile("/repo/hyperscale.policy.json", $$"""{ "version": 1, "purposes": [ {{purpose}} ] }""").RunAsync(Cancellation);

        Assert.Equal(permits, diagnostics.Count == 0);
    }

    [Fact]
    public async Task Project_WithRoleNone_IsQuiet() => Assert.Empty(await Test("Phone").WithProperty("HyperscaleRole", "None")
        .WithSource(Source("HSAI0007", "card.Value").Replace("{|HSAI0007:card.Value|}", "card.Value", StringComparison.Ordinal)).RunAsync(Cancellation));

    private static string Source(string rule, string carrier) => $$"""
        using Microsoft.Extensions.AI;

        [HyperscaleSdk.AiPurpose("p")]
        public sealed class Desk(IChatClient chat) { public Task RunAsync(Card card) => chat.GetResponseAsync({|{{rule}}:{{carrier}}|}); }
        """;

    private static AnalyzerTest<PersonalDataFlowAnalyzer> Test(string kind) => AnalyzerTest.For<PersonalDataFlowAnalyzer>()
        .WithSource($$"""
            namespace HyperscaleSdk { public sealed class AiPurposeAttribute(string id) : Attribute { public string Id { get; } = id; } }

            public sealed class Card { [HyperscaleSdk.PersonalData(HyperscaleSdk.PersonalDataKind.{{kind}})] public string Value { get; set; } = ""; }
            """);
}
