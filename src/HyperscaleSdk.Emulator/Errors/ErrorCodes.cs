using System.Globalization;
using HyperscaleSdk.Emulator.Hosting;

namespace HyperscaleSdk.Emulator.Errors;

/// <summary>What went wrong, in OpenAI's vocabulary; NAVER's five digits are made of it.</summary>
internal static class ErrorCodes
{
    public const string InvalidBody = "invalid_request_body";
    public const string UnsupportedParameter = "unsupported_parameter";
    public const string ContextLength = "context_length_exceeded";
    public const string EmptyText = "empty_input";
    public const string InvalidSchema = "invalid_schema";
    public const string ContentFilter = "content_filter";
    public const string InvalidKey = "invalid_api_key";
    public const string ModelNotFound = "model_not_found";
    public const string TooLarge = "request_too_large";

    /// <summary>The code that stands for an HTTP status when nothing more is known.</summary>
    public static string ForStatus(int status) => status switch
    {
        400 or 422 => InvalidBody,
        401 => InvalidKey,
        402 => "insufficient_quota",
        403 => "permission_denied",
        404 => "not_found",
        408 => "request_timeout",
        413 => TooLarge,
        424 => "processing_failed",
        429 => "rate_limit_exceeded",
        502 => "bad_gateway",
        503 => "service_unavailable",
        504 => "gateway_timeout",
        _ => "internal_server_error",
    };

    public static string MessageFor(int status) => status switch
    {
        400 or 422 => "The request is invalid.",
        401 => "The API key is missing or invalid.",
        402 => "The credit is used up.",
        403 => "The API key may not do this.",
        404 => "Nothing is served at this path.",
        408 => "The request took too long.",
        413 => "The request body is too large.",
        424 => "The request could not be processed.",
        429 => "Too many requests.",
        502 => "The upstream server gave no proper answer.",
        503 => "The service is overloaded.",
        504 => "The upstream server did not answer in time.",
        _ => "The server had an error.",
    };

    /// <summary>NAVER's code: the HTTP status and two more digits.</summary>
    public static string Digits(RefusedException refusal) => refusal.Code switch
    {
        [>= '0' and <= '9', ..] => refusal.Code,
        InvalidBody when refusal.Parameter is not null => "40001",
        UnsupportedParameter => "40002",
        ContextLength => "40003",
        EmptyText => "40004",
        ContentFilter => "40005",
        InvalidSchema => "40055",
        ModelNotFound when refusal.Status == 400 => "40080",
        InvalidKey => "40104",
        _ when refusal.Status == 429 => "42901",
        _ => string.Create(CultureInfo.InvariantCulture, $"{refusal.Status}00"),
    };
}
