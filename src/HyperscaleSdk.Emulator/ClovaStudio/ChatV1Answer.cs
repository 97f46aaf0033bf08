using System.Text.Json;
using HyperscaleSdk.Emulator.Conversation;
using HyperscaleSdk.Emulator.Faults;
using HyperscaleSdk.Emulator.Hosting;
using HyperscaleSdk.Emulator.Http;
using HyperscaleSdk.Emulator.Text;

namespace HyperscaleSdk.Emulator.ClovaStudio;

/// <summary>Writes one v1 answer: lengths instead of a usage object, its own names for the reasons to stop.</summary>
internal sealed class ChatV1Answer(EmulatedCall call, ChatReply reply)
{
    private readonly long _inputTokens = call.InputTokens;

    public required long Seed { get; init; }

    public required bool Filters { get; init; }

    public void WriteResult(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        WriteMessage(writer, reply.Text);
        writer.WriteString("stopReason", reply.FinishReason ?? reply.Ending switch
        {
            ReplyEnding.Length => "length",
            ReplyEnding.StopSequence => "stop_before",
            _ => "end_token",
        });
        if (!call.Faults.Has(FaultKinds.MissingUsage))
        {
            writer.WriteNumber("inputLength", _inputTokens);
            writer.WriteNumber("outputLength", reply.OutputTokens);
        }

        writer.WriteNumber("seed", Seed);
        if (Filters)
            ClovaFilters.Write(writer);
        writer.WriteEndObject();
    }

    public IEnumerable<SseFrame> Frames()
    {
        foreach (var (text, tokens) in reply.TextPieces)
        {
            yield return ClovaFrames.Create("token", JsonBytes.Write(writer =>
            {
                writer.WriteStartObject();
                WriteMessage(writer, text);
                writer.WriteEndObject();
            }), tokens);
        }

        var result = JsonBytes.Write(WriteResult);
        if (call.Faults.Has(FaultKinds.DuplicateUsage))
            yield return ClovaFrames.Create("result", result);
        yield return ClovaFrames.Create("result", result);
    }

    private static void WriteMessage(Utf8JsonWriter writer, string text)
    {
        writer.WriteStartObject("message");
        writer.WriteString("role", "assistant");
        writer.WriteString("content", text);
        writer.WriteEndObject();
    }
}
