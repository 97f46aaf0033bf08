using System.Net.Http.Headers;
using System.Text;

namespace HyperscaleSdk.Emulator.Tests.Support;

/// <summary>Raw HTTP: what goes out and what comes back, nothing interpreted.</summary>
internal sealed class WireClient(Uri baseUrl) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });

    public Uri BaseUrl { get; } = baseUrl;

    public string? Key { get; set; } = "nv-any-key";

    public static HttpRequestMessage WithFault(HttpRequestMessage request, string fault, string? id = null)
    {
        request.Headers.Add("X-Emulator-Fault", fault);
        if (id is not null)
            request.Headers.Add("X-Emulator-Fault-Id", id);
        return request;
    }

    public HttpRequestMessage Post(string path, string json, bool stream = false)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, BaseUrl.AbsoluteUri.TrimEnd('/') + path) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        if (Key is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        if (stream)
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        return request;
    }

    public HttpRequestMessage Get(string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, BaseUrl.AbsoluteUri.TrimEnd('/') + path);
        if (Key is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        return request;
    }

    public async Task<WireAnswer> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
            var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);
            return new WireAnswer((int)response.StatusCode, headers, body);
        }
    }

    public Task<WireAnswer> PostAsync(string path, string json, bool stream = false) => SendAsync(Post(path, json, stream));

    public Task<HttpResponseMessage> OpenAsync(HttpRequestMessage request)
        => _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

    public void Dispose() => _http.Dispose();
}
