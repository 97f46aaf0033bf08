using HyperscaleSdk.Emulator.Hosting;
using HyperscaleSdk.Emulator.Http;

namespace HyperscaleSdk.Emulator.Upstage;

/// <summary><c>{"error":{"message","type","param","code"}}</c>.</summary>
internal static class UpstageErrors
{
    public static RefusedException InvalidBody(string parameter, string message) => new(400, "invalid_request_body", message, parameter);

    public static RefusedException NotJson() => new(400, "invalid_request_body", "The request body is not a JSON object.");

    public static RefusedException TooLarge() => new(413, "request_too_large", "The request body is too large.");

    public static RefusedException ContextLengthExceeded(int context)
        => new(400, "context_length_exceeded", FormattableString.Invariant($"This model's maximum context length is {context} tokens."), "messages");

    public static RefusedException InvalidKey() => new(401, "invalid_api_key", "The API key is missing or invalid.");

    public static RefusedException ModelNotFound() => new(404, "model_not_found", "The requested model does not exist or is not available.", "model");

    public static RefusedException ModelEnded() => new(404, "model_not_found", "The requested model has reached its end of service.", "model");

    public static RefusedException ForStatus(int status, string? message) => status switch
    {
        400 => new(400, "invalid_request_body", message ?? "The request is invalid."),
        401 => new(401, "invalid_api_key", message ?? "The API key is missing or invalid."),
        403 => new(403, "permission_denied", message ?? "The API key may not do this."),
        404 => new(404, "not_found", message ?? "Nothing is served at this path."),
        408 => new(408, "request_timeout", message ?? "The request took too long."),
        413 => new(413, "request_too_large", message ?? "The request body is too large."),
        429 => new(429, "rate_limit_exceeded", message ?? "Too many requests."),
        504 => new(504, "gateway_timeout", message ?? "The upstream server did not answer in time."),
        503 => new(503, "service_unavailable", message ?? "The service is overloaded."),
        _ => new(status, "internal_server_error", message ?? "The server had an error."),
    };

    public static byte[] Envelope(RefusedException refusal) => JsonBytes.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartObject("error");
        writer.WriteString("message", refusal.Message);
        writer.WriteString("type", refusal.Status switch
        {
            429 => "rate_limit_error",
            >= 500 => "server_error",
            _ => "invalid_request_error",
        });
        writer.WriteString("param", refusal.Parameter);
        writer.WriteString("code", refusal.Code);
        writer.WriteEndObject();
        writer.WriteEndObject();
    });
}
