using System.Net;
using System.Text;

namespace HyperscaleSdk.Tests;

/// <summary>Answers from a script, and keeps what it was sent byte for byte.</summary>
internal sealed class StubHandler : HttpMessageHandler
{
    private readonly Lock _gate = new();
    private readonly Queue<Func<CancellationToken, Task<HttpResponseMessage>>> _script = new();
    private readonly List<SentRequest> _requests = [];

    public bool IsDisposed { get; private set; }

    /// <summary>Answers when the script is at its end; by default that is a failure of the test.</summary>
    public Func<SentRequest, HttpResponseMessage>? Otherwise { get; set; }

    public IReadOnlyList<SentRequest> Requests
    {
        get
        {
            lock (_gate)
            {
                return [.. _requests];
            }
        }
    }

    public static HttpResponseMessage Json(string body, HttpStatusCode status = HttpStatusCode.OK, params (string Name, string Value)[] headers)
        => Text(body, "application/json", status, headers);

    public static HttpResponseMessage Events(string body, params (string Name, string Value)[] headers)
        => Text(body, "text/event-stream", HttpStatusCode.OK, headers);

    public static HttpResponseMessage Text(string body, string? type, HttpStatusCode status = HttpStatusCode.OK, params (string Name, string Value)[] headers)
        => Body(new MemoryStream(Encoding.UTF8.GetBytes(body)), type, status, headers);

    public static HttpResponseMessage Body(Stream body, string? type, HttpStatusCode status = HttpStatusCode.OK, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage(status) { Content = new StreamContent(body) };
        if (type is not null)
        {
            response.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    public StubHandler Answer(HttpResponseMessage response) => Answer(_ => Task.FromResult(response));

    public StubHandler Throw(Exception failure) => Answer(_ => Task.FromException<HttpResponseMessage>(failure));

    /// <summary>Never answers; gives up when the request is cancelled.</summary>
    public StubHandler Hang() => Answer(async token =>
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
        throw new InvalidOperationException("An endless wait has ended.");
    });

    public StubHandler Answer(Func<CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _script.Enqueue(answer);
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken);
        var headers = request.Headers.NonValidated.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        if (request.Content is not null)
        {
            foreach (var header in request.Content.Headers.NonValidated)
            {
                headers[header.Key] = header.Value.ToString();
            }
        }

        var sent = new SentRequest(request.Method.Method, request.RequestUri!.AbsoluteUri, headers, body);
        Func<CancellationToken, Task<HttpResponseMessage>>? next;
        lock (_gate)
        {
            _requests.Add(sent);
            _script.TryDequeue(out next);
        }

        if (next is not null)
        {
            return await next(cancellationToken);
        }

        Assert.NotNull(Otherwise);
        return Otherwise(sent);
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
