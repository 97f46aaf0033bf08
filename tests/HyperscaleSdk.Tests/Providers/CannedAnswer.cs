using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace HyperscaleSdk.Tests.Providers;

/// <summary>A server that answers every request with the same text.</summary>
internal sealed class CannedAnswer(string body, bool isStream = false) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue(isStream ? "text/event-stream" : "application/json");
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content });
    }
}
