using System.Net;
using System.Text;
using HyperscaleSdk.Emulator.Faults;
using HyperscaleSdk.Emulator.Http;
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
            : RawResponse.WriteAsync(http, StatusCodes.Status200OK, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(Html(providers)));
    }

    private static byte[] Json(ProviderSet providers) => JsonBytes.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("name", "HyperscaleSdk.Emulator");
        writer.WriteString("requests", EmulatorPages.JournalPath);
        writer.WriteStartArray("providers");
        foreach (var provider in providers.All)
        {
            writer.WriteStartObject();
            writer.WriteString("id", provider.Id);
            writer.WriteString("basePath", provider.BasePath);
            writer.WriteStartArray("routes");
            foreach (var route in provider.Routes)
                writer.WriteStringValue(route);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartObject("faults");
        foreach (var (name, meaning) in FaultCatalog.Descriptions)
            writer.WriteString(name, meaning);
        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    private static string Html(ProviderSet providers)
    {
        var page = new StringBuilder();
        page.Append("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>HyperscaleSdk emulator</title>");
        page.Append("<style>body{font:16px/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}code{font-size:.9em}dt{margin-top:.4rem}</style>");
        page.Append("<h1>HyperscaleSdk emulator</h1><p>Plays provider wire formats on 127.0.0.1. Any non-empty bearer key is good except <code>invalid</code>. ");
        page.Append("Model calls so far: <a href=\"").Append(EmulatorPages.JournalPath).Append("\"><code>").Append(EmulatorPages.JournalPath).Append("</code></a></p>");
        foreach (var provider in providers.All)
        {
            page.Append("<h2>").Append(Encode(provider.Id)).Append("</h2><p>Base path <code>").Append(Encode(provider.BasePath)).Append("</code></p><ul>");
            foreach (var route in provider.Routes)
                page.Append("<li><code>").Append(Encode(route)).Append("</code></li>");
            page.Append("</ul>");
        }

        page.Append("<h2>Faults</h2><p>Header <code>X-Emulator-Fault: name;name;setting=value</code> or query <code>?fault=</code>.</p><dl>");
        foreach (var (name, meaning) in FaultCatalog.Descriptions)
            page.Append("<dt><code>").Append(Encode(name)).Append("</code></dt><dd>").Append(Encode(meaning)).Append("</dd>");
        return page.Append("</dl></html>").ToString();
    }

    private static string Encode(string value) => WebUtility.HtmlEncode(value);
}
