using System.Text.Json;
using HyperscaleSdk.Cli.Tests.Support;

namespace HyperscaleSdk.Cli.Tests;

public sealed class EmulatorCommandTests
{
    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Emulator_Stopped_EndsCleanlyAfterServing(string signal)
    {
        Signals.SkipUnlessDelivered(signal);
        await using var emulator = CliProcess.Start(["emulator", "--port", "0", "--json"]);
        using var addresses = JsonDocument.Parse((await emulator.ReadLineAsync())!);
        var upstage = addresses.RootElement.GetProperty("providers").EnumerateArray().Single(provider => provider.GetProperty("id").GetString() == "upstage");

        var chat = await CliProcess.RunAsync("chat", "비밀 질문", "--provider", "upstage", "--base-url", upstage.GetProperty("baseUrl").GetString()!, "--json");
        emulator.Signal(signal);
        var result = await emulator.WaitAsync();

        Assert.True(chat.ExitCode == 0, chat.ToString());
        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Single(result.OutputLines);
        var log = Assert.Single(result.ErrorLines);
        Assert.StartsWith("POST /upstage/v1/chat/completions 200 upstage", log, StringComparison.Ordinal);
        Assert.DoesNotContain("비밀", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Emulator_Text_PrintsTheAddressOfEachProvider()
    {
        await using var emulator = CliProcess.Start(["emulator", "--port", "0"]);

        var lines = new List<string>();
        while (await emulator.ReadLineAsync() is { } line)
        {
            lines.Add(line);
            if (line.StartsWith("etri ", StringComparison.Ordinal))
            {
                break;
            }
        }

        Assert.Matches(@"http://127\.0\.0\.1:\d+/", lines[0]);
        Assert.Matches("^Provider +Base URL +Models$", lines[1]);
        Assert.Matches(@"^naver-clovastudio +http://127\.0\.0\.1:\d+/naver-clovastudio +HCX-007, .* more$", lines[2]);
        Assert.Matches(@"^upstage +http://127\.0\.0\.1:\d+/upstage/v1 +solar-pro4, ", lines[3]);
        Assert.True(lines.Count >= 23);
        Assert.Single(lines.Skip(2).Select(line => line.IndexOf("http://", StringComparison.Ordinal)).Distinct());
    }

    [Fact]
    public async Task Emulator_PortInUse_IsInputErrorThatNamesThePort()
    {
        await using var other = new RawServer(answer: null);

        var result = await CliProcess.RunAsync("emulator", "--port", other.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));

        Assert.True(result.ExitCode == 3, result.ToString());
        Assert.Equal("", result.Output);
        Assert.Contains(other.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Emulator_WithAFault_PlaysItOnEveryCall()
    {
        await using var emulator = CliProcess.Start(["emulator", "--port", "0", "--json", "--fault", "status-403"]);
        using var addresses = JsonDocument.Parse((await emulator.ReadLineAsync())!);
        var upstage = addresses.RootElement.GetProperty("providers").EnumerateArray().Single(provider => provider.GetProperty("id").GetString() == "upstage");

        var chat = await CliProcess.RunAsync("chat", "안녕", "--provider", "upstage", "--base-url", upstage.GetProperty("baseUrl").GetString()!);

        Assert.True(chat.ExitCode == 4, chat.ToString());
        Assert.Contains("solar-pro4", upstage.GetProperty("models").EnumerateArray().Select(model => model.GetString()), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Emulator_WithAFaultThatDoesNotExist_IsAUsageError()
    {
        var result = await CliProcess.RunAsync("emulator", "--port", "0", "--fault", "explode");

        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.Contains("/_emulator/faults", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }
}
