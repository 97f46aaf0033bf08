using System.Text.Json;
using HyperscaleSdk.Emulator.Conversation;
using HyperscaleSdk.Emulator.Http;

namespace HyperscaleSdk.Emulator.Upstage;

/// <summary>Reads and checks a chat request. Parameters that Upstage does not list are accepted and ignored.</summary>
internal sealed record ChatRequest(ChatPrompt Prompt, bool Stream, bool IncludeUsage)
{
    public static ChatRequest Read(RequestFields body, UpstageModel model)
    {
        var turns = UpstageMessages.Read(body);
        body.Number("temperature", 0, 2);
        body.Number("top_p", 0, 1);
        body.Number("frequency_penalty", -2, 2);
        body.Number("presence_penalty", -2, 2);
        body.Integer("n", 1, 1);
        body.Text("prompt_cache_key");
        var limit = (int?)body.Integer("max_tokens", 1, int.MaxValue);
        var stream = body.Boolean("stream") is true;
        var options = body.Object("stream_options");
        if (options is not null && !stream)
            throw UpstageErrors.InvalidBody("stream_options", "stream_options is only allowed when stream is true.");

        var tools = UpstageTools.ReadOffers(body);
        var (demand, demandedTool) = UpstageTools.ReadChoice(body, tools);
        var (shape, schema) = ReadFormat(body);
        var prompt = new ChatPrompt
        {
            Model = model.Snapshot,
            Turns = turns,
            Tools = tools,
            Demand = demand,
            DemandedTool = demandedTool,
            ParallelCalls = body.Boolean("parallel_tool_calls") ?? true,
            Shape = shape,
            Schema = schema,
            TokenLimit = limit,
            Stop = ReadStop(body),
            ThinkingDepth = ReadEffort(body, model),
            Definitions = (body.Any("tools")?.GetRawText() ?? "") + (schema?.GetRawText() ?? ""),
        };
        if ((long)prompt.InputTokens + (limit ?? 0) > model.ContextTokens)
            throw UpstageErrors.ContextLengthExceeded(model.ContextTokens);
        return new ChatRequest(prompt, stream, options is { } set && body.Inner(set).Boolean("include_usage") is true);
    }

    private static int ReadEffort(RequestFields body, UpstageModel model)
    {
        var effort = body.Text("reasoning_effort");
        if (effort is null || model.EffortsOff.Contains(effort, StringComparer.Ordinal))
            return 0;
        var depth = model.EffortsOn.TakeWhile(on => !string.Equals(on, effort, StringComparison.Ordinal)).Count() + 1;
        return depth <= model.EffortsOn.Count
            ? depth
            : throw UpstageErrors.InvalidBody("reasoning_effort", "The model does not accept this reasoning_effort.");
    }

    private static IReadOnlyList<string> ReadStop(RequestFields body)
        => body.Any("stop") is { ValueKind: JsonValueKind.String } stop ? [stop.GetString()!] : body.Texts("stop");

    private static (AnswerShape Shape, JsonElement? Schema) ReadFormat(RequestFields body)
    {
        if (body.Object("response_format") is not { } format)
            return (AnswerShape.Text, null);
        var fields = body.Inner(format);
        switch (fields.Text("type"))
        {
            case "text":
                return (AnswerShape.Text, null);
            case "json_object":
                return (AnswerShape.JsonObject, null);
            case "json_schema" when fields.Object("json_schema") is { } definition && body.Inner(definition) is var inner
                && inner.Text("name") is { Length: > 0 } && inner.Object("schema") is { } schema:
                return (AnswerShape.JsonSchema, schema);
            default:
                throw UpstageErrors.InvalidBody("response_format", "response_format is text, json_object, or json_schema with name and schema.");
        }
    }
}
