using System.Globalization;
using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.TestKit.Analyzers;

namespace HyperscaleSdk.Analyzers.Tests.PersonalDataFlow;

/// <summary>What the rules about places, entities, children and pseudonyms say, word for word.</summary>
public sealed class FlowMessageTests
{
    private const string Types = """
        using HyperscaleSdk;

        public sealed class Card { [PersonalData(PersonalDataKind.Phone)] public string Phone { get; set; } = ""; public string Note { get; set; } = ""; }

        public sealed class Pupil { [ChildData] public string Nickname { get; set; } = ""; }

        namespace OpenAI.Chat
        {
            public sealed class ChatClient { public Task<string> CompleteChatAsync(string text) => Task.FromResult(text); }
        }

        namespace HyperscaleSdk
        {
            public sealed class ChildDataAttribute : Attribute;
        }
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(
        "HSAI0005",
        """openai.CompleteChatAsync({|HSAI0005:card.Phone|})""",
        "'Phone' carries personal data (phone number) to 'ChatClient.CompleteChatAsync' abroad, and the policy has no transfer basis for it (PIPA Art. 28-8): choose a supplier in Korea or fill in 'transfer' of the processor",
        "'Phone'에 담긴 개인정보(전화번호)가 국외의 'ChatClient.CompleteChatAsync'로 전송되는데 정책에 국외 이전 근거가 없습니다(개인정보 보호법 제28조의8): 국내 공급기업을 쓰거나 수탁자의 'transfer'를 채우십시오")]
    [InlineData(
        "HSAI0008",
        """chat.GetResponseAsync({|HSAI0008:System.Text.Json.JsonSerializer.Serialize(card)|})""",
        "All of 'Card' goes to 'ChatClientExtensions.GetResponseAsync', its classified members included (PIPA Art. 16(1)): send a minimal record with what the task needs",
        "'Card' 전체가 분류된 멤버까지 'ChatClientExtensions.GetResponseAsync' 호출로 전송됩니다(개인정보 보호법 제16조제1항): 필요한 항목만 담은 레코드를 보내십시오")]
    [InlineData(
        "HSAI0020",
        """chat.GetResponseAsync({|HSAI0020:pupil.Nickname|})""",
        "'Nickname' carries data of a child under 14 to 'ChatClientExtensions.GetResponseAsync' (PIPA Art. 22-2): check the guardian's consent before the call",
        "'Nickname'에 담긴 만 14세 미만 아동의 정보가 'ChatClientExtensions.GetResponseAsync' 호출로 전송됩니다(개인정보 보호법 제22조의2): 호출 전에 법정대리인의 동의를 확인하십시오")]
    [InlineData(
        "HSAI0024",
        """chat.GetResponseAsync({|HSAI0024:System.Text.Json.JsonSerializer.Serialize(pseudonymMap)|})""",
        "'pseudonymMap' leads back from pseudonyms to people and goes to 'ChatClientExtensions.GetResponseAsync' (PIPA Art. 28-4): keep it apart and restore after the call",
        "'pseudonymMap'에 담긴 가명 복원정보가 'ChatClientExtensions.GetResponseAsync'로 나갑니다(개인정보 보호법 제28조의4): 따로 보관하고 호출 뒤에 복원하십시오")]
    public async Task Message_InBothLanguages_SaysWhatAndWhy(string rule, string call, string english, string korean)
    {
        var diagnostic = Assert.Single(await Test(rule, $"public Task RunAsync(Card card, Pupil pupil, Dictionary<string, string> pseudonymMap) => {call};").RunAsync(Cancellation)).Diagnostic;

        Assert.Equal(english, diagnostic.GetMessage(CultureInfo.InvariantCulture));
        Assert.Equal(korean, diagnostic.GetMessage(CultureInfo.GetCultureInfo("ko-KR")));
    }

    [Theory]
    [InlineData("if (!consent) { return; } await chat.GetResponseAsync(pupil.Nickname);")]
    [InlineData("var text = consent ? pupil.Nickname : \"\"; await chat.GetResponseAsync(text);")]
    [InlineData("await (consent ? chat.GetResponseAsync(pupil.Nickname) : Task.CompletedTask);")]
    [InlineData("switch (consent) { case true: await chat.GetResponseAsync(pupil.Nickname); break; }")]
    [InlineData("switch (pupil) { case { } when consent: await chat.GetResponseAsync(pupil.Nickname); break; }")]
    [InlineData("var text = consent switch { true => pupil.Nickname, _ => \"\" }; await chat.GetResponseAsync(text);")]
    [InlineData("var text = pupil switch { { } when consent => pupil.Nickname, _ => \"\" }; await chat.GetResponseAsync(text);")]
    [InlineData("while (!consent) { await Task.Yield(); } await chat.GetResponseAsync(pupil.Nickname);")]
    [InlineData("do { await Task.Yield(); } while (!consent); await chat.GetResponseAsync(pupil.Nickname);")]
    [InlineData("var sent = consent && await chat.GetResponseAsync(pupil.Nickname) is not null; GC.KeepAlive(sent);")]
    [InlineData("if (pupil is { } known && consent) { await chat.GetResponseAsync(known.Nickname); }")]
    [InlineData("foreach (var one in new[] { pupil }.Where(p => consent)) { await chat.GetResponseAsync(one.Nickname); }")]
    public async Task Consent_AskedForInAnyCondition_IsSeen(string body) =>
        Assert.Empty(await Test("HSAI0020", $"public async Task RunAsync(Pupil pupil, bool consent) {{ {body} }}").RunAsync(Cancellation));

    [Theory]
    [InlineData("if (open) { await chat.GetResponseAsync({|HSAI0020:pupil.Nickname|}); } GC.KeepAlive(consent);")]
    [InlineData("await chat.GetResponseAsync({|HSAI0020:pupil.Nickname|}); if (!consent) { return; }")]
    [InlineData("var unused = open && consent; await chat.GetResponseAsync({|HSAI0020:pupil.Nickname|}); GC.KeepAlive(unused);")]
    public async Task Consent_NotAskedForBefore_IsReported(string body) =>
        Assert.Single(await Test("HSAI0020", $"public async Task RunAsync(Pupil pupil, bool consent, bool open) {{ {body} await Task.Yield(); }}").RunAsync(Cancellation));

    private static AnalyzerTest<PersonalDataFlowAnalyzer> Test(string rule, string member) => AnalyzerTest.For<PersonalDataFlowAnalyzer>().WithOnly(rule).WithSource($$"""
        using Microsoft.Extensions.AI;

        public sealed class Desk(IChatClient chat, OpenAI.Chat.ChatClient openai)
        {
            {{member}}

            private object[] Used => [chat, openai];
        }
        """).WithSource(Types);
}
