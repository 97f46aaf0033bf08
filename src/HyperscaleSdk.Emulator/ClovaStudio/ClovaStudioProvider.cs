using HyperscaleSdk.Emulator.Faults;
using HyperscaleSdk.Emulator.Hosting;
using HyperscaleSdk.Emulator.Http;
using Microsoft.AspNetCore.Http;

namespace HyperscaleSdk.Emulator.ClovaStudio;

/// <summary>NAVER CLOVA Studio, native API.</summary>
internal sealed class ClovaStudioProvider : IProvider
{
    private const string RequestIdHeader = "X-NCP-CLOVASTUDIO-REQUEST-ID";

    public string Id => "naver-clovastudio";

    public string Prefix => "/naver-clovastudio";

    public string BasePath => Prefix;

    public IReadOnlyList<string> Routes { get; } =
    [
        "POST /v3/chat-completions/{model}: HCX-007, HCX-005, HCX-DASH-002; streams with Accept: text/event-stream",
        "POST /v1/chat-completions/{model}: HCX-003, HCX-DASH-001; streams with Accept: text/event-stream",
        "POST /v1/api-tools/embedding/v2",
        "POST /v1/api-tools/embedding/{model}: clir-emb-dolphin, clir-sts-dolphin",
        "POST /v3/api-tools/chat-tokenize/{model}",
        "POST /v1/api-tools/chat-tokenize/{model}",
        "POST /v1/api-tools/embedding/v2/tokenize",
    ];

    // The caller's own id counts; one with unusual characters could not go into a header again.
    public string AssignRequestId(HttpRequest request)
    {
        var sent = request.Headers[RequestIdHeader].ToString();
        return sent.Length is > 0 and <= 200 && sent.All(c => c is > ' ' and <= '~') ? sent : Guid.NewGuid().ToString("D");
    }

    public void WriteCommonHeaders(EmulatedCall call)
        => call.Http.Response.Headers[RequestIdHeader] = call.RequestId;

    public Task HandleAsync(EmulatedCall call, string path)
    {
        ClovaGate.CheckKey(call.Http.Request);
        if (!HttpMethods.IsPost(call.Http.Request.Method))
            throw CreateRefusal(StatusCodes.Status404NotFound);
        return path.Split('/') switch
        {
            ["", "v3", "chat-completions", var model] => ChatV3Endpoint.HandleAsync(call, model),
            ["", "v1", "chat-completions", var model] => ChatV1Endpoint.HandleAsync(call, model),
            ["", "v1", "api-tools", "embedding", "v2", "tokenize"] => EmbeddingEndpoint.TokenizeAsync(call),
            ["", "v1", "api-tools", "embedding", var model] => EmbeddingEndpoint.HandleAsync(call, model),
            ["", "v3", "api-tools", "chat-tokenize", var model] => ChatTokenizeEndpoint.HandleV3Async(call, model),
            ["", "v1", "api-tools", "chat-tokenize", var model] => ChatTokenizeEndpoint.HandleV1Async(call, model),
            _ => throw CreateRefusal(StatusCodes.Status404NotFound),
        };
    }

    public Task WriteRefusalAsync(EmulatedCall call, RefusedException refusal)
    {
        if (refusal.Status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
            ClovaGate.WriteRateHeaders(call, refusal.Status);
        var status = call.Faults.Has(FaultKinds.ErrorIn200) ? StatusCodes.Status200OK : refusal.Status;
        return RawResponse.WriteAsync(call.Http, status, JsonReply.ContentType, ClovaEnvelope.Failure(refusal));
    }

    public RefusedException CreateRefusal(int status, string? message = null) => ClovaErrors.ForStatus(status, message);
}
