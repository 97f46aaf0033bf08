using System.Net;
using System.Net.Http.Headers;

namespace HyperscaleSdk.Benchmarks.Clients;

/// <summary>Answers every request at once with the same bytes, without a copy: what a client costs, and not what a network costs.</summary>
internal sealed class MemoryHandler(byte[] body, string mediaType) : HttpMessageHandler
{
    private readonly MediaTypeHeaderValue _type = new(mediaType);

    public HttpClient Client() => new(this, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content)
        {
            // The request is written as a connection would write it.
            await content.CopyToAsync(Stream.Null, cancellationToken);
        }

        var answer = new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request, Content = new ByteArrayContent(body) };
        answer.Content.Headers.ContentType = _type;
        return answer;
    }
}
