using System.Text.Json;
using HyperscaleSdk.Emulator.Conversation;
using HyperscaleSdk.Emulator.Faults;
using HyperscaleSdk.Emulator.Hosting;
using HyperscaleSdk.Emulator.Http;
using HyperscaleSdk.Emulator.Text;

namespace HyperscaleSdk.Emulator.ClovaStudio;

/// <summary>Writes one v3 answer, whole or as frames.</summary>
internal sealed class ChatV3Answer(EmulatedCall call, ChatReply reply)
{
    private readonly long _created = call.UnixSeconds;
    private readonly long _inputTokens = call.InputTokens;

    public required long Seed { get; init; }

    public required bool Filters { get; init; }

    private string FinishReason => reply.FinishReason ?? reply.Ending switch
    {
        ReplyEnding.Length => "length",
        ReplyEnding.ToolCalls => "tool_calls",
        _ => "stop",
    };

    /// <summary>The <c>result</c> of a whole answer; also the data of the stream's <c>result</c> event.</summary>
    public void WriteResult(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        WriteMessage(writer, reply);
        writer.WriteString("finishReason", FinishReason);
        writer.WriteNumber("created", _created);
        writer.WriteNumber("seed", Seed);
        if (!call.Faults.Has(FaultKinds.MissingUsage))
            WriteUsage(writer);
        if (Filters)
            ClovaFilters.Write(writer);
        writer.WriteEndObject();
    }

    public IEnumerable<SseFrame> Frames()
    {
        foreach (var (text, tokens) in StreamPieces.Of(reply.Thinking))
            yield return Token(tokens, writer => writer.WriteString("thinkingContent", text));
        foreach (var (text, tokens) in reply.TextPieces)
            yield return Token(tokens, writer => writer.WriteString("content", text));
        foreach (var frame in reply.ToolCalls.SelectMany(ToolFrames))
            yield return frame;
        if (call.Faults.Has(FaultKinds.DuplicateUsage))
            yield return Token(0, writer => writer.WriteString("content", ""), withUsage: true);
        yield return ClovaFrames.Create("result", JsonBytes.Write(WriteResult));
    }

    private IEnumerable<SseFrame> ToolFrames(ToolCall tool)
    {
        yield return Token(TokenEstimator.TokensPerMessage + TokenEstimator.Count(tool.Name), writer =>
        {
            writer.WriteString("content", "");
            WriteToolFragment(writer, tool.Id, "name", tool.Name);
        });
        foreach (var (text, tokens) in StreamPieces.Of(tool.Arguments))
        {
            yield return Token(tokens, writer =>
            {
                writer.WriteString("content", "");
                WriteToolFragment(writer, null, "partialJson", text);
            });
        }
    }

    private static void WriteToolFragment(Utf8JsonWriter writer, string? id, string field, string value)
    {
        writer.WriteStartArray("toolCalls");
        writer.WriteStartObject();
        if (id is not null)
            writer.WriteString("id", id);
        writer.WriteString("type", "function");
        writer.WriteStartObject("function");
        writer.WriteString(field, value);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private SseFrame Token(int tokens, Action<Utf8JsonWriter> writeMessage, bool withUsage = false)
    {
        var data = JsonBytes.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartObject("message");
            writer.WriteString("role", "assistant");
            writeMessage(writer);
            writer.WriteEndObject();
            writer.WriteNull("finishReason");
            writer.WriteNumber("created", _created);
            writer.WriteNumber("seed", Seed);
            if (withUsage)
                WriteUsage(writer);
            else
                writer.WriteNull("usage");
            writer.WriteEndObject();
        });
        return ClovaFrames.Create("token", data, tokens);
    }

    public static void WriteMessage(Utf8JsonWriter writer, ChatReply reply)
    {
        writer.WriteStartObject("message");
        writer.WriteString("role", "assistant");
        writer.WriteString("content", reply.Text);
        if (reply.Thinking.Length > 0)
            writer.WriteString("thinkingContent", reply.Thinking);
        if (reply.ToolCalls.Count > 0)
        {
            writer.WriteStartArray("toolCalls");
            foreach (var tool in reply.ToolCalls)
            {
                writer.WriteStartObject();
                writer.WriteString("id", tool.Id);
                writer.WriteString("type", "function");
                writer.WriteStartObject("function");
                writer.WriteString("name", tool.Name);
                // An object here, where OpenAI has a string.
                writer.WritePropertyName("arguments");
                writer.WriteRawValue(tool.Arguments);
                writer.WriteEndObject();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private void WriteUsage(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("usage");
        writer.WriteNumber("promptTokens", _inputTokens);
        writer.WriteNumber("completionTokens", reply.OutputTokens);
        writer.WriteNumber("totalTokens", _inputTokens + reply.OutputTokens);
        if (reply.ThinkingTokens > 0)
        {
            writer.WriteStartObject("completionTokensDetails");
            writer.WriteNumber("thinkingTokens", reply.ThinkingTokens);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
