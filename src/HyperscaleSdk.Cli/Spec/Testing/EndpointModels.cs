using System.Text.Json;

namespace HyperscaleSdk.Cli.Spec.Testing;

/// <summary>Asks a server of OpenAI's form which models it has, where neither binding nor command line names one.</summary>
internal static class EndpointModels
{
    private static readonly string[] EmbeddingWords = ["embed", "bge-", "e5-"];

    /// <summary>The settings with the models that were found; the same when there is nothing to find.</summary>
    /// <exception cref="CliException">There is no chat model to ask, or the endpoint cannot be reached.</exception>
    public static async Task<EndpointSettings> CompleteAsync(EndpointSettings settings, ProviderClients clients, CancellationToken cancellationToken)
    {
        if (!NeedsModel(clients, ModelKind.Chat, settings.Model) && !NeedsModel(clients, ModelKind.Embedding, settings.EmbeddingModel))
        {
            return settings;
        }

        var ids = await ListAsync(settings, cancellationToken);
        if (NeedsModel(clients, ModelKind.Chat, settings.Model) && !ids.Exists(id => !IsEmbedding(id)))
        {
            throw new CliException(ExitCodes.Usage, "The binding lists no chat model, and the endpoint does not tell any at '/models'. Name one with --model.");
        }

        return settings with
        {
            Model = NeedsModel(clients, ModelKind.Chat, settings.Model) ? ids.Find(id => !IsEmbedding(id)) : settings.Model,
            EmbeddingModel = NeedsModel(clients, ModelKind.Embedding, settings.EmbeddingModel) ? ids.Find(IsEmbedding) : settings.EmbeddingModel,
        };
    }

    private static bool NeedsModel(ProviderClients clients, ModelKind kind, string? named)
        => named is null && (kind == ModelKind.Chat ? clients.HasChat : clients.HasEmbeddings) && clients.Descriptor.Models.All(model => model.Kind != kind);

    private static bool IsEmbedding(string id) => EmbeddingWords.Any(word => id.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static async Task<List<string>> ListAsync(EndpointSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            using var http = new HttpClient(new SocketsHttpHandler { UseProxy = !settings.BaseAddress.IsLoopback, AllowAutoRedirect = false, UseCookies = false });
            var options = new OpenAICompatibleOptions { ApiKey = settings.ApiKey, BaseAddress = settings.BaseAddress, Timeout = settings.Timeout, MaxRetries = 0 };
            foreach (var (name, value) in settings.Headers)
            {
                options.Headers[name] = value;
            }

            using var client = new OpenAICompatibleClient(options, http);
            var list = await client.ListModelsAsync(cancellationToken);
            return [.. (list.Data ?? []).Select(model => model.Id).OfType<string>()];
        }
        catch (HyperscaleConnectionException exception) when (exception.InnerException is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError })
        {
            throw EndpointTest.Unreachable(settings, exception);
        }
        catch (Exception exception) when (exception is HyperscaleException or HttpRequestException or TimeoutException or JsonException)
        {
            // It has no such list.
            return [];
        }
    }
}
