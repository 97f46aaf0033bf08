using System.Text;
using System.Text.RegularExpressions;

namespace HyperscaleSdk.Tests.Guard;

/// <summary>Received bytes in every reading in which a value could hide.</summary>
internal static partial class SentText
{
    public static IReadOnlyList<string> Readings(byte[] received)
    {
        var raw = Encoding.UTF8.GetString(received);
        var plain = Escape().Replace(raw, static escape => ((char)Convert.ToUInt16(escape.Groups["code"].Value, 16)).ToString());
        plain = plain.Replace("\\\"", "\"", StringComparison.Ordinal);
        List<string> readings = [raw, plain, Uri.UnescapeDataString(plain), plain.Replace("\\\"", "\"", StringComparison.Ordinal)];
        readings.AddRange(Base64().Matches(plain).Select(static data => Decoded(data.Groups["data"].Value)));
        return readings;
    }

    private static string Decoded(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));

    [GeneratedRegex(@"\\u(?<code>[0-9a-fA-F]{4})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Escape();

    [GeneratedRegex("base64,(?<data>[A-Za-z0-9+/]*={0,2})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Base64();
}
