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
        switch (KeyCheck.Check(request, KeyScheme.Bearer))
        {
            case KeyState.Missing:
                throw ClovaErrors.Unauthorized();
            case KeyState.OtherScheme:
                throw ClovaErrors.InvalidAuthType();
            case KeyState.Invalid:
                throw ClovaErrors.InvalidKey();
        }
    }

    public static ClovaModel GetModel(EmulatedCall call, string name, ClovaApi api)
    {
        var model = ClovaModel.Find(Uri.UnescapeDataString(name)) ?? throw ClovaErrors.ModelNotFound();
        call.Model = model.Name;
        return model.Api == api ? model : throw ClovaErrors.ApiUnsupportedForModel();
    }

    /// <summary>A tuned model: any task id is one, but <c>no-such-task</c>.</summary>
    public static ClovaModel GetTask(EmulatedCall call, string taskId, ClovaApi api)
    {
        var name = Uri.UnescapeDataString(taskId);
        if (name is "" or "no-such-task")
            throw ClovaErrors.ModelNotFound();
        call.Model = name;
        return ClovaModel.Tuned(name, api);
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
}
