using System.Globalization;
using System.Text.Json;
using HyperscaleSdk.Cli.Tests.Support;
using HyperscaleSdk.Emulator;

namespace HyperscaleSdk.Cli.Tests;

public sealed class EmbedCommandTests
{
    [Theory]
    [InlineData("naver-clovastudio", 1024)]
    [InlineData("upstage", 1024)]
    public async Task Embed_Json_HasOneVectorPerTextInOrder(string provider, int dimensions)
    {
        using var folder = new TempFolder();
        await using var emulator = await EmulatorHost.StartAsync();
        string[] call = ["--provider", provider, "--base-url", emulator.GetBaseUrl(provider).ToString(), "--ledger", folder.LedgerPath, "--json"];

        var both = (await CliProcess.RunAsync(["embed", "서울의 날씨", "주식 시장", .. call])).Json();
        var second = (await CliProcess.RunAsync(["embed", "주식 시장", .. call])).Json();

        Assert.Equal(1, both.GetProperty("schema").GetInt32());
        Assert.Equal(provider, both.GetProperty("provider").GetString());
        Assert.Equal(dimensions, both.GetProperty("dimensions").GetInt32());
        Assert.Equal(2, both.GetProperty("embeddings").GetArrayLength());
        Assert.Equal(dimensions, both.GetProperty("embeddings")[0].GetProperty("embedding").GetArrayLength());
        Assert.Equal(second.GetProperty("embeddings")[0].GetProperty("embedding").GetRawText(), both.GetProperty("embeddings")[1].GetProperty("embedding").GetRawText());
        var rows = await Ledgers.RowsAsync(folder.LedgerPath);
        Assert.Equal(emulator.Requests.Select(request => request.RequestId).Order(StringComparer.Ordinal), rows.Select(row => row.RequestId!).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(rows.Sum(row => row.InputTokens!.Value), InputTokens(both) + InputTokens(second));
    }

    [Fact]
    public async Task Embed_Text_HasOneLinePerText()
    {
        await using var emulator = await EmulatorHost.StartAsync();

        var result = await CliProcess.RunAsync("embed", "서울", "부산", "--provider", "naver-clovastudio", "--base-url", emulator.GetBaseUrl("naver-clovastudio").ToString());

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal(2, result.OutputLines.Length);
        Assert.StartsWith("1024 [", result.OutputLines[0], StringComparison.Ordinal);
        Assert.EndsWith("서울", result.OutputLines[0], StringComparison.Ordinal);
        Assert.EndsWith("부산", result.OutputLines[1], StringComparison.Ordinal);
        Assert.Matches(@"^naver-clovastudio · bge-m3 · \d+ tokens in · [0-9.]+ KRW$", Assert.Single(result.ErrorLines));
    }

    [Fact]
    public async Task EmbedFile_ManyLines_KeepsOrderAndIds()
    {
        using var folder = new TempFolder();
        await using var emulator = await EmulatorHost.StartAsync();
        var lines = Enumerable.Range(0, 150).Select(i => i % 2 == 0
            ? $$"""{"id":{{i.ToString(CultureInfo.InvariantCulture)}},"text":"문장 {{i.ToString(CultureInfo.InvariantCulture)}}","extra":true}"""
            : $$"""{"text":"문장 {{i.ToString(CultureInfo.InvariantCulture)}}","id":"글-{{i.ToString(CultureInfo.InvariantCulture)}}"}""");
        var input = folder.Write("in.jsonl", "\uFEFF" + string.Join("\r\n", lines) + "\n\n");
        var output = folder.Write("out.jsonl", "what an earlier run left");

        var result = await CliProcess.RunAsync(
            "embed", "--input", input, "--output", output, "--provider", "upstage", "--base-url", emulator.GetBaseUrl("upstage").ToString(), "--json");

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal("", result.Error);
        Assert.Equal(150, result.Json().GetProperty("count").GetInt64());
        var written = File.ReadAllLines(output).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(150, written.Count);
        for (var i = 0; i < written.Count; i++)
        {
            Assert.Equal(i % 2 == 0 ? i.ToString(CultureInfo.InvariantCulture) : $"\"글-{i.ToString(CultureInfo.InvariantCulture)}\"", written[i].GetProperty("id").GetRawText());
            Assert.Equal(result.Json().GetProperty("dimensions").GetInt32(), written[i].GetProperty("embedding").GetArrayLength());
        }

        var alone = (await CliProcess.RunAsync("embed", "문장 149", "--provider", "upstage", "--base-url", emulator.GetBaseUrl("upstage").ToString(), "--json")).Json();
        Assert.Equal(alone.GetProperty("embeddings")[0].GetProperty("embedding").GetRawText(), written[149].GetProperty("embedding").GetRawText());
        Assert.Equal(["in.jsonl", "out.jsonl"], Directory.GetFiles(folder.Path).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public async Task EmbedFile_Empty_GivesAnEmptyFileWithoutACall()
    {
        using var folder = new TempFolder();
        await using var emulator = await EmulatorHost.StartAsync();

        var result = await CliProcess.RunAsync(
            "embed", "--input", folder.Write("in.jsonl", "\n"), "--output", folder.File("out.jsonl"), "--provider", "upstage", "--base-url", emulator.GetBaseUrl("upstage").ToString(), "--json");

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal(0, result.Json().GetProperty("count").GetInt64());
        Assert.Equal("", File.ReadAllText(folder.File("out.jsonl")));
        Assert.Empty(emulator.Requests);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[1]")]
    [InlineData("""{"text":"가"}""")]
    [InlineData("""{"id":null,"text":"가"}""")]
    [InlineData("""{"id":"x"}""")]
    [InlineData("""{"id":"x","text":3}""")]
    [InlineData("""{"id":"x","text":" "}""")]
    [InlineData("""{"id":"x","text":"\ud800"}""")]
    public async Task EmbedFile_BadLine_IsInputErrorThatNamesTheLineBeforeAnyCall(string bad)
    {
        using var folder = new TempFolder();
        await using var emulator = await EmulatorHost.StartAsync();
        var input = folder.Write("in.jsonl", "{\"id\":\"1\",\"text\":\"가\"}\n" + bad + "\n");

        var result = await CliProcess.RunAsync(
            "embed", "--input", input, "--output", folder.File("out.jsonl"), "--provider", "upstage", "--base-url", emulator.GetBaseUrl("upstage").ToString(), "--json");

        Assert.True(result.ExitCode == 3, result.ToString());
        Assert.Equal("", result.Output);
        Assert.Contains("line 2", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(["in.jsonl"], Directory.GetFiles(folder.Path).Select(file => Path.GetFileName(file)), StringComparer.Ordinal);
        Assert.Empty(emulator.Requests);
    }

    [Fact]
    public async Task EmbedFile_MissingInputOrOutputFolder_IsInputError()
    {
        using var folder = new TempFolder();
        await using var emulator = await EmulatorHost.StartAsync();
        var input = folder.Write("in.jsonl", """{"id":"1","text":"가"}""");
        string[] provider = ["--provider", "upstage", "--base-url", emulator.GetBaseUrl("upstage").ToString()];

        var missing = await CliProcess.RunAsync(["embed", "--input", folder.File("none.jsonl"), "--output", folder.File("out.jsonl"), .. provider]);
        var homeless = await CliProcess.RunAsync(["embed", "--input", input, "--output", Path.Combine(folder.Path, "none", "out.jsonl"), .. provider]);

        Assert.True(missing.ExitCode == 3, missing.ToString());
        Assert.True(homeless.ExitCode == 3, homeless.ToString());
        Assert.Empty(emulator.Requests);
    }

    [Fact]
    public async Task EmbedFile_ProviderFails_LeavesNoOutput()
    {
        using var folder = new TempFolder();
        await using var emulator = await EmulatorHost.StartAsync();
        var input = folder.Write("in.jsonl", """{"id":"1","text":"가"}""");
        var keys = new Dictionary<string, string>(StringComparer.Ordinal) { ["UPSTAGE_API_KEY"] = "invalid" };

        var result = await CliProcess.RunAsync(
            ["embed", "--input", input, "--output", folder.File("out.jsonl"), "--provider", "upstage", "--base-url", emulator.GetBaseUrl("upstage").ToString()], keys);

        Assert.True(result.ExitCode == 4, result.ToString());
        Assert.Equal(["in.jsonl"], Directory.GetFiles(folder.Path).Select(file => Path.GetFileName(file)), StringComparer.Ordinal);
    }

    private static long InputTokens(JsonElement json) => json.GetProperty("usage").GetProperty("inputTokens").GetInt64();
}
