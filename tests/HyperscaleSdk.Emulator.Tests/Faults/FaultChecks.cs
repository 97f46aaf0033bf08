using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HyperscaleSdk.Emulator.Tests.Support;

namespace HyperscaleSdk.Emulator.Tests.Faults;

/// <summary>What each fault looks like from outside, beside the same answer without it.</summary>
internal static class FaultChecks
{
    public static void Happened(string name, bool isStream, FaultObservation plain, FaultObservation seen)
    {
        switch (name)
        {
            case "reset":
                Assert.NotNull(seen.Broken);
                Assert.Equal(0, seen.Status);
                break;
            case "cut-stream":
                Assert.NotNull(seen.Broken);
                Assert.Equal(200, seen.Status);
                break;
            case "malformed-json" or "end-early" when !isStream:
                Assert.ThrowsAny<JsonException>(() => JsonNode.Parse(seen.Text));
                break;
            case "malformed-json":
                Assert.ThrowsAny<JsonException>(() => WireFrame.Parse(seen.Text).Where(frame => frame.Data is not "[DONE]").Select(frame => frame.Json).ToList());
                break;
            case "end-early":
                Assert.Equal(2, WireFrame.Parse(seen.Text).Count);
                break;
            case "error-mid-stream":
                var frames = WireFrame.Parse(seen.Text);
                Assert.Equal(3, frames.Count);
                Assert.Matches("500|error", frames[^1].Data);
                break;
            case "missing-done":
                Assert.Equal(WireFrame.Parse(plain.Text).Count - 1, WireFrame.Parse(seen.Text).Count);
                break;
            case "error-in-200":
                Assert.Equal(200, seen.Status);
                Assert.True(seen.Bytes.Length < 500);
                break;
            case "wrong-content-type":
                Assert.Equal("text/html", seen.ContentType);
                Assert.Equal(Normal(plain.Text), Normal(seen.Text));
                break;
            case "bom":
                Assert.True(seen.HasByteOrderMark);
                Assert.Equal(Normal(plain.Text), Normal(seen.Text));
                break;
            case "huge-body":
                Assert.True(seen.Bytes.Length >= plain.Bytes.Length + (96 * 1024) - 100);
                Assert.Equal(Normal(plain.Text), Normal(seen.Text));
                break;
            case "missing-usage":
                Assert.Null(seen.Broken);
                Assert.DoesNotMatch("\"(usage|inputTokens)\":[{0-9]", seen.Text);
                break;
            case "duplicate-usage":
                Assert.True(Regex.Count(seen.Text, "\"usage\":\\{", RegexOptions.None, TimeSpan.FromSeconds(1)) >= 2);
                break;
            default:
                // The rest is unusual, and means the same.
                Assert.Null(seen.Broken);
                Assert.Equal(Normal(plain.Text), Normal(seen.Text));
                break;
        }
    }

    // Ids and times differ from call to call; the syntax of a stream is not its content.
    private static string Normal(string text)
    {
        var frames = WireFrame.Parse(text);
        var content = frames.Count > 0 ? string.Join('\n', frames.Select(frame => frame.Event + frame.Data.TrimEnd())) : text.TrimEnd();
        return Regex.Replace(content, "[0-9a-f]{8}-[0-9a-f-]{27}|\"created\":[0-9]+", "", RegexOptions.None, TimeSpan.FromSeconds(1));
    }
}
