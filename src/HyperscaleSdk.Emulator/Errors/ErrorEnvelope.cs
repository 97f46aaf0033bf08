using System.Text;
using System.Text.Json;
using HyperscaleSdk.Emulator.Hosting;
using HyperscaleSdk.Emulator.Http;

namespace HyperscaleSdk.Emulator.Errors;

/// <summary>Writes a refusal in one of the forms.</summary>
internal static class ErrorEnvelope
{
    public static ErrorBody Create(ErrorForm form, RefusedException refusal) => form switch
    {
        ErrorForm.Plain => new ErrorBody(Encoding.UTF8.GetBytes(refusal.Message), "text/plain; charset=utf-8"),
        ErrorForm.Flat => Json(writer => WriteFlat(writer, refusal)),
        ErrorForm.Status => Json(writer => WriteStatus(writer, refusal)),
        ErrorForm.Text => Json(writer => writer.WriteString("error", refusal.Message)),
        ErrorForm.Detail => Json(writer => WriteDetail(writer, refusal)),
        _ => Json(writer => WriteError(writer, form, refusal)),
    };

    private static ErrorBody Json(Action<Utf8JsonWriter> writeMembers) => new(JsonBytes.Write(writer =>
    {
        writer.WriteStartObject();
        writeMembers(writer);
        writer.WriteEndObject();
    }));

    private static void WriteError(Utf8JsonWriter writer, ErrorForm form, RefusedException refusal)
    {
        writer.WriteStartObject("error");
        writer.WriteString("message", refusal.Message);
        switch (form)
        {
            case ErrorForm.Naver:
                writer.WriteNull("type");
                writer.WriteNull("param");
                writer.WriteString("code", ErrorCodes.Digits(refusal));
                break;
            case ErrorForm.Vllm:
                writer.WriteString("type", ServerType(refusal.Status));
                writer.WriteString("param", refusal.Parameter);
                writer.WriteNumber("code", refusal.Status);
                break;
            case ErrorForm.OpenAI:
                writer.WriteString("type", OpenAIType(refusal.Status));
                writer.WriteString("param", refusal.Parameter);
                writer.WriteString("code", refusal.Code is [>= '0' and <= '9', ..] ? ErrorCodes.ForStatus(refusal.Status) : refusal.Code);
                break;
        }

        writer.WriteEndObject();
    }

    private static void WriteFlat(Utf8JsonWriter writer, RefusedException refusal)
    {
        writer.WriteString("object", "error");
        writer.WriteString("message", refusal.Message);
        writer.WriteString("type", ServerType(refusal.Status));
        writer.WriteString("param", refusal.Parameter);
        writer.WriteNumber("code", refusal.Status);
    }

    private static void WriteStatus(Utf8JsonWriter writer, RefusedException refusal)
    {
        writer.WriteStartObject("status");
        writer.WriteString("code", ErrorCodes.Digits(refusal));
        writer.WriteString("message", refusal.Message);
        writer.WriteEndObject();
    }

    private static void WriteDetail(Utf8JsonWriter writer, RefusedException refusal)
    {
        writer.WriteStartArray("detail");
        writer.WriteStartObject();
        writer.WriteStartArray("loc");
        writer.WriteStringValue("body");
        if (refusal.Parameter is { } parameter)
            writer.WriteStringValue(parameter);
        writer.WriteEndArray();
        writer.WriteString("msg", refusal.Message);
        writer.WriteString("type", "value_error");
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static string OpenAIType(int status) => status switch
    {
        401 => "authentication_error",
        429 => "rate_limit_error",
        >= 500 => "server_error",
        _ => "invalid_request_error",
    };

    private static string ServerType(int status) => status switch
    {
        401 => "AuthenticationError",
        403 => "PermissionDeniedError",
        404 => "NotFoundError",
        429 => "RateLimitError",
        >= 500 => "InternalServerError",
        _ => "BadRequestError",
    };
}
