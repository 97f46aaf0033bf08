using HyperscaleSdk.Emulator.Errors;
using HyperscaleSdk.Emulator.Hosting;
using HyperscaleSdk.Emulator.Http;
using Microsoft.AspNetCore.Http;

namespace HyperscaleSdk.Emulator.FabriX;

/// <summary>Samsung SDS FabriX, native chat API, as clients have seen it: a customer's own tenant behind a gateway with two headers.</summary>
internal sealed class FabriXProvider : IProvider
{
    private static readonly KeyScheme Client = new("x-fabrix-client");
    private static readonly KeyScheme Token = new("x-openapi-token");
    private static readonly KeyScheme BearerToken = new("x-openapi-token", "Bearer ");

    public string Id => "samsung-fabrix";

    public string EnglishName => "Samsung SDS FabriX";

    public string KoreanName => "삼성SDS 패브릭스";

    public string BasePath => "/samsung-fabrix";

    public IReadOnlyList<string> Models { get; } = [.. FabriXModel.All.Select(model => model.Name)];

    public RateHeaderForm RateHeaders => RateHeaderForm.None;

    public IReadOnlyList<string> Routes { get; } =
    [
        "POST /openapi/chat/v1/messages: streams with \"isStream\": true; x-fabrix-client: …, x-openapi-token: …",
        "GET /openapi/chat/v1/all-models",
        "GET /openapi/chat/v1/models",
    ];

    public string AssignRequestId(HttpRequest request) => RequestIds.Create();

    // No id stands in a header or in the answer: the journal's is for the journal only.
    public void WriteCommonHeaders(EmulatedCall call)
    {
    }

    public Task HandleAsync(EmulatedCall call, string path)
    {
        var request = call.Http.Request;
        if (KeyCheck.Check(request, Client) != KeyState.Good || !HasToken(request))
            throw CreateRefusal(StatusCodes.Status401Unauthorized);
        return path switch
        {
            "/openapi/chat/v1/messages" when HttpMethods.IsPost(request.Method) => MessagesEndpoint.HandleAsync(call),
            "/openapi/chat/v1/all-models" or "/openapi/chat/v1/models" when HttpMethods.IsGet(request.Method) => FabriXModel.WriteListAsync(call),
            _ => throw CreateRefusal(StatusCodes.Status404NotFound),
        };
    }

    /// <summary>The gateway refuses in plain text, the service with a status of its own.</summary>
    public ErrorBody CreateErrorBody(EmulatedCall call, RefusedException refusal)
        => refusal.Status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden
            ? ErrorEnvelope.Create(ErrorForm.Plain, refusal)
            : new ErrorBody(FabriXFrames.Failure(refusal));

    public RefusedException CreateRefusal(int status, string? message = null)
        => new(status, ErrorCodes.ForStatus(status), message ?? ErrorCodes.MessageFor(status));

    // As issued: with "Bearer " before it or without.
    private static bool HasToken(HttpRequest request)
        => KeyCheck.Check(request, Token) == KeyState.Good || KeyCheck.Check(request, BearerToken) == KeyState.Good;
}
