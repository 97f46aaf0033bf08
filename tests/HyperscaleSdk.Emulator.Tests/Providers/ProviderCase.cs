using System.Text;
using System.Text.Json;
using HyperscaleSdk.Emulator.Tests.Support;

namespace HyperscaleSdk.Emulator.Tests.Providers;

/// <summary>One provider as a client sees it, written from the facts and not from the emulator's tables.</summary>
internal sealed record ProviderCase(string Id, string BasePath, string Model, WireShape Shape = WireShape.OpenAI)
{
    /// <summary>Header and what stands before the key; null: no key.</summary>
    public (string Header, string Prefix)? Key { get; init; } = ("Authorization", "Bearer ");

    /// <summary>A call without a key is good.</summary>
    public bool KeyIsOptional { get; init; }

    /// <summary>Path of chat, from the provider's first segment.</summary>
    public string Chat { get; init; } = "/v1/chat/completions";

    public string? Embeddings { get; init; }

    public string EmbeddingModel { get; init; } = "";

    public bool CanStream { get; init; } = true;

    public bool ReportsUsage { get; init; } = true;

    /// <summary>Usage in streams; null: never.</summary>
    public string? StreamOptions { get; init; } = """,  "stream_options":{"include_usage":true}""";

    public bool StreamsUsage { get; init; } = true;

    /// <summary>Members of the error body that lead to the message.</summary>
    public string ErrorMessage { get; init; } = "error/message";

    public int InvalidStatus { get; init; } = 400;

    public IEnumerable<string> Operations => ["completion", .. CanStream ? ["stream"] : Array.Empty<string>(), .. Embeddings is null ? Array.Empty<string>() : ["embedding"]];

    public override string ToString() => Id;

    public string Body(string question, string more = "", string? model = null)
    {
        var text = JsonSerializer.Serialize(question, RelaxedJson.Options);
        return Shape switch
        {
            WireShape.Clova => $$"""{"messages":[{"role":"user","content":{{text}}}]{{more}}}""",
            WireShape.FabriX => $$"""{"modelIds":["{{model ?? Model}}"],"contents":[{{text}}]{{more}}}""",
            WireShape.KoGpt => $$"""{"prompt":{{text}},"max_tokens":500{{more}}}""",
            WireShape.Etri => $$"""{"request_id":"reserved field","argument":{"passage":{{text}},"question":{{text}} } }""",
            _ => $$"""{"model":"{{model ?? Model}}","messages":[{"role":"user","content":{{text}}}]{{more}}}""",
        };
    }

    public HttpRequestMessage Request(EmulatorHost host, string operation, string question, string more = "") => operation switch
    {
        "embedding" => Post(host, Embeddings!, Shape == WireShape.Clova ? $$"""{"text":"{{question}}"}""" : $$"""{"model":"{{EmbeddingModel}}","input":["{{question}}"]{{more}}}"""),
        "stream" => Shape switch
        {
            WireShape.Clova => Streamed(Post(host, Chat, Body(question, more))),
            WireShape.FabriX => Post(host, Chat, Body(question, ",\"isStream\":true" + more)),
            _ => Post(host, Chat, Body(question, $",\"stream\":true{StreamOptions}{more}")),
        },
        _ => Post(host, Chat, Body(question, more)),
    };

    public HttpRequestMessage Post(EmulatorHost host, string path, string json, string? key = "any-key")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.BaseAddress, $"/{Id}{path}")) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        AddKey(request, key);
        return request;
    }

    public void AddKey(HttpRequestMessage request, string? key)
    {
        if (Shape == WireShape.FabriX)
            request.Headers.Add("x-fabrix-client", "client-1");
        if (Key is { } scheme && key is not null)
            request.Headers.TryAddWithoutValidation(scheme.Header, scheme.Prefix + key);
    }

    private static HttpRequestMessage Streamed(HttpRequestMessage request)
    {
        request.Headers.Accept.ParseAdd("text/event-stream");
        return request;
    }
}
