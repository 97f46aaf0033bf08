using System.Text.Json;
using HyperscaleSdk.Emulator.Conversation;
using HyperscaleSdk.Emulator.Faults;
using HyperscaleSdk.Emulator.Hosting;
using HyperscaleSdk.Emulator.Http;
using HyperscaleSdk.Emulator.Text;

namespace HyperscaleSdk.Emulator.Upstage;

/// <summary>Writes one chat answer, whole or as chunks.</summary>
internal sealed class ChatAnswer(EmulatedCall call, ChatRequest request, ChatReply reply)
{
    private readonly string _id = $"chatcmpl-{call.RequestId}";
    private readonly long _created = call.UnixSeconds;
    private readonly int _inputTokens = request.Prompt.InputTokens;

    private string FinishReason => reply.Ending switch
    {
        ReplyEnding.Length => "length",
        ReplyEnding.ToolCalls => "tool_calls",
        _ => "stop",
    };

    public void WriteWhole(Utf8JsonWriter writer)
    {
        WriteHead(writer, "chat.completion");
        writer.WriteStartArray("choices");
        writer.WriteStartObject();
        writer.WriteNumber("index", 0);
        writer.WriteStartObject("message");
        writer.WriteString("role", "assistant");
        if (reply.ToolCalls.Count > 0)
            writer.WriteNull("content");
        else
            writer.WriteString("content", reply.Text);
        if (reply.Thinking.Length > 0)
            writer.WriteString("reasoning", reply.Thinking);
        WriteToolCalls(writer);
        writer.WriteEndObject();
        writer.WriteNull("logprobs");
        writer.WriteString("finish_reason", FinishReason);
        writer.WriteEndObject();
        writer.WriteEndArray();
        if (!call.Faults.Has(FaultKinds.MissingUsage))
            WriteUsage(writer);
        writer.WriteEndObject();
    }

    public IEnumerable<SseFrame> Frames()
    {
        yield return Chunk(0, writer =>
        {
            writer.WriteString("role", "assistant");
            writer.WriteString("content", "");
        });
        foreach (var (text, tokens) in StreamPieces.Of(reply.Thinking))
            yield return Chunk(tokens, writer => writer.WriteString("reasoning", text));
        foreach (var (text, tokens) in StreamPieces.Of(reply.Text))
            yield return Chunk(tokens, writer => writer.WriteString("content", text));
        for (var i = 0; i < reply.ToolCalls.Count; i++)
        {
            foreach (var frame in ToolChunks(i, reply.ToolCalls[i]))
                yield return frame;
        }

        var duplicate = call.Faults.Has(FaultKinds.DuplicateUsage);
        yield return Chunk(0, _ => { }, FinishReason, withUsage: duplicate);
        if ((request.IncludeUsage || duplicate) && !call.Faults.Has(FaultKinds.MissingUsage))
            yield return UsageChunk();
    }

    private IEnumerable<SseFrame> ToolChunks(int index, ToolCall tool)
    {
        yield return Chunk(TokenEstimator.TokensPerMessage + TokenEstimator.Count(tool.Name), writer => WriteToolFragment(writer, index, tool, ""));
        foreach (var (text, tokens) in StreamPieces.Of(tool.Arguments))
            yield return Chunk(tokens, writer => WriteToolFragment(writer, index, null, text));
    }

    private static void WriteToolFragment(Utf8JsonWriter writer, int index, ToolCall? head, string arguments)
    {
        writer.WriteStartArray("tool_calls");
        writer.WriteStartObject();
        writer.WriteNumber("index", index);
        if (head is not null)
        {
            writer.WriteString("id", head.Id);
            writer.WriteString("type", "function");
        }

        writer.WriteStartObject("function");
        if (head is not null)
            writer.WriteString("name", head.Name);
        writer.WriteString("arguments", arguments);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private SseFrame Chunk(int tokens, Action<Utf8JsonWriter> writeDelta, string? finishReason = null, bool withUsage = false)
    {
        var data = JsonBytes.Write(writer =>
        {
            WriteHead(writer, "chat.completion.chunk");
            writer.WriteStartArray("choices");
            writer.WriteStartObject();
            writer.WriteNumber("index", 0);
            writer.WriteStartObject("delta");
            writeDelta(writer);
            writer.WriteEndObject();
            writer.WriteString("finish_reason", finishReason);
            writer.WriteEndObject();
            writer.WriteEndArray();
            if (withUsage)
                WriteUsage(writer);
            writer.WriteEndObject();
        });
        return new SseFrame(data, OutputTokens: tokens);
    }

    private SseFrame UsageChunk() => new(JsonBytes.Write(writer =>
    {
        WriteHead(writer, "chat.completion.chunk");
        writer.WriteStartArray("choices");
        writer.WriteEndArray();
        WriteUsage(writer);
        writer.WriteEndObject();
    }));

    private void WriteHead(Utf8JsonWriter writer, string kind)
    {
        writer.WriteStartObject();
        writer.WriteString("id", _id);
        writer.WriteString("object", kind);
        writer.WriteNumber("created", _created);
        writer.WriteString("model", request.Prompt.Model);
        writer.WriteNull("system_fingerprint");
    }

    private void WriteToolCalls(Utf8JsonWriter writer)
    {
        if (reply.ToolCalls.Count == 0)
            return;
        writer.WriteStartArray("tool_calls");
        foreach (var tool in reply.ToolCalls)
        {
            writer.WriteStartObject();
            writer.WriteString("id", tool.Id);
            writer.WriteString("type", "function");
            writer.WriteStartObject("function");
            writer.WriteString("name", tool.Name);
            writer.WriteString("arguments", tool.Arguments);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteUsage(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("usage");
        writer.WriteNumber("prompt_tokens", _inputTokens);
        writer.WriteNumber("completion_tokens", reply.OutputTokens);
        writer.WriteNumber("total_tokens", _inputTokens + reply.OutputTokens);
        if (reply.ThinkingTokens > 0)
        {
            writer.WriteStartObject("completion_tokens_details");
            writer.WriteNumber("reasoning_tokens", reply.ThinkingTokens);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
