using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace HyperscaleSdk.Generators.Tests;

/// <summary>Answers every request with one body, and keeps what was asked.</summary>
internal sealed class StubHandler(string body, string mediaType = "application/json") : HttpMessageHandler
{
    public HttpRequestMessage? Request { get; private set; }

    public string Body { get; private set; } = "";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Request = request;
        Body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        return new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType) } },
        };
    }
}
