using HyperscaleSdk.Emulator.Errors;
using HyperscaleSdk.Emulator.Hosting;
using Microsoft.AspNetCore.Http;

namespace HyperscaleSdk.Emulator.ClovaStudio;

/// <summary>NAVER CLOVA Studio, native API.</summary>
internal sealed class ClovaStudioProvider : IProvider
{
    public string Id => "naver-clovastudio";

    public string EnglishName => "NAVER CLOVA Studio";

    public string KoreanName => "네이버 클로바 스튜디오";

    public string BasePath => "/naver-clovastudio";

    public IReadOnlyList<string> Models => ClovaModel.Names;

    public RateHeaderForm RateHeaders => RateHeaderForm.Durations;

    public IReadOnlyList<string> Routes { get; } =
    [
        "POST /v3/chat-completions/{model}: HCX-007, HCX-005, HCX-DASH-002; streams with Accept: text/event-stream",
        "POST /v1/chat-completions/{model}: HCX-003, HCX-DASH-001; streams with Accept: text/event-stream",
        "POST /v3/tasks/{taskId}/chat-completions, /v2/tasks/…, /v1/tasks/…",
        "POST /v1/api-tools/embedding/v2",
        "POST /v1/api-tools/embedding/{model}: clir-emb-dolphin, clir-sts-dolphin",
        "POST /v3/api-tools/chat-tokenize/{model}",
        "POST /v1/api-tools/chat-tokenize/{model}",
        "POST /v1/api-tools/embedding/v2/tokenize",
        "POST /v1/api-tools/reranker",
        "POST /v1/api-tools/rag-reasoning",
        "POST /v1/api-tools/segmentation",
        "POST /v1/api-tools/summarization/v2",
        "POST /v1/api-tools/sliding/chat-messages/{model}",
    ];

    public string AssignRequestId(HttpRequest request) => RequestIds.FromCaller(request, RequestIds.ClovaStudio);

    public void WriteCommonHeaders(EmulatedCall call)
        => call.Http.Response.Headers[RequestIds.ClovaStudio] = call.RequestId;

    public Task HandleAsync(EmulatedCall call, string path)
    {
        ClovaGate.CheckKey(call.Http.Request);
        if (!HttpMethods.IsPost(call.Http.Request.Method))
            throw ClovaErrors.NotFound();
        return WithoutAppPrefix(path).Split('/') switch
        {
            ["", "v3", "chat-completions", var model] => ChatV3Endpoint.HandleAsync(call, ClovaGate.GetModel(call, model, ClovaApi.ChatV3)),
            ["", "v1", "chat-completions", var model] => ChatV1Endpoint.HandleAsync(call, ClovaGate.GetModel(call, model, ClovaApi.ChatV1)),
            ["", "v3", "tasks", var task, "chat-completions"] => ChatV3Endpoint.HandleAsync(call, ClovaGate.GetTask(call, task, ClovaApi.ChatV3)),
            ["", "v1" or "v2", "tasks", var task, "chat-completions"] => ChatV1Endpoint.HandleAsync(call, ClovaGate.GetTask(call, task, ClovaApi.ChatV1)),
            ["", "v3", "api-tools", "chat-tokenize", var model] => ChatTokenizeEndpoint.HandleV3Async(call, model),
            ["", "v1", "api-tools", .. var tool] => HandleTool(call, tool),
            _ => throw ClovaErrors.NotFound(),
        };
    }

    public ErrorBody CreateErrorBody(EmulatedCall call, RefusedException refusal) => ErrorEnvelope.Create(ErrorForm.Status, refusal);

    public RefusedException CreateRefusal(int status, string? message = null) => ClovaErrors.ForStatus(status, message);

    private static Task HandleTool(EmulatedCall call, string[] tool) => tool switch
    {
        ["embedding", "v2", "tokenize"] => EmbeddingEndpoint.TokenizeAsync(call),
        ["embedding", var model] => EmbeddingEndpoint.HandleAsync(call, model),
        ["chat-tokenize", var model] => ChatTokenizeEndpoint.HandleV1Async(call, model),
        ["reranker"] => RerankerEndpoint.HandleAsync(call),
        ["rag-reasoning"] => RagReasoningEndpoint.HandleAsync(call),
        ["segmentation"] => SegmentationEndpoint.HandleAsync(call),
        ["summarization", "v2"] => SummarizationEndpoint.HandleAsync(call),
        ["sliding", "chat-messages", var model] => SlidingWindowEndpoint.HandleAsync(call, model),
        _ => throw ClovaErrors.NotFound(),
    };

    // Until 2025-07-17 the path said for which kind of app a call was; many clients still send it.
    private static string WithoutAppPrefix(string path)
    {
        foreach (var prefix in (string[])["/testapp/", "/serviceapp/"])
        {
            if (path.StartsWith(prefix, StringComparison.Ordinal))
                return path[(prefix.Length - 1)..];
        }

        return path;
    }
}
