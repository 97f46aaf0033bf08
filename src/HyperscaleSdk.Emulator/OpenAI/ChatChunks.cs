using System.Text.Json;
using HyperscaleSdk.Emulator.Conversation;
using HyperscaleSdk.Emulator.Faults;
using HyperscaleSdk.Emulator.Hosting;
using HyperscaleSdk.Emulator.Http;
using HyperscaleSdk.Emulator.Text;

namespace HyperscaleSdk.Emulator.OpenAI;

/// <summary>The chunks of a streamed chat answer.</summary>
internal sealed class ChatChunks(EmulatedCall call, OpenAIDialect dialect, ChatRequest request, ChatReply reply, ChatAnswer answer)
{
    private long _sentTokens;

    public bool CanReportUsage => dialect.StreamUsage != StreamUsage.Never;

    private bool IsContinuous => dialect.StreamUsage == StreamUsage.Continuous || (dialect.IsVllm && request.ContinuousUsage);

    private bool EndsWithUsage => dialect.StreamUsage switch
    {
        StreamUsage.OnRequest => request.IncludeUsage,
        StreamUsage.Always => true,
        StreamUsage.Continuous => request.IncludeUsage,
        _ => false,
    };

    public IEnumerable<SseFrame> Frames()
    {
        yield return Chunk(0, writer =>
        {
            writer.WriteString("role", "assistant");
            writer.WriteString("content", "");
        });
        foreach (var (text, tokens) in StreamPieces.Of(reply.Thinking))
            yield return Chunk(tokens, writer => writer.WriteString(dialect.ReasoningField, text));
        if (reply.Refusal is not null)
        {
            foreach (var (text, tokens) in StreamPieces.Of(reply.Refusal))
                yield return Chunk(tokens, writer => writer.WriteString("refusal", text));
        }

        foreach (var (text, tokens) in reply.TextPieces)
            yield return Chunk(tokens, writer => writer.WriteString("content", text));
        for (var i = 0; i < reply.ToolCalls.Count; i++)
        {
            foreach (var frame in ToolChunks(i, reply.ToolCalls[i]))
                yield return frame;
        }

        var duplicate = call.Faults.Has(FaultKinds.DuplicateUsage);
        _sentTokens = reply.OutputTokens;
        yield return Chunk(0, _ => { }, answer.FinishReason, withUsage: duplicate);
        if ((EndsWithUsage || duplicate) && !call.Faults.Has(FaultKinds.MissingUsage))
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
        _sentTokens = Math.Min(_sentTokens + tokens, reply.OutputTokens);
        var data = JsonBytes.Write(writer =>
        {
            answer.WriteHead(writer, "chat.completion.chunk", dialect.NamesModelInChunks);
            writer.WriteStartArray("choices");
            writer.WriteStartObject();
            writer.WriteNumber("index", 0);
            writer.WriteStartObject("delta");
            writeDelta(writer);
            writer.WriteEndObject();
            if (dialect.IsVllm)
                writer.WriteNull("logprobs");
            writer.WriteString("finish_reason", finishReason);
            writer.WriteEndObject();
            writer.WriteEndArray();
            if (withUsage || (IsContinuous && !call.Faults.Has(FaultKinds.MissingUsage)))
                answer.WriteUsage(writer, _sentTokens);
            else if (dialect.WritesNullUsage)
                writer.WriteNull("usage");
            writer.WriteEndObject();
        });
        return new SseFrame(data, OutputTokens: tokens);
    }

    private SseFrame UsageChunk() => new(JsonBytes.Write(writer =>
    {
        answer.WriteHead(writer, "chat.completion.chunk", dialect.NamesModelInChunks);
        writer.WriteStartArray("choices");
        writer.WriteEndArray();
        answer.WriteUsage(writer, reply.OutputTokens);
        writer.WriteEndObject();
    }));
}
