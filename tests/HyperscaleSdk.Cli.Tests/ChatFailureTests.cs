using HyperscaleSdk.Cli.Tests.Support;
using HyperscaleSdk.Emulator;

namespace HyperscaleSdk.Cli.Tests;

public sealed class ChatFailureTests
{
    private const string Secret = "sk-test-geheim-0123456789";

    private static readonly Dictionary<string, string> SecretKey = new(StringComparer.Ordinal) { ["UPSTAGE_API_KEY"] = Secret };

    [Theory]
    [InlineData("chat", "안녕", "--provider", "openai")]
    [InlineData("embed", "안녕", "--provider", "Upstage")]
    [InlineData("chat", "안녕", "--json", "--provider", "a\nb")]
    public async Task Provider_Unknown_IsUsageErrorWithOneLineThatListsTheKnown(params string[] arguments)
    {
        var result = await CliProcess.RunAsync(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Equal("", result.Output);
        var line = Assert.Single(result.ErrorLines);
        Assert.Contains("naver-clovastudio", line, StringComparison.Ordinal);
        Assert.Contains("upstage", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("chat")]
    [InlineData("chat", "a", "b")]
    [InlineData("chat", "안녕", "--jsonn")]
    [InlineData("chat", "안녕", "--base-url", "not-a-url")]
    [InlineData("chat", "안녕", "--base-url", "ftp://127.0.0.1/")]
    [InlineData("chat", "안녕", "--base-url", "http://example.com/v1")]
    [InlineData("chat", "   ")]
    [InlineData("embed")]
    [InlineData("embed", "a", "--input", "in.jsonl", "--output", "out.jsonl")]
    [InlineData("embed", "--input", "in.jsonl")]
    [InlineData("embed", "")]
    [InlineData("emulator", "--port", "70000")]
    [InlineData("emulator", "--port", "x")]
    [InlineData("spec")]
    [InlineData("spec", "generate", "openapi.yaml")]
    [InlineData("spec", "generate", "openapi.yaml", "-o", "out", "--style", "swagger")]
    [InlineData("usage", "status")]
    public async Task CommandLine_Wrong_IsUsageErrorWithNothingOnOutput(params string[] arguments)
    {
        var result = await CliProcess.RunAsync(arguments);

        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.Equal("", result.Output);
        Assert.NotEmpty(result.Error);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chat")]
    [InlineData("embed")]
    public async Task Server_Dead_IsProviderErrorWithOneLine(string command)
    {
        int port;
        await using (var server = new RawServer(answer: null))
        {
            port = server.Port;
        }

        var result = await CliProcess.RunAsync([command, "안녕", "--provider", "upstage", "--base-url", $"http://127.0.0.1:{port}/v1", "--json"], SecretKey);

        Assert.True(result.ExitCode == 4, result.ToString());
        Assert.Equal("", result.Output);
        Assert.Contains("upstage cannot be reached", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verbose_Failure_ShowsTheTraceButNeverTheKey()
    {
        int port;
        await using (var server = new RawServer(answer: null))
        {
            port = server.Port;
        }

        var result = await CliProcess.RunAsync(["chat", "비밀 문장", "--provider", "upstage", "--base-url", $"http://127.0.0.1:{port}/v1", "--verbose"], SecretKey);

        Assert.Equal(4, result.ExitCode);
        Assert.Contains("   at ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("비밀 문장", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("naver-clovastudio", "CLOVASTUDIO_API_KEY")]
    [InlineData("upstage", "UPSTAGE_API_KEY")]
    public async Task Key_Wrong_IsProviderErrorWithTheProvidersOwnWords(string provider, string variable)
    {
        using var folder = new TempFolder();
        await using var emulator = await EmulatorHost.StartAsync();
        var keys = new Dictionary<string, string>(StringComparer.Ordinal) { [variable] = "invalid" };

        var result = await CliProcess.RunAsync(
            ["chat", "안녕", "--provider", provider, "--base-url", emulator.GetBaseUrl(provider).ToString(), "--json", "--ledger", folder.LedgerPath], keys);

        Assert.True(result.ExitCode == 4, result.ToString());
        Assert.Equal("", result.Output);
        Assert.Contains("The provider says:", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        var row = Assert.Single(await Ledgers.RowsAsync(folder.LedgerPath));
        Assert.Equal(WireCallOutcome.Failed, row.Outcome);
        Assert.Equal(0m, row.CostKrw);
    }

    [Fact]
    public async Task Key_MissingForAnotherMachine_IsUsageErrorThatNamesTheVariable()
    {
        var result = await CliProcess.RunAsync("chat", "안녕", "--provider", "upstage", "--base-url", "https://api.invalid/v1");

        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.Contains("UPSTAGE_API_KEY", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stream_Cut_KeepsWhatCameAndIsProviderError()
    {
        using var folder = new TempFolder();
        const string Chunk = """
            data: {"id":"c1","object":"chat.completion.chunk","created":1,"model":"solar-pro4","choices":[{"index":0,"delta":{"role":"assistant","content":"반쯤"},"finish_reason":null}]}
            """;
        await using var server = new RawServer("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n" + Chunk.TrimEnd() + "\n\n");

        var result = await CliProcess.RunAsync("chat", "안녕", "--provider", "upstage", "--base-url", server.Url, "--stream", "--ledger", folder.LedgerPath);

        Assert.True(result.ExitCode == 4, result.ToString());
        Assert.Equal("반쯤\n", result.Output);
        Assert.Contains("upstage", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(WireCallOutcome.Incomplete, Assert.Single(await Ledgers.RowsAsync(folder.LedgerPath)).Outcome);
    }

    [Fact]
    public async Task Answer_NoJson_IsProviderError()
    {
        await using var server = new RawServer("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5\r\nConnection: close\r\n\r\n{oops");

        var result = await CliProcess.RunAsync("chat", "안녕", "--provider", "upstage", "--base-url", server.Url, "--json");

        Assert.True(result.ExitCode == 4, result.ToString());
        Assert.Equal("", result.Output);
        Assert.Single(result.ErrorLines);
    }

    [Fact]
    public async Task Answer_WithTerminalCodes_ReachesTheTerminalWithoutThem()
    {
        const string Body = """{"id":"c1","object":"chat.completion","created":1,"model":"solar-pro4","choices":[{"index":0,"message":{"role":"assistant","content":"가\u001b[31m나\u0007"},"finish_reason":"stop"}],"usage":{"prompt_tokens":1,"completion_tokens":2,"total_tokens":3}}""";
        var length = System.Text.Encoding.UTF8.GetByteCount(Body);
        await using var server = new RawServer($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{Body}");

        var result = await CliProcess.RunAsync("chat", "안녕", "--provider", "upstage", "--base-url", server.Url);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal("가[31m나\n", result.Output);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Chat_Interrupted_IsCancelledAndInTheLedger(string signal)
    {
        Signals.SkipUnlessDelivered(signal);
        using var folder = new TempFolder();
        await using var server = new RawServer(answer: null);
        await using var process = CliProcess.Start(["chat", "안녕", "--provider", "upstage", "--base-url", server.Url, "--json", "--ledger", folder.LedgerPath]);
        await server.Called;

        process.Signal(signal);
        var result = await process.WaitAsync();

        Assert.True(result.ExitCode == 130, result.ToString());
        Assert.Equal("", result.Output);
        Assert.Single(result.ErrorLines);
        Assert.Equal(WireCallOutcome.Cancelled, Assert.Single(await Ledgers.RowsAsync(folder.LedgerPath)).Outcome);
    }

    [Fact]
    public async Task Ledger_Unusable_IsLedgerErrorAndNothingIsSent()
    {
        using var folder = new TempFolder();
        await using var emulator = await EmulatorHost.StartAsync();
        var path = folder.Write("ledger.db", "This is no database, but a text that is long enough to be taken for the head of one. 안녕하세요.");

        var result = await CliProcess.RunAsync("chat", "안녕", "--provider", "upstage", "--base-url", emulator.GetBaseUrl("upstage").ToString(), "--ledger", path);

        Assert.True(result.ExitCode == 5, result.ToString());
        Assert.Equal("", result.Output);
        Assert.Single(result.ErrorLines);
        Assert.Empty(emulator.Requests);
    }
}
