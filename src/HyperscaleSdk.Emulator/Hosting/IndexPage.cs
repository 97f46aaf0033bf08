using HyperscaleSdk.Emulator.Faults;
using HyperscaleSdk.Emulator.Http;
using HyperscaleSdk.Emulator.Scripts;
using Microsoft.AspNetCore.Http;

namespace HyperscaleSdk.Emulator.Hosting;

/// <summary><c>GET /</c>: what is served, as HTML or, when the client asks for JSON, as JSON.</summary>
internal static class IndexPage
{
    public static Task WriteAsync(HttpContext http, ProviderSet providers)
    {
        var accept = http.Request.Headers.Accept.ToString();
        return accept.Contains("json", StringComparison.OrdinalIgnoreCase)
            ? RawResponse.WriteAsync(http, StatusCodes.Status200OK, JsonReply.ContentType, Json(providers))
            : RawResponse.WriteAsync(http, StatusCodes.Status200OK, "text/html; charset=utf-8", new IndexHtml(providers).Create());
    }

    private static byte[] Json(ProviderSet providers) => JsonBytes.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("name", "HyperscaleSdk.Emulator");
        writer.WriteString("requests", EmulatorPages.JournalPath);
        writer.WriteString("replyHeader", ReplyScripts.Header);
        writer.WriteString("faultHeader", FaultParser.Header);
        writer.WriteStartArray("providers");
        foreach (var provider in providers.All)
        {
            writer.WriteStartObject();
            writer.WriteString("id", provider.Id);
            writer.WriteString("name", provider.EnglishName);
            writer.WriteString("koreanName", provider.KoreanName);
            writer.WriteString("basePath", provider.BasePath);
            WriteTexts(writer, "models", provider.Models);
            WriteTexts(writer, "routes", provider.Routes);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartObject("faults");
        writer.WriteString("status-NNN", FaultCatalog.StatusMeaning);
        foreach (var fault in FaultCatalog.Named)
            writer.WriteString(fault.Name, fault.Meaning);
        foreach (var (name, meaning, _) in FaultCatalog.Settings)
            writer.WriteString(name, meaning);
        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    private static void WriteTexts(System.Text.Json.Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}
