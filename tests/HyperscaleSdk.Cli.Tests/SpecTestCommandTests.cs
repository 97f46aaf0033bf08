using System.Globalization;
using System.Text.Json;
using HyperscaleSdk.Cli.Tests.Support;
using HyperscaleSdk.Emulator;
using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Cli.Tests;

public sealed class SpecTestCommandTests
{
    private static readonly Dictionary<string, string> English = new(StringComparer.Ordinal) { ["LC_ALL"] = "en_US.UTF-8" };

    [Theory]
    [InlineData("upstage", 0)]
    [InlineData("openai-compatible", 0)]
    [InlineData("naver-clovastudio", 4)]
    [InlineData("skt-ax", 9)]
    public async Task Test_EmulatedProvider_HoldsOrIsNotSupportedWithAReason(string id, int notSupported)
    {
        await using var emulator = await EmulatorHost.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        var result = await CliProcess.RunAsync([.. Spec(id), "--base-url", emulator.GetBaseUrl(id).ToString(), "--json"], English);

        Assert.True(result.ExitCode == 0, result.ToString());
        var json = result.Json();
        var facts = json.GetProperty("facts").EnumerateArray().ToList();
        Assert.Equal((1, id), (json.GetProperty("schema").GetInt32(), json.GetProperty("provider").GetString()));
        Assert.Equal(25, facts.Count);
        Assert.All(facts.Where(fact => Text(fact, "result") == "pass"), fact => Assert.Equal(JsonValueKind.Null, fact.GetProperty("message").ValueKind));
        Assert.All(facts.Where(fact => Text(fact, "result") == "not-supported"), fact => Assert.All(["message", "messageKo"], name => Assert.NotEmpty(Text(fact, name)!)));
        Assert.Equal(
            (25 - notSupported, 0, notSupported),
            (Count(json, "pass"), Count(json, "fail"), Count(json, "notSupported")));
        Assert.Equal(Enumerable.Range(1, 25).Select(number => string.Create(CultureInfo.InvariantCulture, $"{number}/25")), result.ErrorLines.SkipLast(1).Select(line => line.Split(' ')[0]));
        Assert.NotEmpty(emulator.Requests);
    }

    [Theory]
    [InlineData("upstage", "missing-usage", "chat.usage", "POST /upstage/v1/chat/completions → 200, usage")]
    [InlineData("openai-compatible", "missing-done", "stream.end", "POST /openai-compatible/v1/chat/completions → 200, last event")]
    [InlineData("naver-clovastudio", "malformed-json", "chat.answer", "POST /naver-clovastudio/v3/chat-completions/HCX-005 → 200")]
    [InlineData("upstage", "end-early;after=3", "stream.answer", "POST /upstage/v1/chat/completions → 200")]
    [InlineData("openai-compatible", "wrong-content-type", "chat.answer", "POST /openai-compatible/v1/chat/completions → 200")]
    [InlineData("upstage", "status-500;retry-after=0", "tool.call", "POST /upstage/v1/chat/completions → 500")]
    public async Task Test_FaultyEndpoint_NamesThePlaceAndWhatToChange(string id, string fault, string finding, string place)
    {
        await using var emulator = await EmulatorHost.StartAsync(new EmulatorOptions { Fault = fault }, TestContext.Current.CancellationToken);

        var result = await CliProcess.RunAsync([.. Spec(id), "--base-url", emulator.GetBaseUrl(id).ToString(), "--json", .. id == "openai-compatible" ? ["--model", "chat-model"] : Array.Empty<string>()], English);

        Assert.True(result.ExitCode == 1, result.ToString());
        var found = result.Json().GetProperty("facts").EnumerateArray().Single(fact => Text(fact, "id") == finding);
        Assert.Equal("fail", Text(found, "result"));
        Assert.StartsWith(place, Text(found, "place"), StringComparison.Ordinal);
        Assert.All(["message", "messageKo", "fix", "fixKo"], name => Assert.NotEmpty(Text(found, name)!));
    }

    [Fact]
    public async Task Test_ProviderThatTheSdkDoesNotKnow_IsTestedThroughItsOwnDocument()
    {
        using var folder = new TempFolder();
        var spec = folder.Write("acme.yaml", File.ReadAllText(Path("openai-compatible", "openapi.yaml")));
        var binding = folder.Write("binding.yaml", File.ReadAllText(Path("openai-compatible", "binding.yaml")).Replace("id: openai-compatible", "id: acme", StringComparison.Ordinal));
        await using var emulator = await EmulatorHost.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        var result = await CliProcess.RunAsync(
            ["spec", "test", spec, "--binding", binding, "--base-url", emulator.GetBaseUrl("openai-compatible").ToString(), "--key-env", "ACME_SECRET", "--timeout", "20", "--json"],
            new Dictionary<string, string>(English, StringComparer.Ordinal) { ["ACME_SECRET"] = "acme-secret-key" });

        Assert.True(result.ExitCode == 0, result.ToString());
        var json = result.Json();
        Assert.Equal(("acme", "chat-model", "embedding-model", 25), (Text(json, "provider"), Text(json, "model"), Text(json, "embeddingModel"), Count(json, "pass")));
        Assert.InRange(emulator.Requests.Count, 20, 40);
        Assert.DoesNotContain("acme-secret-key", result.Output + result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_InKorean_PrintsAKoreanTable()
    {
        await using var emulator = await EmulatorHost.StartAsync(new EmulatorOptions { Fault = "missing-usage" }, TestContext.Current.CancellationToken);

        var result = await CliProcess.RunAsync(
            [.. Spec("upstage"), "--base-url", emulator.GetBaseUrl("upstage").ToString()],
            new Dictionary<string, string>(StringComparer.Ordinal) { ["LC_ALL"] = "ko_KR.UTF-8" });

        Assert.True(result.ExitCode == 1, result.ToString());
        var lines = result.OutputLines.Select(line => line.TrimEnd('\r')).ToList();
        var usage = lines.FindIndex(line => line.StartsWith("실패", StringComparison.Ordinal) && line.Contains("chat.usage", StringComparison.Ordinal));
        Assert.Contains("위치: POST /upstage/v1/chat/completions → 200", lines[usage + 1], StringComparison.Ordinal);
        Assert.Contains("토큰 수가 없거나 0입니다.", lines[usage + 2], StringComparison.Ordinal);
        Assert.Contains("고치기: 바인딩의 `usage`", lines[usage + 3], StringComparison.Ordinal);
        Assert.Equal("통과 22건, 실패 3건, 미지원 0건", result.ErrorLines[^1].TrimEnd('\r'));
    }

    [Fact]
    public async Task Test_EndpointThatSendsTheKeyBack_DoesNotPrintIt()
    {
        const string Key = "sk-very-secret-0123456789";
        const string Body = "{\"error\":{\"message\":\"what is " + Key + "?\",\"code\":\"" + Key + "\"}}";
        await using var server = new RawServer($"HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nContent-Length: {Body.Length}\r\nConnection: close\r\n\r\n{Body}");

        var result = await CliProcess.RunAsync(
            [.. Spec("openai-compatible"), "--base-url", server.Url, "--key-env", "MY_KEY", "--model", "m"],
            new Dictionary<string, string>(English, StringComparer.Ordinal) { ["MY_KEY"] = Key });

        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.DoesNotContain(Key, result.Output + result.Error, StringComparison.Ordinal);
        Assert.Contains("what is ***?", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_EndpointThatTellsNoModel_AsksForOne()
    {
        await using var emulator = await EmulatorHost.StartAsync(new EmulatorOptions { Fault = "status-500;retry-after=0" }, TestContext.Current.CancellationToken);

        var result = await CliProcess.RunAsync([.. Spec("openai-compatible"), "--base-url", emulator.GetBaseUrl("openai-compatible").ToString()], English);

        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.Contains("--model", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("upstage")]
    [InlineData("openai-compatible")]
    public async Task Test_NothingListens_IsAProviderError(string id)
    {
        int port;
        await using (var gone = new RawServer(answer: null))
        {
            port = gone.Port;
        }

        var result = await CliProcess.RunAsync([.. Spec(id), "--base-url", $"http://127.0.0.1:{port}/v1"], English);

        Assert.True(result.ExitCode == 4, result.ToString());
        Assert.Equal("", result.Output);
        Assert.Contains("cannot be reached", result.ErrorLines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Required")]
    [InlineData("absolute http", "--base-url", "upstage")]
    [InlineData("'NO_SUCH_VARIABLE' is not set", "--base-url", "http://127.0.0.1:1/", "--key-env", "NO_SUCH_VARIABLE")]
    [InlineData("set UPSTAGE_API_KEY", "--base-url", "https://api.example.com/")]
    [InlineData("from 1 to 3600", "--base-url", "http://127.0.0.1:1/", "--timeout", "0")]
    [InlineData("--header-env is", "--base-url", "http://127.0.0.1:1/", "--header-env", "x-client")]
    public async Task Test_WrongCommandLine_IsAUsageError(string says, params string[] arguments)
    {
        var result = await CliProcess.RunAsync([.. Spec("upstage"), .. arguments], English);

        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.Equal("", result.Output);
        Assert.Contains(says, result.Error, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Test_WithoutABinding_SaysThatThereIsNothingToTest()
    {
        var result = await CliProcess.RunAsync(["spec", "test", Path("upstage", "openapi.yaml"), "--base-url", "http://127.0.0.1:1/"], English);

        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.Contains("--binding", result.Error, StringComparison.Ordinal);
    }

    private static string[] Spec(string id) => File.Exists(Path(id, "openapi.yaml"))
        ? ["spec", "test", Path(id, "openapi.yaml"), "--binding", Path(id, "binding.yaml")]
        : ["spec", "test", Path(id, "binding.yaml")];

    private static string Path(string id, string file) => System.IO.Path.Combine(RepositoryPaths.Root, "specs", id, file);

    private static string? Text(JsonElement fact, string name) => fact.GetProperty(name).GetString();

    private static int Count(JsonElement json, string name) => json.GetProperty("counts").GetProperty(name).GetInt32();
}
