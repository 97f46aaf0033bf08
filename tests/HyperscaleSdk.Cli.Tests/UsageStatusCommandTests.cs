using HyperscaleSdk.Cli.Tests.Support;
using HyperscaleSdk.Emulator;

namespace HyperscaleSdk.Cli.Tests;

public sealed class UsageStatusCommandTests
{
    [Fact]
    public async Task Status_AfterCalls_SumsThemUp()
    {
        using var folder = new TempFolder();
        await using var emulator = await EmulatorHost.StartAsync();
        await FillAsync(folder, emulator);

        var json = await CliProcess.RunAsync("usage", "status", "--ledger", folder.LedgerPath, "--json");
        var text = await CliProcess.RunAsync("usage", "status", "--ledger", folder.LedgerPath);

        Assert.True(json.ExitCode == 0, json.ToString());
        Assert.Equal("", json.Error);
        var status = json.Json();
        var rows = await Ledgers.RowsAsync(folder.LedgerPath);
        Assert.Equal(1, status.GetProperty("schema").GetInt32());
        Assert.Equal(4, status.GetProperty("rows").GetInt32());
        Assert.True(status.GetProperty("chain").GetProperty("verified").GetBoolean());
        Assert.Equal(rows[^1].Hash, status.GetProperty("chain").GetProperty("headHash").GetString());
        Assert.Equal(rows[0].Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), status.GetProperty("period").GetProperty("from").GetString());
        Assert.Equal(rows.Sum(row => row.CostKrw), status.GetProperty("total").GetProperty("costKrw").GetDecimal());
        Assert.Equal(
            ["naver-clovastudio completed 2", "naver-clovastudio failed 1", "upstage completed 1"],
            status.GetProperty("groups").EnumerateArray().Select(group => $"{group.GetProperty("provider").GetString()} {group.GetProperty("outcome").GetString()} {group.GetProperty("calls").GetInt64()}"),
            StringComparer.Ordinal);
        Assert.True(text.ExitCode == 0, text.ToString());
        Assert.Contains("공급사", text.Output, StringComparison.Ordinal);
        Assert.Contains("naver-clovastudio", text.Output, StringComparison.Ordinal);
        Assert.Contains("intact, 4 rows", text.Output, StringComparison.Ordinal);
        Assert.Equal("", text.Error);
    }

    [Fact]
    public async Task Status_Table_IsAlignedThoughHangulIsWide()
    {
        using var folder = new TempFolder();
        await using var emulator = await EmulatorHost.StartAsync();
        await FillAsync(folder, emulator);

        var result = await CliProcess.RunAsync("usage", "status", "--ledger", folder.LedgerPath);

        var table = result.OutputLines.Where(line => line[0] is '╭' or '│' or '├' or '╰').ToList();
        Assert.True(table.Count >= 6, result.ToString());
        Assert.Single(table.Select(Cells).Distinct());
    }

    [Fact]
    public async Task Status_BrokenChain_IsLedgerErrorAndStillPrinted()
    {
        using var folder = new TempFolder();
        await using var emulator = await EmulatorHost.StartAsync();
        await FillAsync(folder, emulator);
        Ledgers.Tamper(folder.LedgerPath, "DROP TRIGGER usage_rows_no_update; UPDATE usage_rows SET cost_krw = '0.0001' WHERE number = 2;");

        var json = await CliProcess.RunAsync("usage", "status", "--ledger", folder.LedgerPath, "--json");
        var text = await CliProcess.RunAsync("usage", "status", "--ledger", folder.LedgerPath);

        Assert.True(json.ExitCode == 5, json.ToString());
        Assert.False(json.Json().GetProperty("chain").GetProperty("verified").GetBoolean());
        Assert.Equal(2, json.Json().GetProperty("chain").GetProperty("brokenRow").GetInt64());
        Assert.Contains("Row 2", Assert.Single(json.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(5, text.ExitCode);
        Assert.Contains("BROKEN", text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_MissingFile_IsInputErrorAndMakesNone()
    {
        using var folder = new TempFolder();

        var result = await CliProcess.RunAsync("usage", "status", "--ledger", folder.LedgerPath, "--json");

        Assert.True(result.ExitCode == 3, result.ToString());
        Assert.Equal("", result.Output);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task Status_NoLedger_IsLedgerError()
    {
        using var folder = new TempFolder();
        var path = folder.Write("notes.txt", string.Concat(Enumerable.Repeat("이것은 장부가 아닙니다. ", 100)));

        var result = await CliProcess.RunAsync("usage", "status", "--ledger", path);

        Assert.True(result.ExitCode == 5, result.ToString());
        Assert.Equal("", result.Output);
    }

    [Fact]
    public async Task Ledger_TwoProcessesAtOnce_GetsEveryRowOnce()
    {
        using var folder = new TempFolder();
        await using var emulator = await EmulatorHost.StartAsync();
        var input = folder.Write("in.jsonl", string.Join('\n', Enumerable.Range(0, 30).Select(i => $$"""{"id":{{i}},"text":"문장 {{i}}"}""")));
        var runs = Enumerable.Range(0, 2).Select(run => CliProcess.RunAsync(
            "embed", "--input", input, "--output", folder.File($"out{run}.jsonl"), "--provider", "naver-clovastudio", "--base-url", emulator.GetBaseUrl("naver-clovastudio").ToString(), "--ledger", folder.LedgerPath));

        var results = await Task.WhenAll(runs);

        Assert.All(results, result => Assert.True(result.ExitCode == 0, result.ToString()));
        var rows = await Ledgers.RowsAsync(folder.LedgerPath);
        Assert.Equal(60, rows.Count);
        Assert.Equal(emulator.Requests.Select(call => call.RequestId).Order(StringComparer.Ordinal), rows.Select(row => row.RequestId!).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    public async Task Output_Redirected_HasNoTerminalCodes(string noColor)
    {
        using var folder = new TempFolder();
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["NO_COLOR"] = noColor, ["TERM"] = "xterm-256color" };

        var chat = await CliProcess.RunAsync(["chat", "안녕", "--ledger", folder.LedgerPath, "--stream"], environment);
        var status = await CliProcess.RunAsync(["usage", "status", "--ledger", folder.LedgerPath], environment);
        var help = await CliProcess.RunAsync(["--help"], environment);

        foreach (var result in new[] { chat, status, help })
        {
            Assert.True(result.ExitCode == 0, result.ToString());
            Assert.NotEmpty(result.Output);
            Assert.DoesNotContain('\u001b', result.Output);
            Assert.DoesNotContain('\u001b', result.Error);
        }
    }

    private static int Cells(string line) => line.Sum(c => c is >= '가' and <= '힣' ? 2 : 1);

    private static async Task FillAsync(TempFolder folder, EmulatorHost emulator)
    {
        var clova = emulator.GetBaseUrl("naver-clovastudio").ToString();
        string[] ledger = ["--ledger", folder.LedgerPath];
        await CliProcess.RunAsync(["chat", "안녕", "--provider", "naver-clovastudio", "--base-url", clova, .. ledger]);
        await CliProcess.RunAsync(["chat", "안녕", "--provider", "naver-clovastudio", "--base-url", clova, .. ledger], new Dictionary<string, string>(StringComparer.Ordinal) { ["CLOVASTUDIO_API_KEY"] = "invalid" });
        await CliProcess.RunAsync(["embed", "안녕", "--provider", "naver-clovastudio", "--base-url", clova, .. ledger]);
        await CliProcess.RunAsync(["chat", "안녕", "--provider", "upstage", "--base-url", emulator.GetBaseUrl("upstage").ToString(), .. ledger]);
    }
}
