using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace HyperscaleSdk.Emulator.Hosting;

internal static class RequestLogLine
{
    public static string Format(HttpContext http, EmulatedCall? call, TimeSpan elapsed)
    {
        var path = Clean(http.Request.Path.Value ?? "/");
        var head = string.Create(CultureInfo.InvariantCulture, $"{Clean(http.Request.Method)} {path} {http.Response.StatusCode}");
        var tail = string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalMilliseconds:0}ms");
        if (call is null)
            return $"{head} {tail}";
        var model = call.Model.Length == 0 ? "-" : Clean(call.Model);
        return string.Create(CultureInfo.InvariantCulture, $"{head} {call.Provider.Id} {model} in={call.InputTokens} out={call.OutputTokens} {tail}");
    }

    // A path may carry any decoded character; a line of the log must stay one line.
    private static string Clean(string value)
        => string.Create(Math.Min(value.Length, 200), value, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = char.IsControl(source[i]) || source[i] is '\u2028' or '\u2029' ? '?' : source[i];
        });
}
