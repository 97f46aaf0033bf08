using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Tests.Guard;

/// <summary>Another vendor's client: sends everything that messages and options hold.</summary>
internal sealed class EchoChatClient(Uri server, HttpClient http) : IChatClient
{
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server, "/chat")) { Content = new StringContent(Body(messages, options)) };
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            yield return JsonSerializer.Deserialize<ChatResponseUpdate>(line, AIJsonUtilities.DefaultOptions)!;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }

    private static string Body(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        var body = new JsonObject
        {
            ["messages"] = JsonSerializer.SerializeToNode(messages.ToList(), AIJsonUtilities.DefaultOptions),
            ["options"] = JsonSerializer.SerializeToNode(options, AIJsonUtilities.DefaultOptions),
            ["tools"] = new JsonArray([.. (options?.Tools ?? []).OfType<AIFunctionDeclaration>().Select(tool =>
                (JsonNode)new JsonObject { ["name"] = tool.Name, ["description"] = tool.Description, ["schema"] = JsonNode.Parse(tool.JsonSchema.GetRawText()) })]),
        };
        return body.ToJsonString();
    }
}
