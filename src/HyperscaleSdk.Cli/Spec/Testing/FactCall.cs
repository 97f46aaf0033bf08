using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Cli.Spec.Testing;

/// <summary>The clients of one check, and what they sent.</summary>
internal sealed class FactCall(EndpointUnderTest endpoint) : IDisposable
{
    private readonly WireRecorder _wire = new(new SocketsHttpHandler
    {
        // A proxy that the environment names cannot reach the loopback address of this machine.
        UseProxy = !endpoint.Settings.BaseAddress.IsLoopback, AllowAutoRedirect = false, UseCookies = false,
    });

    private readonly List<IDisposable> _open = [];

    public EndpointUnderTest Endpoint { get; } = endpoint;

    public WireRecorder Wire => _wire;

    /// <summary>The last request and its answer.</summary>
    /// <exception cref="FactException">The client has sent nothing.</exception>
    public WireExchange Last => _wire.Exchanges.LastOrDefault() ?? throw FactException.Failed(
        Endpoint.Settings.PublicAddress,
        new("Nothing was sent.", "아무것도 보내지 않았습니다."),
        new("Report it: this is a defect of the command line.", "명령줄 도구의 결함이므로 알려 주십시오."));

    /// <summary>The last request with its status, and a place in its answer.</summary>
    public string Place(string? at = null) => at is null ? Last.ToString() : $"{Last}, {at}";

    public IChatClient Chat(string? key = null) => Keep(Endpoint.Clients.CreateChatClient(Options(key), Http()));

    public IEmbeddingGenerator<string, Embedding<float>> Generator() => Keep(Endpoint.Clients.CreateEmbeddingGenerator(Options(key: null), Http()));

    public void Dispose()
    {
        foreach (var open in _open)
        {
            open.Dispose();
        }

        _wire.Dispose();
    }

    private HttpClient Http() => Keep(new HttpClient(_wire, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan });

    private HyperscaleClientOptions Options(string? key)
    {
        var options = Endpoint.Clients.CreateOptions();
        options.ApiKey = key ?? Endpoint.Settings.ApiKey;
        options.BaseAddress = Endpoint.Settings.BaseAddress;
        options.Model = Endpoint.Model;
        options.EmbeddingModel = Endpoint.EmbeddingModel;
        options.Timeout = Endpoint.Settings.Timeout;

        // A retry would hide what is to be found.
        options.MaxRetries = 0;
        foreach (var (name, value) in Endpoint.Settings.Headers)
        {
            options.Headers[name] = value;
        }

        return options;
    }

    private T Keep<T>(T open)
        where T : IDisposable
    {
        _open.Insert(0, open);
        return open;
    }
}
