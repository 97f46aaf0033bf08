using System.Text;
using HyperscaleSdk.Conformance;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Tests.Providers;

/// <summary>Makes one unified call through a ledger of its own, and looks at everything it left behind.</summary>
internal sealed class MeteredCall : IAsyncDisposable
{
    /// <summary>Stands in every prompt, and the emulator's answers repeat it.</summary>
    public const string Marker = "표식7f3aQ9";

    public const string Prompt = $"환자 {Marker} 님의 예약 시간을 알려 주세요.";

    private readonly EmulatorFixture _emulator;
    private readonly DirectoryInfo _folder;
    private readonly WireLog _wire = new();
    private readonly HttpClient _http;
    private readonly SqliteUsageLedger _ledger;

    private MeteredCall(EmulatorFixture emulator, DirectoryInfo folder, SqliteUsageLedger ledger, HttpMessageHandler? server)
    {
        _emulator = emulator;
        _folder = folder;
        _ledger = ledger;
        _http = new HttpClient(server ?? _wire);
    }

    public int Requests => _wire.Count;

    public Task FirstSent => _wire.FirstSent;

    public SqliteUsageLedger Ledger => _ledger;

    /// <param name="emulator">Who answers.</param>
    /// <param name="server">Answers instead of the emulator what that never would; requests are not counted then.</param>
    public static async Task<MeteredCall> OpenAsync(EmulatorFixture emulator, HttpMessageHandler? server = null)
    {
        var folder = Directory.CreateTempSubdirectory("hyperscale-providers-");
        return new MeteredCall(emulator, folder, await SqliteUsageLedger.OpenAsync(Path.Combine(folder.FullName, "ledger.db")), server);
    }

    /// <summary>Opens, calls, and closes.</summary>
    public static async Task<CallOutcome> RunAsync(EmulatorFixture emulator, string provider, string operation, Action<HyperscaleClientOptions>? configure = null)
    {
        await using var call = await OpenAsync(emulator);
        return await call.AskAsync(provider, operation, configure);
    }

    public async Task<CallOutcome> AskAsync(string provider, string operation, Action<HyperscaleClientOptions>? configure = null)
    {
        Exception? failure = null;
        ChatResponse? chat = null;
        GeneratedEmbeddings<Embedding<float>>? embeddings = null;
        try
        {
            switch (operation)
            {
                case "completion":
                    chat = await Chat(provider, configure).GetResponseAsync(Prompt);
                    break;
                case "stream":
                    chat = await Chat(provider, configure).GetStreamingResponseAsync(Prompt).ToChatResponseAsync();
                    break;
                default:
                    embeddings = await Embedder(provider, configure).GenerateAsync([Prompt]);
                    break;
            }
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        return new CallOutcome(failure, chat, embeddings, Requests, await RowsAsync());
    }

    public IChatClient Chat(string provider, Action<HyperscaleClientOptions>? configure = null) => provider switch
    {
        "clova" => new ClovaStudioChatClient(_emulator.ClovaStudio(configure), _http).UseUsageLedger(_ledger),
        "clova-v1" => new ClovaStudioChatClient(_emulator.ClovaStudio(options =>
        {
            options.Model = "HCX-003";
            configure?.Invoke(options);
        }), _http).UseUsageLedger(_ledger),
        _ => new UpstageChatClient(_emulator.Upstage(configure), _http).UseUsageLedger(_ledger),
    };

    public IEmbeddingGenerator<string, Embedding<float>> Embedder(string provider, Action<HyperscaleClientOptions>? configure = null) => provider switch
    {
        "clova" => new ClovaStudioEmbeddingGenerator(_emulator.ClovaStudio(configure), _http).UseUsageLedger(_ledger),
        _ => new UpstageEmbeddingGenerator(_emulator.Upstage(configure), _http).UseUsageLedger(_ledger),
    };

    public async Task<IReadOnlyList<UsageRow>> RowsAsync()
    {
        var rows = new List<UsageRow>();
        await foreach (var row in _ledger.ReadAsync())
        {
            rows.Add(row);
        }

        var check = await _ledger.VerifyAsync();
        Assert.True(check.IsIntact, check.Problem);
        Assert.Equal(rows.Count, check.Rows);
        await foreach (var open in _ledger.ReadReservationsAsync())
        {
            Assert.Fail($"The call {open.CallId} was never settled.");
        }

        return rows;
    }

    /// <summary>Closes the ledger, and proves that neither prompt, answer nor key is in its files.</summary>
    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        AssertNothingSecret();
        await _ledger.DisposeAsync();
        AssertNothingSecret();
        _folder.Delete(recursive: true);
    }

    private void AssertNothingSecret()
    {
        var files = _folder.GetFiles();
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            foreach (var secret in (string[])[Marker, EmulatorFixture.Key])
            {
                Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)));
                Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(secret)));
            }
        }
    }
}
