using System.Text.Json;
using HyperscaleSdk.Emulator.Conversation;
using HyperscaleSdk.Emulator.Faults;
using HyperscaleSdk.Emulator.Hosting;

namespace HyperscaleSdk.Emulator.OpenAI;

/// <summary>Writes a whole chat answer, and what its chunks share with it.</summary>
internal sealed class ChatAnswer(EmulatedCall call, OpenAIDialect dialect, ChatRequest request, ChatReply reply)
{
    private readonly string _id = dialect.RequestIdHeader is null ? call.RequestId : $"chatcmpl-{call.RequestId}";
    private readonly long _created = call.UnixSeconds;
    private readonly long _inputTokens = call.InputTokens;

    public string FinishReason => reply.FinishReason ?? reply.Ending switch
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
        WriteMessage(writer);
        writer.WriteNull("logprobs");
        writer.WriteString("finish_reason", FinishReason);
        if (dialect.IsVllm)
            writer.WriteNull("stop_reason");
        writer.WriteEndObject();
        writer.WriteEndArray();
        if (!call.Faults.Has(FaultKinds.MissingUsage))
            WriteUsage(writer, reply.OutputTokens);
        if (dialect.IsVllm)
            writer.WriteNull("prompt_logprobs");
        writer.WriteEndObject();
    }

    public void WriteHead(Utf8JsonWriter writer, string kind, bool namesModel = true)
    {
        writer.WriteStartObject();
        writer.WriteString("id", _id);
        writer.WriteString("object", kind);
        writer.WriteNumber("created", _created);
        if (namesModel)
            writer.WriteString("model", request.Prompt.Model);
        if (!dialect.IsVllm)
            writer.WriteNull("system_fingerprint");
    }

    public void WriteUsage(Utf8JsonWriter writer, long outputTokens)
    {
        writer.WriteStartObject("usage");
        writer.WriteNumber("prompt_tokens", _inputTokens);
        writer.WriteNumber("completion_tokens", outputTokens);
        writer.WriteNumber("total_tokens", _inputTokens + outputTokens);
        if (reply.CachedTokens is { } cached)
        {
            writer.WriteStartObject("prompt_tokens_details");
            writer.WriteNumber("cached_tokens", cached);
            writer.WriteEndObject();
        }
        else if (dialect.IsVllm)
        {
            writer.WriteNull("prompt_tokens_details");
        }

        if (reply.ThinkingTokens > 0 && dialect.ReportsReasoningTokens)
        {
            writer.WriteStartObject("completion_tokens_details");
            writer.WriteNumber("reasoning_tokens", reply.ThinkingTokens);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private void WriteMessage(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("message");
        writer.WriteString("role", "assistant");
        if (reply.ToolCalls.Count > 0 || reply.Refusal is not null)
            writer.WriteNull("content");
        else
            writer.WriteString("content", reply.Text);
        if (reply.Refusal is not null)
            writer.WriteString("refusal", reply.Refusal);
        if (reply.Thinking.Length > 0)
            writer.WriteString(dialect.ReasoningField, reply.Thinking);
        else if (dialect.IsVllm)
            writer.WriteNull(dialect.ReasoningField);
        WriteToolCalls(writer);
        writer.WriteEndObject();
    }

    private void WriteToolCalls(Utf8JsonWriter writer)
    {
        if (reply.ToolCalls.Count == 0 && !dialect.IsVllm)
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
}
