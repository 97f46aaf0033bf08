using System.Text.Json;
using HyperscaleSdk.Cli.Tests.Support;
using HyperscaleSdk.Emulator;

namespace HyperscaleSdk.Cli.Tests;

public sealed class ChatCommandTests
{
    [Theory]
    [InlineData("naver-clovastudio", true)]
    [InlineData("upstage", false)]
    public async Task Chat_Json_IsOneDocumentWithTheContractedMembers(string provider, bool hasPrice)
    {
        await using var emulator = await EmulatorHost.StartAsync();

        var result = await CliProcess.RunAsync("chat", "안녕하세요", "--provider", provider, "--base-url", emulator.GetBaseUrl(provider).ToString(), "--json");

        Assert.True(result.ExitCode == 0, result.ToString());
        var json = result.Json();
        Assert.Equal(1, json.GetProperty("schema").GetInt32());
        Assert.Contains("안녕하세요", json.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains("안녕하세요", result.Output, StringComparison.Ordinal);
        Assert.Equal("stop", json.GetProperty("finishReason").GetString());
        Assert.Equal(provider, json.GetProperty("provider").GetString());
        Assert.NotEmpty(json.GetProperty("model").GetString()!);
        Assert.False(json.GetProperty("emulated").GetBoolean());
        var call = Assert.Single(emulator.Requests);
        Assert.Equal(call.RequestId, json.GetProperty("requestId").GetString());
        Assert.Equal(call.InputTokens, json.GetProperty("usage").GetProperty("inputTokens").GetInt64());
        Assert.Equal(call.OutputTokens, json.GetProperty("usage").GetProperty("outputTokens").GetInt64());
        Assert.Equal(hasPrice ? JsonValueKind.Number : JsonValueKind.Null, json.GetProperty("costKrw").ValueKind);
        Assert.Equal("", result.Error);
    }

    [Theory]
    [InlineData("naver-clovastudio")]
    [InlineData("upstage")]
    public async Task Chat_Streamed_SaysWhatItSaysAtOnce(string provider)
    {
        await using var emulator = await EmulatorHost.StartAsync();
        string[] arguments = ["chat", "서울의 날씨를 알려 줘", "--provider", provider, "--base-url", emulator.GetBaseUrl(provider).ToString()];

        var whole = await CliProcess.RunAsync([.. arguments, "--json"]);
        var streamed = await CliProcess.RunAsync([.. arguments, "--json", "--stream"]);
        var text = await CliProcess.RunAsync([.. arguments, "--stream"]);

        Assert.True(streamed.ExitCode == 0, streamed.ToString());
        foreach (var name in new[] { "text", "finishReason", "provider", "model", "usage", "costKrw" })
        {
            Assert.Equal(whole.Json().GetProperty(name).GetRawText(), streamed.Json().GetProperty(name).GetRawText());
        }

        Assert.Equal(whole.Json().GetProperty("text").GetString() + "\n", text.Output);
        Assert.Equal(3, emulator.Requests.Count);
    }

    [Fact]
    public async Task Chat_AtAServerOfOnesOwn_TakesItsFirstModelAndSaysSo()
    {
        await using var emulator = await EmulatorHost.StartAsync();

        var result = await CliProcess.RunAsync("chat", "안녕하세요", "--provider", "openai-compatible", "--base-url", emulator.GetBaseUrl("upstage").ToString(), "--json");

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal("openai-compatible", result.Json().GetProperty("provider").GetString());
        Assert.Contains("No model is named", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("skt-ax", "name a server by --base-url. No public self-serve API was found as of 2026-")]
    [InlineData("furiosa-llm", "name a server by --base-url. It is the address of your server")]
    public async Task Chat_WithAKeyButWithoutAnAddress_SaysWhereToFindOne(string provider, string says)
    {
        var variable = provider.ToUpperInvariant().Replace('-', '_') + "_API_KEY";

        var result = await CliProcess.RunAsync(["chat", "안녕하세요", "--provider", provider], new Dictionary<string, string>(StringComparer.Ordinal) { [variable] = "key" });

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(says, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Embed_WithAProviderThatOnlyChats_SaysWhoMakesEmbeddings()
    {
        var result = await CliProcess.RunAsync("embed", "안녕하세요", "--provider", "konan", "--base-url", "http://127.0.0.1:9");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("konan makes no embeddings", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_Text_PutsTheAnswerOnOutputAndOneSummaryLineOnError()
    {
        await using var emulator = await EmulatorHost.StartAsync();

        var clova = await CliProcess.RunAsync("chat", "안녕", "--provider", "naver-clovastudio", "--base-url", emulator.GetBaseUrl("naver-clovastudio").ToString());
        var upstage = await CliProcess.RunAsync("chat", "안녕", "--provider", "upstage", "--base-url", emulator.GetBaseUrl("upstage").ToString());

        Assert.Contains("안녕", clova.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("KRW", clova.Output, StringComparison.Ordinal);
        Assert.Matches(@"^naver-clovastudio · HCX-005 · \d+ tokens in, \d+ out · [0-9.]+ KRW$", Assert.Single(clova.ErrorLines));
        Assert.Matches(@"^upstage · solar-\S+ · \d+ tokens in, \d+ out · no KRW price$", Assert.Single(upstage.ErrorLines));
    }

    [Fact]
    public async Task Chat_WithoutKey_StartsTheEmulatorAndSaysSoInOneLine()
    {
        var result = await CliProcess.RunAsync("chat", "안녕", "--json");

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.True(result.Json().GetProperty("emulated").GetBoolean());
        Assert.Equal("naver-clovastudio", result.Json().GetProperty("provider").GetString());
        var line = Assert.Single(result.ErrorLines);
        Assert.Contains("emulator", line, StringComparison.Ordinal);
        Assert.Contains("에뮬레이터", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_WithoutProvider_TakesTheOnlyOneThatHasAKey()
    {
        await using var emulator = await EmulatorHost.StartAsync();
        var keys = new Dictionary<string, string>(StringComparer.Ordinal) { ["UPSTAGE_API_KEY"] = "up-key" };

        var result = await CliProcess.RunAsync(["chat", "안녕", "--base-url", emulator.GetBaseUrl("upstage").ToString(), "--json"], keys);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal("upstage", result.Json().GetProperty("provider").GetString());
    }

    [Fact]
    public async Task Chat_GeneralKeyVariable_IsRead()
    {
        await using var emulator = await EmulatorHost.StartAsync();
        var keys = new Dictionary<string, string>(StringComparer.Ordinal) { ["NAVER_CLOVASTUDIO_API_KEY"] = "invalid" };

        var result = await CliProcess.RunAsync(["chat", "안녕", "--provider", "naver-clovastudio", "--base-url", emulator.GetBaseUrl("naver-clovastudio").ToString()], keys);

        // The emulator refuses this one key: so it was the variable's that was sent.
        Assert.Equal(4, result.ExitCode);
    }

    [Fact]
    public async Task Chat_Dash_ReadsThePromptFromInput()
    {
        await using var emulator = await EmulatorHost.StartAsync();
        string[] arguments = ["chat", "-", "--provider", "upstage", "--base-url", emulator.GetBaseUrl("upstage").ToString(), "--json"];

        var result = await CliProcess.RunAsync(arguments, environment: null, input: "훈민정음을 설명해 줘\n");
        var empty = await CliProcess.RunAsync(arguments, environment: null, input: "\n");

        Assert.Contains("훈민정음", result.Json().GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, empty.ExitCode);
        Assert.Equal("", empty.Output);
    }

    [Fact]
    public async Task Chat_PromptWithAtSign_IsAPromptAndNoFile()
    {
        await using var emulator = await EmulatorHost.StartAsync();

        var result = await CliProcess.RunAsync("chat", "@홍길동 안녕", "--provider", "upstage", "--base-url", emulator.GetBaseUrl("upstage").ToString(), "--json");

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains("홍길동", result.Json().GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_ModelAndSystem_ReachTheProvider()
    {
        await using var emulator = await EmulatorHost.StartAsync();
        string[] arguments = ["chat", "안녕", "--provider", "naver-clovastudio", "--base-url", emulator.GetBaseUrl("naver-clovastudio").ToString(), "--json"];

        var plain = await CliProcess.RunAsync([.. arguments, "--model", "HCX-DASH-002"]);
        var instructed = await CliProcess.RunAsync([.. arguments, "--model", "HCX-DASH-002", "--system", "아주 짧고 정중하게 존댓말로 답하세요."]);

        Assert.Equal("HCX-DASH-002", plain.Json().GetProperty("model").GetString());
        Assert.True(emulator.Requests[1].InputTokens > emulator.Requests[0].InputTokens, instructed.ToString());
    }

    [Fact]
    public async Task Chat_Ledger_HasOneRowPerWireCallWithTheCostThatWasPrinted()
    {
        using var folder = new TempFolder();
        await using var emulator = await EmulatorHost.StartAsync();
        string[] arguments = ["chat", "안녕", "--provider", "naver-clovastudio", "--base-url", emulator.GetBaseUrl("naver-clovastudio").ToString(), "--ledger", folder.LedgerPath, "--json"];

        var first = await CliProcess.RunAsync(arguments);
        var second = await CliProcess.RunAsync([.. arguments, "--stream"]);

        var rows = await Ledgers.RowsAsync(folder.LedgerPath);
        Assert.Equal(emulator.Requests.Select(call => call.RequestId), rows.Select(row => row.RequestId!), StringComparer.Ordinal);
        Assert.Equal([first.Json().GetProperty("costKrw").GetDecimal(), second.Json().GetProperty("costKrw").GetDecimal()], rows.Select(row => row.CostKrw!.Value));
        Assert.Equal([false, true], rows.Select(row => row.Streaming));
        Assert.All(rows, row => Assert.Equal(WireCallOutcome.Completed, row.Outcome));
    }
}
