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
        var output = folder.File("out.jsonl");

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
    [InlineData("not json", 2)]
    [InlineData("[1]", 1)]
    [InlineData("""{"text":"가"}""", 1)]
    [InlineData("""{"id":null,"text":"가"}""", 7)]
    [InlineData("""{"id":"x"}""", 1)]
    [InlineData("""{"id":"가나","text":3}""", 19)]
    [InlineData("""{"id":"x","text":" "}""", 18)]
    [InlineData("""{"id":"x","text":"\ud800"}""", 18)]
    [InlineData("""{"id":"x","text":"가"} x""", 23)]
    [InlineData("""{"id":"1","text":"나"}""", 1)]
    public async Task EmbedFile_BadLine_IsInputErrorAtLineAndColumnBeforeAnyCall(string bad, int column)
    {
        using var folder = new TempFolder();
        await using var emulator = await EmulatorHost.StartAsync();
        var input = folder.Write("in.jsonl", "{\"id\":\"1\",\"text\":\"가\"}\n" + bad + "\n");

        var result = await CliProcess.RunAsync(
            "embed", "--input", input, "--output", folder.File("out.jsonl"), "--provider", "upstage", "--base-url", emulator.GetBaseUrl("upstage").ToString(), "--json");

        Assert.True(result.ExitCode == 3, result.ToString());
        Assert.Equal("", result.Output);
        Assert.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{input}:2:{column}: "), Assert.Single(result.ErrorLines), StringComparison.Ordinal);
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

    [Fact]
    public async Task EmbedFile_EarlierRunWasCut_GoesOnBehindItsWholeLines()
    {
        using var folder = new TempFolder();
        await using var emulator = await EmulatorHost.StartAsync();
        var input = folder.Write("in.jsonl", string.Join('\n', Enumerable.Range(1, 5).Select(i => $$"""{"id":"글{{i}}","text":"문장 {{i}}"}""")));
        string[] call = ["embed", "--input", input, "--output", folder.File("out.jsonl"), "--provider", "naver-clovastudio", "--base-url", emulator.GetBaseUrl("naver-clovastudio").ToString(), "--json"];
        Assert.Equal(0, (await CliProcess.RunAsync(call)).ExitCode);
        var whole = File.ReadAllText(folder.File("out.jsonl"));
        var third = whole.IndexOf("""{"id":"글3""", StringComparison.Ordinal);
        File.WriteAllText(folder.File("out.jsonl"), whole[..(third + 40)]);

        var result = await CliProcess.RunAsync(call);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal((3L, 2L, 0L), (result.Json().GetProperty("count").GetInt64(), result.Json().GetProperty("resumed").GetInt64(), result.Json().GetProperty("failed").GetInt64()));
        Assert.Equal(whole, File.ReadAllText(folder.File("out.jsonl")));
        Assert.Equal(8, emulator.Requests.Count);
        Assert.Equal(0, (await CliProcess.RunAsync(call)).Json().GetProperty("count").GetInt64());
        Assert.Equal(8, emulator.Requests.Count);
    }

    [Fact]
    public async Task EmbedFile_OneTextIsRefused_HasAnErrorInItsLineAndIsTriedAgain()
    {
        using var folder = new TempFolder();
        await using var emulator = await EmulatorHost.StartAsync(new EmulatorOptions { Fault = "status-400;times=1" });
        var input = folder.Write("in.jsonl", string.Join('\n', Enumerable.Range(1, 4).Select(i => $$"""{"id":{{i}},"text":"문장 {{i}}"}""")));
        string[] call = ["embed", "--input", input, "--output", folder.File("out.jsonl"), "--provider", "naver-clovastudio", "--base-url", emulator.GetBaseUrl("naver-clovastudio").ToString()];

        var first = await CliProcess.RunAsync(call);
        var lines = File.ReadAllLines(folder.File("out.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var second = await CliProcess.RunAsync(call);
        var again = File.ReadAllLines(folder.File("out.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).ToList();

        Assert.True(first.ExitCode == 4, first.ToString());
        Assert.Contains("1 texts failed", first.Error, StringComparison.Ordinal);
        Assert.Equal([1, 2, 3, 4], lines.Select(line => line.GetProperty("id").GetInt32()));
        var failed = Assert.Single(lines, line => line.TryGetProperty("error", out _));
        Assert.Contains("answered 400", failed.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.True(second.ExitCode == 0, second.ToString());
        Assert.Equal(4, again.Count);
        Assert.All(again, line => Assert.True(line.TryGetProperty("embedding", out _)));
        Assert.Equal(failed.GetProperty("id").GetInt32(), again[^1].GetProperty("id").GetInt32());
        Assert.Equal(["in.jsonl", "out.jsonl"], Directory.GetFiles(folder.Path).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("what somebody else wrote", 1, 1)]
    [InlineData("{\"id\":1,\"embedding\":[1]}\n{\"name\":1}\n", 2, 2)]
    [InlineData("{\"id\":1,\"embedding\":[1]\n", 1, 24)]
    public async Task EmbedFile_OutputIsSomethingElse_IsNotTouched(string content, int line, int column)
    {
        using var folder = new TempFolder();
        await using var emulator = await EmulatorHost.StartAsync();
        var output = folder.Write("out.jsonl", content);

        var result = await CliProcess.RunAsync(
            "embed", "--input", folder.Write("in.jsonl", """{"id":1,"text":"가"}"""), "--output", output, "--provider", "upstage", "--base-url", emulator.GetBaseUrl("upstage").ToString());

        Assert.True(result.ExitCode == 3, result.ToString());
        Assert.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{output}:{line}:{column}: "), Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(output));
        Assert.Empty(emulator.Requests);
    }

    [Fact]
    public async Task EmbedFile_OtherLengthOfVectors_IsRefused()
    {
        using var folder = new TempFolder();
        await using var emulator = await EmulatorHost.StartAsync();
        var output = folder.Write("out.jsonl", "{\"id\":1,\"embedding\":[1,2]}\n");
        var result = await CliProcess.RunAsync(
            "embed", "--input", folder.Write("in.jsonl", """{"id":2,"text":"가"}"""), "--output", output, "--provider", "upstage", "--base-url", emulator.GetBaseUrl("upstage").ToString());
        Assert.True(result.ExitCode == 3, result.ToString());
        Assert.Contains("2 dimensions", result.Error, StringComparison.Ordinal);
        Assert.Equal("{\"id\":1,\"embedding\":[1,2]}\n", File.ReadAllText(output));
    }

    [Fact]
    public async Task EmbedFile_LongFileAndNobodyWatches_SaysEachTenthOnALine()
    {
        using var folder = new TempFolder();
        await using var emulator = await EmulatorHost.StartAsync();
        var input = folder.Write("in.jsonl", string.Join('\n', Enumerable.Range(0, 2000).Select(i => $$"""{"id":{{i}},"text":"문장 {{i}}"}""")));

        var result = await CliProcess.RunAsync(
            "embed", "--input", input, "--output", folder.File("out.jsonl"), "--provider", "upstage", "--base-url", emulator.GetBaseUrl("upstage").ToString(), "--json");

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal(10, result.ErrorLines.Length);
        Assert.Equal("embed: 2000 of 2000 texts (100%)", result.ErrorLines[^1]);
        Assert.DoesNotContain('\u001b', result.Error);
        Assert.Equal(2000, File.ReadLines(folder.File("out.jsonl")).Count());
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task EmbedFile_Interrupted_KeepsWhatIsDoneAndSaysHowToGoOn(string signal)
    {
        const int Texts = 200;
        Signals.SkipUnlessDelivered(signal);
        using var folder = new TempFolder();
        var served = 0;
        var some = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var slow = await EmulatorHost.StartAsync(new EmulatorOptions
        {
            Fault = "slow-first-byte;delay=200",
            RequestLog = _ =>
            {
                if (Interlocked.Increment(ref served) == 20)
                {
                    some.TrySetResult();
                }
            },
        });
        await using var quick = await EmulatorHost.StartAsync();
        var input = folder.Write("in.jsonl", string.Join('\n', Enumerable.Range(0, Texts).Select(i => $$"""{"id":{{i}},"text":"문장 {{i}}"}""")));
        string[] call = ["embed", "--input", input, "--output", folder.File("out.jsonl"), "--provider", "naver-clovastudio", "--requests-per-minute", "100000", "--json", "--ledger", folder.LedgerPath, "--base-url"];
        await using var process = CliProcess.Start([.. call, slow.GetBaseUrl("naver-clovastudio").ToString()]);
        await some.Task.WaitAsync(TimeSpan.FromMinutes(2));

        process.Signal(signal);
        var stopped = await process.WaitAsync();
        var done = File.ReadAllLines(folder.File("out.jsonl"));
        var rows = await Ledgers.RowsAsync(folder.LedgerPath);
        var again = await CliProcess.RunAsync([.. call, quick.GetBaseUrl("naver-clovastudio").ToString()]);

        Assert.True(stopped.ExitCode == 130, stopped.ToString());
        Assert.Equal("", stopped.Output);
        Assert.Equal(2, stopped.ErrorLines.Length);
        Assert.StartsWith(string.Create(CultureInfo.InvariantCulture, $"embed: {done.Length} of {Texts} texts are done and in "), stopped.ErrorLines[0], StringComparison.Ordinal);
        Assert.Contains("same command again", stopped.ErrorLines[0], StringComparison.Ordinal);
        Assert.InRange(done.Length, 1, Texts - 1);
        Assert.Equal(Enumerable.Range(0, done.Length), done.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetInt32()));
        Assert.InRange(rows.Count(row => row.Outcome == WireCallOutcome.Completed), done.Length, Texts);
        Assert.All(rows, row => Assert.Contains(row.Outcome, (WireCallOutcome[])[WireCallOutcome.Completed, WireCallOutcome.Cancelled]));
        Assert.True(again.ExitCode == 0, again.ToString());
        Assert.Equal((long)done.Length, again.Json().GetProperty("resumed").GetInt64());
        Assert.Equal(Enumerable.Range(0, Texts), File.ReadLines(folder.File("out.jsonl")).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetInt32()));
        Assert.Equal(Texts - done.Length, quick.Requests.Count);
    }

    private static long InputTokens(JsonElement json) => json.GetProperty("usage").GetProperty("inputTokens").GetInt64();
}
