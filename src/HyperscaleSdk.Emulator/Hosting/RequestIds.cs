using Microsoft.AspNetCore.Http;

namespace HyperscaleSdk.Emulator.Hosting;

/// <summary>Where the id of a call comes from.</summary>
internal static class RequestIds
{
    public const string ClovaStudio = "X-NCP-CLOVASTUDIO-REQUEST-ID";

    public static string Create() => Guid.NewGuid().ToString("D");

    /// <summary>The caller's own id counts; one with unusual characters could not go into a header again.</summary>
    public static string FromCaller(HttpRequest request, string header)
    {
        var sent = request.Headers[header].ToString();
        return sent.Length is > 0 and <= 200 && sent.All(c => c is > ' ' and <= '~') ? sent : Create();
    }
}
