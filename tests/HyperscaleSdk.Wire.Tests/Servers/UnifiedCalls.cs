using HyperscaleSdk.Wire.Tests.Mock;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Wire.Tests.Servers;

/// <summary>Calls every route of a provider in every shape and keeps what Prism has against the requests.</summary>
internal sealed class UnifiedCalls(ProviderClients clients, Uri address, WireHandler handler, HttpClient http)
{
    // Routes that no listed model leads to, and models of providers that list none.
    private static readonly Dictionary<string, string[]> FurtherModels = new(StringComparer.Ordinal)
    {
        ["naver-clovastudio"] = ["task:abcd1234"],
    };

    /// <summary>Requests that went over the wire.</summary>
    public int Sent { get; private set; }

    /// <summary>Calls that the client refused because the API does not take them.</summary>
    public int RefusedBefore { get; private set; }

    public List<string> Problems { get; } = [];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var model in clients.HasChat ? Models(ModelKind.Chat) : [])
        {
            using var client = clients.CreateChatClient(Options(model), http);
            foreach (var shape in ChatShape.All)
            {
                await CallAsync($"{model}, {shape.Name}", () => client.GetResponseAsync(shape.Messages, shape.Options, cancellationToken));
                await CallAsync($"{model}, {shape.Name}, streamed", () => client.GetStreamingResponseAsync(shape.Messages, shape.Options, cancellationToken).ToListAsync(cancellationToken).AsTask());
            }
        }

        foreach (var model in clients.HasEmbeddings ? Models(ModelKind.Embedding) : [])
        {
            using var generator = clients.CreateEmbeddingGenerator(Options(model), http);
            await CallAsync($"{model}, a text", () => generator.GenerateAsync(["환불 신청 방법"], cancellationToken: cancellationToken));
            await CallAsync($"{model}, texts", () => generator.GenerateAsync(["환불", "배송", "교환"], cancellationToken: cancellationToken));
        }
    }

    private List<string> Models(ModelKind kind)
    {
        var listed = clients.Descriptor.Models.Where(model => model.Kind == kind).Select(model => model.Id);
        var further = kind == ModelKind.Chat ? FurtherModels.GetValueOrDefault(clients.Descriptor.Id, []) : [];
        List<string> all = [.. listed, .. further];
        return all.Count > 0 ? all : ["0196f1fc-3b4e-7a55-9c1d-5b1f7c2a0001"];
    }

    private HyperscaleClientOptions Options(string model)
    {
        var options = clients.CreateOptions();
        options.ApiKey = "any-key";
        options.BaseAddress = address;
        options.Model = model;
        options.EmbeddingModel = model;
        options.MaxRetries = 0;
        options.Timeout = TimeSpan.FromSeconds(10);
        if (clients.Descriptor.Id == "samsung-fabrix")
        {
            options.Headers["x-fabrix-client"] = "client";
        }

        return options;
    }

    private async Task CallAsync(string what, Func<Task> call)
    {
        handler.Forget();
        var failure = await Record.ExceptionAsync(call);
        if (handler.Last is not { } exchange)
        {
            RefusedBefore++;
            if (failure is not HyperscaleRequestException { ErrorCode: "unsupported" })
            {
                Problems.Add($"{clients.Descriptor.Id}, {what}: nothing was sent: {failure}");
            }

            return;
        }

        // Prism makes its answers up: only what it says about the request is an opinion on us.
        Sent++;
        if (!exchange.IsAccepted && !exchange.IsFaultOfDocument && !exchange.HasNoAnswer)
        {
            Problems.Add($"{clients.Descriptor.Id}, {what}: Prism refuses {exchange}");
        }
    }
}
