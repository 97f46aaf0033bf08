using HyperscaleSdk.Emulator.Hosting;
using HyperscaleSdk.Emulator.Http;

namespace HyperscaleSdk.Emulator.Upstage;

internal static class UpstageBody
{
    private const long MaximumBody = 50L * 1024 * 1024;

    public static async Task<RequestFields> ReadAsync(EmulatedCall call)
    {
        var json = await JsonRequestBody.ReadAsync(call, MaximumBody, UpstageErrors.TooLarge, UpstageErrors.NotJson).ConfigureAwait(false);
        return new RequestFields(json, UpstageErrors.InvalidBody);
    }

    public static UpstageModel GetModel(EmulatedCall call, RequestFields body, IReadOnlyList<UpstageModel> models)
    {
        var name = body.Text("model");
        if (string.IsNullOrEmpty(name))
            throw UpstageErrors.InvalidBody("model", "model is required.");
        var model = UpstageModels.Get(models, name);
        call.Model = model.Snapshot;
        return model;
    }
}
