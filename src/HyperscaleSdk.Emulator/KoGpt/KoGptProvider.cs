using HyperscaleSdk.Emulator.Errors;
using HyperscaleSdk.Emulator.Hosting;
using HyperscaleSdk.Emulator.Http;
using Microsoft.AspNetCore.Http;

namespace HyperscaleSdk.Emulator.KoGpt;

/// <summary>Kakao's KoGPT, which is history: a prompt in, one or several continuations out.</summary>
internal sealed class KoGptProvider : IProvider
{
    private static readonly KeyScheme Key = new("Authorization", "KakaoAK ");

    public string Id => "kakao-kogpt";

    public string EnglishName => "Kakao KoGPT (ended)";

    public string KoreanName => "카카오 KoGPT (종료)";

    public string BasePath => "/kakao-kogpt";

    public IReadOnlyList<string> Models { get; } = ["kogpt"];

    public RateHeaderForm RateHeaders => RateHeaderForm.None;

    public IReadOnlyList<string> Routes { get; } = [$"POST /v1/inference/kogpt/generation: no stream; {Key}"];

    public string AssignRequestId(HttpRequest request) => RequestIds.Create();

    // The id stands in the answer.
    public void WriteCommonHeaders(EmulatedCall call)
    {
    }

    public Task HandleAsync(EmulatedCall call, string path)
    {
        if (KeyCheck.Check(call.Http.Request, Key) != KeyState.Good)
            throw CreateRefusal(StatusCodes.Status401Unauthorized);
        return path is "/v1/inference/kogpt/generation" && HttpMethods.IsPost(call.Http.Request.Method)
            ? GenerationEndpoint.HandleAsync(call)
            : throw CreateRefusal(StatusCodes.Status404NotFound);
    }

    /// <summary>Not known any more; a negative number and a message, as Kakao's other APIs have it.</summary>
    public ErrorBody CreateErrorBody(EmulatedCall call, RefusedException refusal) => new(JsonBytes.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("code", -refusal.Status);
        writer.WriteString("msg", refusal.Message);
        writer.WriteEndObject();
    }));

    public RefusedException CreateRefusal(int status, string? message = null)
        => new(status, ErrorCodes.ForStatus(status), message ?? ErrorCodes.MessageFor(status));
}
