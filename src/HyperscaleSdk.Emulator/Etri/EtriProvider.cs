using HyperscaleSdk.Emulator.Errors;
using HyperscaleSdk.Emulator.Hosting;
using HyperscaleSdk.Emulator.Http;
using Microsoft.AspNetCore.Http;

namespace HyperscaleSdk.Emulator.Etri;

/// <summary>ETRI's open AI API: language tasks, no chat; the key stands alone in <c>Authorization</c>; no usage is reported.</summary>
internal sealed class EtriProvider : IProvider
{
    private static readonly KeyScheme Key = new("Authorization");

    public string Id => "etri";

    public string EnglishName => "ETRI AI Open API";

    public string KoreanName => "한국전자통신연구원 AI API";

    public string BasePath => "/etri";

    public IReadOnlyList<string> Models { get; } = ["MRC", "NELinking", "WiseWWN", "WiseASR"];

    public RateHeaderForm RateHeaders => RateHeaderForm.None;

    public IReadOnlyList<string> Routes { get; } =
    [
        $"POST /MRCServlet: argument {{passage, question}}; {Key}",
        "POST /NELinking: argument {contents}, at most 5,000 bytes",
        "POST /WiseWWN/Word: argument {word}",
        "POST /WiseWWN/WordRel",
        "POST /WiseASR/Recognition",
    ];

    public string AssignRequestId(HttpRequest request) => RequestIds.Create();

    // The id stands in the answer.
    public void WriteCommonHeaders(EmulatedCall call)
    {
    }

    public Task HandleAsync(EmulatedCall call, string path)
    {
        if (KeyCheck.Check(call.Http.Request, Key) != KeyState.Good)
            throw CreateRefusal(StatusCodes.Status403Forbidden, "The access key is missing or invalid.");
        return EtriTask.Find(path) is { } task && HttpMethods.IsPost(call.Http.Request.Method)
            ? TaskEndpoint.HandleAsync(call, task)
            : throw CreateRefusal(StatusCodes.Status404NotFound);
    }

    /// <summary>Negative and with a reason.</summary>
    public ErrorBody CreateErrorBody(EmulatedCall call, RefusedException refusal) => new(JsonBytes.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("request_id", call.RequestId);
        writer.WriteNumber("result", -1);
        writer.WriteString("return_type", TaskEndpoint.ReturnType);
        writer.WriteString("reason", refusal.Message);
        writer.WriteStartObject("return_object");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }));

    public RefusedException CreateRefusal(int status, string? message = null)
        => new(status, ErrorCodes.ForStatus(status), message ?? ErrorCodes.MessageFor(status));
}
