using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace HyperscaleSdk.Tests.Guard;

/// <summary>
/// A model on 127.0.0.1 that says what it was told: all text as its text, all reasoning as its reasoning, and the arguments of a tool call as its own.
/// It keeps the bytes it received. A stream is cut into pieces of one to five characters.
/// </summary>
internal sealed class EchoServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly Lock _gate = new();
    private byte[] _received = [];

    private EchoServer(WebApplication application) => _application = application;

    public Uri Address { get; private set; } = null!;

    public static async Task<EchoServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new EchoServer(builder.Build());
        server._application.MapPost("/chat", server.AnswerAsync);
        await server._application.StartAsync();
        server.Address = new Uri(server._application.Urls.Single());
        return server;
    }

    public byte[] Take()
    {
        lock (_gate)
        {
            var bytes = _received;
            _received = [];
            return bytes;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    private static IEnumerable<ChatResponseUpdate> Updates(List<ChatMessage> messages, int seed)
    {
        var contents = messages.SelectMany(message => message.Contents).ToList();
        var random = new Random(seed);
        var id = 0;
        foreach (var content in contents)
        {
            switch (content)
            {
                case TextContent text:
                    foreach (var piece in Pieces(text.Text, random))
                    {
                        yield return Update(new TextContent(piece));
                    }

                    break;
                case TextReasoningContent reasoning:
                    foreach (var piece in Pieces(reasoning.Text, random))
                    {
                        yield return Update(new TextReasoningContent(piece));
                    }

                    break;
                case FunctionCallContent call:
                    yield return Update(new FunctionCallContent($"echo_{++id}", call.Name, call.Arguments));
                    break;
            }
        }

        yield return new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(new UsageDetails { InputTokenCount = 1 })]) { MessageId = "m1", FinishReason = ChatFinishReason.Stop };
    }

    private static ChatResponseUpdate Update(AIContent content) => new(ChatRole.Assistant, [content]) { MessageId = "m1", ResponseId = "r1" };

    private static IEnumerable<string> Pieces(string text, Random random)
    {
        for (var position = 0; position < text.Length;)
        {
            var length = Math.Min(random.Next(1, 6), text.Length - position);
            if (position + length < text.Length && char.IsLowSurrogate(text[position + length]))
            {
                length++;
            }

            yield return text.Substring(position, length);
            position += length;
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        lock (_gate)
        {
            _received = [.. _received, .. body.ToArray()];
        }

        using var document = JsonDocument.Parse(body.ToArray());
        var messages = document.RootElement.GetProperty("messages").Deserialize<List<ChatMessage>>(AIJsonUtilities.DefaultOptions)!;
        foreach (var update in Updates(messages, messages.Count))
        {
            var line = JsonSerializer.Serialize(update, AIJsonUtilities.DefaultOptions).ReplaceLineEndings(string.Empty);
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"));
        }
    }
}
