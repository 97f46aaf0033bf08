using HyperscaleSdk.Emulator.Errors;
using HyperscaleSdk.Emulator.Hosting;
using HyperscaleSdk.Emulator.Http;
using Microsoft.AspNetCore.Http;

namespace HyperscaleSdk.Emulator.OpenAI;

/// <summary>A provider that speaks OpenAI's language, in its own dialect.</summary>
internal sealed class OpenAIProvider(OpenAIDialect dialect) : IProvider
{
    private const long MaximumBody = 50L * 1024 * 1024;

    public OpenAIDialect Dialect { get; } = dialect;

    public OpenAIErrors Errors { get; } = new(dialect);

    public string Id => Dialect.Id;

    public string EnglishName => Dialect.EnglishName;

    public string KoreanName => Dialect.KoreanName;

    public string BasePath => $"/{Dialect.Id}{Dialect.Root}";

    public RateHeaderForm RateHeaders => Dialect.RateHeaders;

    public IReadOnlyList<string> Models { get; } =
        [.. dialect.Models.Select(model => model.Name), .. dialect.IgnoresModel || dialect.IsOpen ? (string[])["any other name"] : []];

    public IReadOnlyList<string> Routes { get; } =
    [
        .. dialect.ChatPaths.Select(path => $"POST {path}: streams with \"stream\": true; {dialect.Key}"),
        .. dialect.EmbeddingPaths.Select(path => $"POST {path}"),
        .. dialect.TokenizePaths.Select(path => $"POST {path}"),
        .. dialect.ModelsPaths.Select(path => $"GET {path}"),
    ];

    public string AssignRequestId(HttpRequest request) => Dialect.RequestIdHeader is { } header
        ? Dialect.TakesRequestId ? RequestIds.FromCaller(request, header) : RequestIds.Create()
        : $"chatcmpl-{RequestIds.Create()}";

    public void WriteCommonHeaders(EmulatedCall call)
    {
        if (Dialect.RequestIdHeader is { } header)
            call.Http.Response.Headers[header] = call.RequestId;
        WriteRates(call, null);
    }

    public Task HandleAsync(EmulatedCall call, string path)
    {
        if (KeyCheck.Check(call.Http.Request, Dialect.Key) != KeyState.Good)
            throw Errors.InvalidKey();
        var method = call.Http.Request.Method;
        if (HttpMethods.IsPost(method) && Has(Dialect.ChatPaths, path))
            return ChatEndpoint.HandleAsync(this, call);
        if (HttpMethods.IsPost(method) && Has(Dialect.EmbeddingPaths, path))
            return EmbeddingsEndpoint.HandleAsync(this, call);
        if (HttpMethods.IsPost(method) && Has(Dialect.TokenizePaths, path))
            return TokenizeEndpoint.HandleAsync(this, call);
        if (HttpMethods.IsGet(method) && Has(Dialect.ModelsPaths, path))
            return ModelsEndpoint.HandleListAsync(this, call);
        if (HttpMethods.IsGet(method) && Dialect.ModelsPaths.FirstOrDefault(models => path.StartsWith(models + "/", StringComparison.Ordinal)) is { } list)
            return ModelsEndpoint.HandleOneAsync(this, call, path[(list.Length + 1)..]);
        if (HttpMethods.IsGet(method) && Dialect.IsVllm && path is "/health")
            return RawResponse.WriteAsync(call.Http, StatusCodes.Status200OK, JsonReply.ContentType, ReadOnlyMemory<byte>.Empty);
        throw CreateRefusal(StatusCodes.Status404NotFound);
    }

    public ErrorBody CreateErrorBody(EmulatedCall call, RefusedException refusal)
    {
        var path = call.Http.Request.Path.Value ?? "";
        var embeds = Dialect.EmbeddingPaths.Any(embedding => path.EndsWith(embedding, StringComparison.Ordinal));
        var form = embeds ? Dialect.EmbeddingErrors ?? Dialect.Errors : Dialect.Errors;
        // FastAPI's form is for requests with a wrong field only.
        return ErrorEnvelope.Create(form == ErrorForm.Detail && refusal.Status != StatusCodes.Status422UnprocessableEntity ? ErrorForm.OpenAI : form, refusal);
    }

    public RefusedException CreateRefusal(int status, string? message = null)
        => new(status, ErrorCodes.ForStatus(status), message ?? ErrorCodes.MessageFor(status));

    public async Task<RequestFields> ReadBodyAsync(EmulatedCall call)
    {
        var json = await JsonRequestBody.ReadAsync(call, MaximumBody, Errors.TooLarge, Errors.NotJson).ConfigureAwait(false);
        var body = new RequestFields(json, Errors.Invalid);
        return Dialect.RefusedFields.FirstOrDefault(field => body.Any(field) is not null) is { } refused ? throw Errors.Unsupported(refused) : body;
    }

    public OpenAIModel GetModel(EmulatedCall call, RequestFields body, IEnumerable<OpenAIModel> models)
    {
        var name = body.Text("model");
        if (string.IsNullOrEmpty(name))
            throw Errors.Invalid("model", "model is required.");
        var model = Find(name, [.. models]);
        call.Model = model.Served;
        return model;
    }

    public void WriteRates(EmulatedCall call, OpenAIModel? model)
    {
        if (Dialect.AlwaysSendsRates)
            Emulator.Errors.RateHeaders.Write(call, Dialect.RateHeaders, model?.RequestsPerMinute ?? 100, model?.TokensPerMinute ?? 250_000);
    }

    private OpenAIModel Find(string name, IReadOnlyList<OpenAIModel> models)
    {
        if (Dialect.IgnoresModel)
            return models[0];
        if (Dialect.EndedModels.Contains(name, StringComparer.Ordinal))
            throw Errors.ModelEnded();
        var known = models.FirstOrDefault(model => string.Equals(model.Name, name, StringComparison.Ordinal) || string.Equals(model.Served, name, StringComparison.Ordinal));
        return known ?? (Dialect.IsOpen && models.Count > 0 && name is not "no-such-model" ? models[0] with { Name = name, Served = name } : throw Errors.ModelNotFound());
    }

    private static bool Has(IReadOnlyList<string> paths, string path) => paths.Contains(path, StringComparer.Ordinal);
}
