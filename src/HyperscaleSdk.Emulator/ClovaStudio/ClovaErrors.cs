using System.Globalization;
using HyperscaleSdk.Emulator.Hosting;

namespace HyperscaleSdk.Emulator.ClovaStudio;

/// <summary>The error table: five digits, of which the first three are the HTTP status.</summary>
internal static class ClovaErrors
{
    public static RefusedException NotJson() => new(400, "40000", "Bad request");

    public static RefusedException TwoImagesInOneMessage() => new(400, "40000", "Each user message can contain only one image");

    public static RefusedException InvalidParameter(string name, string message) => new(400, "40001", $"Invalid parameter: {message}", name);

    public static RefusedException ContextLengthExceeded() => new(400, "40003", "Context length exceeded");

    public static RefusedException ImageLimitExceeded() => new(400, "40003", "Image limit exceeded");

    public static RefusedException TextEmpty() => new(400, "40004", "Text empty");

    public static RefusedException OutputUnavailable(string message) => new(400, "40005", message);

    public static RefusedException Unsupported(string message) => new(400, "40009", $"Unsupported function: {message}");

    public static RefusedException InvalidSchema(string message) => new(400, "40055", $"Invalid response format schema: {message}");

    public static RefusedException ImageFormat() => new(400, "40060", "Invalid image format");

    public static RefusedException ImageFileSize() => new(400, "40061", "Invalid image file size");

    public static RefusedException ImageUrl() => new(400, "40063", "Invalid image url");

    public static RefusedException ModelNotFound() => new(400, "40080", "Model not found");

    public static RefusedException ApiUnsupportedForModel() => new(400, "40084", "The model does not support this API");

    public static RefusedException Unauthorized() => new(401, "40100", "Unauthorized");

    public static RefusedException InvalidAuthType() => new(401, "40102", "Invalid authentication type");

    public static RefusedException InvalidKey() => new(401, "40104", "Invalid key");

    public static RefusedException PayloadTooLarge() => new(413, "41300", "Payload too large");

    public static RefusedException UnsupportedMedia() => new(415, "41500", "Unsupported media type");

    public static RefusedException NotFound() => ForStatus(404, null);

    public static RefusedException ForStatus(int status, string? message) => status switch
    {
        400 => new(400, "40000", message ?? "Bad request"),
        401 => new(401, "40100", message ?? "Unauthorized"),
        403 => new(403, "40300", message ?? "Forbidden"),
        404 => new(404, "40400", message ?? "Not found"),
        408 => new(408, "40800", message ?? "Request timeout"),
        413 => new(413, "41300", message ?? "Payload too large"),
        429 => new(429, "42901", message ?? "Too many requests - rate exceeded"),
        500 => new(500, "50000", message ?? "Internal Server Error"),
        504 => new(504, "50400", message ?? "Gateway timeout"),
        // Not in the table: built by its rule.
        _ => new(status, string.Create(CultureInfo.InvariantCulture, $"{status}00"), message ?? "Service unavailable"),
    };
}
