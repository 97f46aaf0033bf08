namespace HyperscaleSdk.Wire.Tests.Mock;

/// <summary>Sends to Prism and keeps what it said about the last request.</summary>
internal sealed class WireHandler() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    /// <summary>What was sent and what came back.</summary>
    public WireExchange? Last { get; private set; }

    public void Forget() => Last = null;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sent = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var response = await base.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        Last = new WireExchange(
            $"{request.Method} {request.RequestUri!.PathAndQuery}",
            sent,
            (int)response.StatusCode,
            response.Headers.TryGetValues("sl-violations", out var violations) ? string.Concat(violations) : "",
            await response.Content.ReadAsStringAsync(cancellationToken));
        return response;
    }
}
