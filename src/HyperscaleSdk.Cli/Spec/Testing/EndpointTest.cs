namespace HyperscaleSdk.Cli.Spec.Testing;

/// <summary>Runs the facts one after the other against an endpoint.</summary>
internal static class EndpointTest
{
    /// <summary>Checks every fact; none is left out silently.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="begin">Told before each fact: its place among all, and the fact.</param>
    /// <param name="cancellationToken">Ends the run early.</param>
    /// <exception cref="CliException">The endpoint cannot be reached.</exception>
    public static async Task<List<FactResult>> RunAsync(EndpointUnderTest endpoint, Func<int, EndpointFact, Task> begin, CancellationToken cancellationToken)
    {
        var results = new List<FactResult>();
        foreach (var fact in EndpointFacts.All)
        {
            await begin(results.Count + 1, fact);
            results.Add(NotFor(endpoint, fact) is { } reason ? new FactResult(fact, FactOutcome.NotSupported, Message: reason) : await CheckAsync(endpoint, fact, cancellationToken));
        }

        return results;
    }

    public static CliException Unreachable(EndpointSettings settings, Exception exception)
        => new(ExitCodes.Provider, $"{settings.PublicAddress} cannot be reached. Check --base-url, and that the server runs.", exception);

    private static Phrase? NotFor(EndpointUnderTest endpoint, EndpointFact fact) => (fact.Kind, endpoint.Has(fact.Kind)) switch
    {
        (ModelKind.Chat, false) => new("The binding has no chat.", "바인딩에 채팅(chat)이 없습니다."),
        (ModelKind.Embedding, false) => new("The binding has no embeddings.", "바인딩에 임베딩(embeddings)이 없습니다."),
        (ModelKind.Embedding, true) when endpoint.EmbeddingModel is null => new("No embedding model is known: name one with --embedding-model.", "임베딩 모델을 알 수 없습니다. --embedding-model로 지정하십시오."),
        _ => null,
    };

    private static async Task<FactResult> CheckAsync(EndpointUnderTest endpoint, EndpointFact fact, CancellationToken cancellationToken)
    {
        using var call = endpoint.Open();
        try
        {
            await fact.CheckAsync(call, cancellationToken);
            return new FactResult(fact, FactOutcome.Passed);
        }
        catch (FactException exception)
        {
            return new FactResult(fact, exception.Outcome, exception.Place, exception.Text, exception.Fix);
        }
        catch (HyperscaleRequestException exception) when (exception is { StatusCode: null, ErrorCode: "unsupported" })
        {
            return new FactResult(fact, FactOutcome.NotSupported, Message: new(exception.Message, "클라이언트가 보내기 전에 거절합니다: " + exception.Message));
        }
        catch (Exception exception) when (exception is HyperscaleException or TimeoutException or HttpRequestException or IOException)
        {
            if (call.Wire.IsUnreachable)
            {
                throw Unreachable(endpoint.Settings, exception);
            }

            return FactFailures.Of(fact, call, exception);
        }
    }
}
