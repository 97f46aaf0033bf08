using System.Text.Json;

namespace HyperscaleSdk.Conformance;

/// <summary>Stands under a client: keeps the bodies that are sent, and asks the emulator for a fault.</summary>
public sealed class WireLog : DelegatingHandler
{
    private readonly Lock _gate = new();
    private readonly List<string> _bodies = [];
    private readonly TaskCompletionSource _sent = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Makes it over a handler of its own.</summary>
    public WireLog()
        : base(new SocketsHttpHandler { UseProxy = false, UseCookies = false })
    {
    }

    /// <summary>The emulator's fault for every request; null for none.</summary>
    public string? Fault { get; init; }

    /// <summary>Completes when the first request is on its way.</summary>
    public Task FirstSent => _sent.Task;

    /// <summary>How many requests were sent, retries included.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _bodies.Count;
            }
        }
    }

    /// <summary>The only body that was sent.</summary>
    public JsonElement Single()
    {
        lock (_gate)
        {
            return JsonElement.Parse(Assert.Single(_bodies));
        }
    }

    /// <summary>The bodies so far, as text.</summary>
    public IReadOnlyList<string> Bodies()
    {
        lock (_gate)
        {
            return [.. _bodies];
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Fault is not null)
        {
            request.Headers.Add("X-Emulator-Fault", Fault);
        }

        var body = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        lock (_gate)
        {
            _bodies.Add(body);
        }

        var sending = base.SendAsync(request, cancellationToken);
        _sent.TrySetResult();
        return await sending.ConfigureAwait(false);
    }
}
