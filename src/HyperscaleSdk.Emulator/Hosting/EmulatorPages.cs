using HyperscaleSdk.Emulator.Faults;
using HyperscaleSdk.Emulator.Http;
using Microsoft.AspNetCore.Http;

namespace HyperscaleSdk.Emulator.Hosting;

/// <summary>What the emulator serves on its own behalf: the index, the journal and the list of faults.</summary>
internal static class EmulatorPages
{
    public const string JournalPath = "/_emulator/requests";

    public const string FaultsPath = "/_emulator/faults";

    public static Task HandleAsync(HttpContext http, ProviderSet providers, RequestJournal journal)
    {
        var get = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        return http.Request.Path.Value switch
        {
            "/" or "" when get => IndexPage.WriteAsync(http, providers),
            JournalPath when get => RawResponse.WriteAsync(http, StatusCodes.Status200OK, JsonReply.ContentType, JournalDocument.Create(journal.Snapshot())),
            FaultsPath when get => RawResponse.WriteAsync(http, StatusCodes.Status200OK, JsonReply.ContentType, FaultDocument.Create()),
            _ => RawResponse.WriteAsync(http, StatusCodes.Status404NotFound, JsonReply.ContentType, NotFound(providers)),
        };
    }

    private static byte[] NotFound(ProviderSet providers) => JsonBytes.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("error", "Nothing is served here. GET / lists what is.");
        writer.WriteStartArray("providers");
        foreach (var provider in providers.All)
            writer.WriteStringValue(provider.BasePath);
        writer.WriteEndArray();
        writer.WriteEndObject();
    });
}
