using HyperscaleSdk.Emulator.Faults;
using HyperscaleSdk.Emulator.Hosting;
using HyperscaleSdk.Emulator.Http;
using Microsoft.AspNetCore.Http;

namespace HyperscaleSdk.Emulator.Upstage;

/// <summary>Upstage Solar: OpenAI-shaped, with its own limits, models and rate headers.</summary>
internal sealed class UpstageProvider : IProvider
{
    public string Id => "upstage";

    public string Prefix => "/upstage";

    public string BasePath => "/upstage/v1";

    public IReadOnlyList<string> Routes { get; } =
    [
        "POST /chat/completions: solar-pro4, solar-mini4, solar-pro3, solar-mini; streams with \"stream\": true",
        "POST /embeddings: solar-embedding-2-query, solar-embedding-2-passage, solar-embedding-1-large-query, solar-embedding-1-large-passage",
        "GET /models",
    ];

    public string AssignRequestId(HttpRequest request) => Guid.NewGuid().ToString("D");

    public void WriteCommonHeaders(EmulatedCall call)
    {
        call.Http.Response.Headers["x-request-id"] = call.RequestId;
        UpstageRateHeaders.Write(call, null);
    }

    public Task HandleAsync(EmulatedCall call, string path)
    {
        if (Bearer.Check(call.Http.Request) != BearerState.Good)
            throw UpstageErrors.InvalidKey();
        var method = call.Http.Request.Method;
        return path switch
        {
            "/v1/chat/completions" when HttpMethods.IsPost(method) => ChatEndpoint.HandleAsync(call),
            "/v1/embeddings" when HttpMethods.IsPost(method) => EmbeddingsEndpoint.HandleAsync(call),
            "/v1/models" when HttpMethods.IsGet(method) => ModelsEndpoint.HandleAsync(call),
            _ => throw UpstageErrors.ForStatus(StatusCodes.Status404NotFound, null),
        };
    }

    public Task WriteRefusalAsync(EmulatedCall call, RefusedException refusal)
    {
        if (refusal.Status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
            UpstageRateHeaders.WriteRetry(call, refusal.Status);
        var status = call.Faults.Has(FaultKinds.ErrorIn200) ? StatusCodes.Status200OK : refusal.Status;
        return RawResponse.WriteAsync(call.Http, status, JsonReply.ContentType, UpstageErrors.Envelope(refusal));
    }

    public RefusedException CreateRefusal(int status, string? message = null) => UpstageErrors.ForStatus(status, message);
}
