using System.Text.Json;
using HyperscaleSdk.Emulator.Hosting;
using HyperscaleSdk.Emulator.Http;

namespace HyperscaleSdk.Emulator.FabriX;

/// <summary>The frames of a stream: snake_case, told apart by <c>event_status</c>; the last one has <c>response_code</c>.</summary>
internal static class FabriXFrames
{
    public const string Good = "R20000";

    public static SseFrame Create(string eventStatus, string content, int tokens) => Frame(tokens, writer =>
    {
        writer.WriteString("event_status", eventStatus);
        writer.WriteString("status", "SUCCESS");
        writer.WriteString("content", content);
    });

    /// <summary>Something is going on; the data is JSON as a string.</summary>
    public static SseFrame Status(string step) => Frame(0, writer =>
    {
        writer.WriteString("event_status", "STATUS");
        writer.WriteString("status", "SUCCESS");
        writer.WriteNull("content");
        writer.WriteString("event_data", $$"""{"step":"{{step}}"}""");
    });

    public static SseFrame Last(string finishReason, bool truncated) => Frame(0, writer =>
    {
        writer.WriteString("event_status", "CHUNK");
        writer.WriteString("status", "SUCCESS");
        writer.WriteString("content", "");
        writer.WriteString("finish_reason", finishReason);
        writer.WriteString("response_code", Good);
        writer.WriteBoolean("truncated", truncated);
    });

    public static SseFrame Blocked(string message) => Frame(0, writer =>
    {
        writer.WriteString("event_status", "CHUNK");
        writer.WriteString("status", "SUCCESS");
        writer.WriteNull("content");
        writer.WriteString("response_code", "FR-403");
        writer.WriteStartObject("filter_block_reason");
        writer.WriteString("ko", message);
        writer.WriteString("en", message);
        writer.WriteEndObject();
    });

    /// <summary>An error, as a body and as a frame.</summary>
    public static byte[] Failure(RefusedException refusal) => JsonBytes.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("event_status", "CHUNK");
        writer.WriteString("status", "FAIL");
        writer.WriteString("responseCode", FormattableString.Invariant($"E{refusal.Status}00"));
        writer.WriteString("response_code", FormattableString.Invariant($"E{refusal.Status}00"));
        writer.WriteString("message", refusal.Message);
        writer.WriteNull("content");
        writer.WriteEndObject();
    });

    private static SseFrame Frame(int tokens, Action<Utf8JsonWriter> writeMembers) => new(JsonBytes.Write(writer =>
    {
        writer.WriteStartObject();
        writeMembers(writer);
        writer.WriteEndObject();
    }), OutputTokens: tokens);
}
