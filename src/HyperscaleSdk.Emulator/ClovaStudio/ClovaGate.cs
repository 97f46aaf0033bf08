using System.Globalization;
using System.Text.Json;
using HyperscaleSdk.Emulator.Hosting;
using HyperscaleSdk.Emulator.Http;
using Microsoft.AspNetCore.Http;

namespace HyperscaleSdk.Emulator.ClovaStudio;

/// <summary>What every call passes before its parameters are looked at: key, model, media type, size, JSON.</summary>
internal static class ClovaGate
{
    public const long MaximumBody = 50L * 1024 * 1024;

    public static void CheckKey(HttpRequest request)
    {
        switch (Bearer.Check(request))
        {
            case BearerState.Missing:
                throw ClovaErrors.Unauthorized();
            case BearerState.OtherScheme:
                throw ClovaErrors.InvalidAuthType();
            case BearerState.Invalid:
                throw ClovaErrors.InvalidKey();
        }
    }

    public static ClovaModel GetModel(EmulatedCall call, string name, ClovaApi api)
    {
        var model = ClovaModel.Find(Uri.UnescapeDataString(name)) ?? throw ClovaErrors.ModelNotFound();
        call.Model = model.Name;
        return model.Api == api ? model : throw ClovaErrors.ApiUnsupportedForModel();
    }

    public static async Task<JsonElement> ReadBodyAsync(EmulatedCall call)
    {
        var contentType = call.Http.Request.ContentType ?? "";
        if (!contentType.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
            throw ClovaErrors.UnsupportedMedia();
        return await JsonRequestBody.ReadAsync(call, MaximumBody, ClovaErrors.PayloadTooLarge, ClovaErrors.NotJson).ConfigureAwait(false);
    }

    public static bool WantsStream(HttpRequest request)
        => request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.OrdinalIgnoreCase);

    public static void WriteRateHeaders(EmulatedCall call, int status)
    {
        var headers = call.Http.Response.Headers;
        var seconds = call.Faults.RetryAfterSeconds ?? (status == StatusCodes.Status429TooManyRequests ? 1 : null as int?);
        if (seconds is not { } wait)
            return;
        headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        if (status != StatusCodes.Status429TooManyRequests)
            return;
        headers["x-ratelimit-limit-requests"] = "60";
        headers["x-ratelimit-remaining-requests"] = "0";
        headers["x-ratelimit-reset-requests"] = string.Create(CultureInfo.InvariantCulture, $"{wait}s");
    }
}
