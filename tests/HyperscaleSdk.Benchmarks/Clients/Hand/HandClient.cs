using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace HyperscaleSdk.Benchmarks.Clients;

/// <summary>What one would write by hand: <see cref="HttpClient"/>, source-generated JSON, <see cref="SseParser"/>. No retries, no timeouts, no errors.</summary>
internal sealed class HandClient(MemoryHandler handler) : IDisposable
{
    private static readonly Uri Chat = new("http://127.0.0.1/v1/chat/completions");
    private static readonly Uri Embeddings = new("http://127.0.0.1/v1/embeddings");

    private readonly HttpClient _http = handler.Client();
    private readonly HandTool _tool = new(null, "function", new HandFunction(ToolQuestion.Name, ToolQuestion.Description, JsonElement.Parse(ToolQuestion.Schema), null));

    public async Task<int> CompleteAsync()
    {
        var answer = await AskAsync(Question(stream: null, tools: null));
        return answer.Choices![0].Message!.Content!.Length;
    }

    public async Task<int> CallToolAsync()
    {
        var answer = await AskAsync(Question(stream: null, [_tool]));
        return answer.Choices![0].Message!.ToolCalls![0].Function!.Name!.Length;
    }

    public async Task<int> StreamAsync()
    {
        using var response = await SendAsync(Chat, Question(stream: true, tools: null), HandJson.Default.HandRequest);
        await using var stream = await response.Content.ReadAsStreamAsync();
        var length = 0;
        await foreach (var item in SseParser.Create(stream, static (_, data) => data.SequenceEqual("[DONE]"u8) ? null : JsonSerializer.Deserialize(data, HandJson.Default.HandAnswer)).EnumerateAsync())
        {
            length += item.Data?.Choices is [{ Delta.Content: { } text }, ..] ? text.Length : 0;
        }

        return length;
    }

    public async Task<int> EmbedFloatsAsync()
    {
        using var response = await SendAsync(Embeddings, new HandTexts(ClientBodies.Model, ToolQuestion.Texts), HandJson.Default.HandTexts);
        var answer = await response.Content.ReadFromJsonAsync(HandJson.Default.HandVectors);
        return answer!.Data.Sum(static vector => vector.Embedding.Length);
    }

    public async Task<int> EmbedBase64Async()
    {
        using var response = await SendAsync(Embeddings, new HandTexts(ClientBodies.Model, ToolQuestion.Texts), HandJson.Default.HandTexts);
        var answer = await response.Content.ReadFromJsonAsync(HandJson.Default.HandByteVectors);
        return answer!.Data.Sum(static vector => MemoryMarshal.Cast<byte, float>(vector.Embedding).ToArray().Length);
    }

    public void Dispose() => _http.Dispose();

    private static HandRequest Question(bool? stream, List<HandTool>? tools) => new(ClientBodies.Model, [new HandMessage("user", ToolQuestion.Text, null, null)], stream, tools);

    private async Task<HandAnswer> AskAsync(HandRequest question)
    {
        using var response = await SendAsync(Chat, question, HandJson.Default.HandRequest);
        return (await response.Content.ReadFromJsonAsync(HandJson.Default.HandAnswer))!;
    }

    private async Task<HttpResponseMessage> SendAsync<T>(Uri address, T body, JsonTypeInfo<T> type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body, type) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "key");
        var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        return response;
    }
}
