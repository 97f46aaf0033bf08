using System.Text.Json.Nodes;
using HyperscaleSdk.Emulator.Tests.Support;

namespace HyperscaleSdk.Emulator.Tests.Providers;

/// <summary>One emulator for a class of tests, and the readers of its answers.</summary>
public abstract class ProviderTest : IAsyncLifetime
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });
    private EmulatorHost? _host;

    protected EmulatorHost Host => _host!;

    protected virtual EmulatorOptions Options => new();

    public async ValueTask InitializeAsync() => _host = await EmulatorHost.StartAsync(Options, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _host!.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    internal async Task<WireAnswer> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
            var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);
            return new WireAnswer((int)response.StatusCode, headers, body);
        }
    }

    internal Task<WireAnswer> AskAsync(ProviderCase provider, string question, string more = "", string? model = null)
        => SendAsync(provider.Post(Host, provider.Chat, provider.Body(question, more, model)));

    internal static string Text(ProviderCase provider, JsonNode json) => (string?)(provider.Shape switch
    {
        WireShape.Clova => json["result"]!["message"]!["content"],
        WireShape.FabriX => json["content"],
        WireShape.KoGpt => json["generations"]![0]!["text"],
        WireShape.Etri => json["return_object"]!["MRCInfo"]!["answer"],
        _ => json["choices"]![0]!["message"]!["content"],
    }) ?? "";

    internal static string StreamText(ProviderCase provider, IEnumerable<WireFrame> frames) => provider.Shape switch
    {
        WireShape.Clova => string.Concat(frames.Where(frame => frame.Event is "token").Select(frame => (string?)frame.Json["message"]!["content"])),
        WireShape.FabriX => string.Concat(frames.Where(frame => (string?)frame.Json["event_status"] is "CHUNK").Select(frame => (string?)frame.Json["content"])),
        _ => string.Concat(Chunks(frames).Select(chunk => (string?)chunk["choices"]!.AsArray().FirstOrDefault()?["delta"]?["content"])),
    };

    internal static JsonNode? Usage(ProviderCase provider, JsonNode json) => provider.Shape == WireShape.Clova ? json["result"]!["usage"] ?? json["result"]!["inputTokens"] : json["usage"];

    internal static IEnumerable<JsonNode> Chunks(IEnumerable<WireFrame> frames) => frames.Where(frame => frame.Data is not "[DONE]").Select(frame => frame.Json);

    internal static string? Find(JsonNode json, string path)
    {
        JsonNode? node = json;
        foreach (var name in path.Split('/'))
            node = node is JsonArray array ? array[0]?[name] : node?[name];
        return node?.ToString();
    }
}
