using System.Text;

namespace HyperscaleSdk.Cli.Spec.Testing;

/// <summary>Stands under a client and keeps what goes over the wire, so that a finding can name the place.</summary>
internal sealed class WireRecorder(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly List<WireExchange> _exchanges = [];

    /// <summary>Sends this in place of every body; null sends what the client made.</summary>
    public string? Body { get; set; }

    /// <summary>Whether the last request could not be delivered to anybody.</summary>
    public bool IsUnreachable { get; private set; }

    public IReadOnlyList<WireExchange> Exchanges => _exchanges;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Body is not null)
        {
            request.Content = new StringContent(Body, Encoding.UTF8, "application/json");
        }

        var sent = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var exchange = new WireExchange(request.Method.Method, request.RequestUri?.AbsolutePath ?? "", sent);
        _exchanges.Add(exchange);
        HttpResponseMessage response;
        try
        {
            response = await base.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException exception)
        {
            IsUnreachable = exception.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;
            throw;
        }

        exchange.Answered(response);
        var recording = new StreamContent(new RecordingStream(await response.Content.ReadAsStreamAsync(cancellationToken), exchange));
        foreach (var (name, values) in response.Content.Headers)
        {
            recording.Headers.TryAddWithoutValidation(name, values);
        }

        response.Content = recording;
        return response;
    }
}
