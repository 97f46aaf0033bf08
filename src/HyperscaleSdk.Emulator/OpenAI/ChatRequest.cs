using System.Text.Json;
using HyperscaleSdk.Emulator.Conversation;
using HyperscaleSdk.Emulator.Http;

namespace HyperscaleSdk.Emulator.OpenAI;

/// <summary>Reads and checks a chat request. Parameters that the dialect does not know are accepted and ignored.</summary>
internal sealed record ChatRequest(ChatPrompt Prompt, bool Stream, bool IncludeUsage, bool ContinuousUsage, ReasoningWish Reasoning)
{
    public static ChatRequest Read(OpenAIProvider provider, RequestFields body, OpenAIModel model)
    {
        var (dialect, errors) = (provider.Dialect, provider.Errors);
        var turns = new ChatMessages(errors, model).Read(body);
        CheckSampling(body, dialect);
        var limit = ReadLimit(body, dialect);
        var stream = body.Boolean("stream") is true;
        var options = body.Object("stream_options");
        if (options is not null && !stream)
            throw errors.Invalid("stream_options", "stream_options is only allowed when stream is true.");

        var toolReader = new ChatTools(errors, dialect);
        var tools = toolReader.ReadOffers(body);
        var (demand, demandedTool) = toolReader.ReadChoice(body, tools);
        var format = ResponseFormat.Read(provider, body);
        var stop = ReadStop(body);
        var reasoning = ReasoningWish.Read(provider, body, model, isPlain: tools.Count == 0 && format.Shape == AnswerShape.Text && stop.Count == 0);
        if (!dialect.CombinesToolsAndFormat && tools.Count > 0 && format.Shape != AnswerShape.Text)
            throw errors.Invalid("response_format", "response_format cannot be used with tools.");
        if (!dialect.CombinesToolsAndImages && tools.Count > 0 && turns.Any(turn => turn.Images > 0))
            throw errors.Invalid("tools", "tools cannot be used with images.");
        var prompt = new ChatPrompt
        {
            Model = model.Served,
            Turns = turns,
            Tools = tools,
            Demand = demand,
            DemandedTool = demandedTool,
            ParallelCalls = toolReader.ReadParallel(body),
            Shape = format.Shape,
            Schema = format.Schema,
            Choices = format.Choices,
            TokenLimit = limit ?? dialect.DefaultLimit,
            Stop = stop,
            ThinkingDepth = reasoning.Depth,
            Definitions = (body.Any("tools")?.GetRawText() ?? "") + (format.Schema?.GetRawText() ?? ""),
        };
        if ((long)prompt.InputTokens + (limit ?? 0) > model.ContextTokens)
            throw errors.ContextLength(model.ContextTokens, "messages");
        var inner = options is { } set ? body.Inner(set) : null;
        return new ChatRequest(prompt, stream, inner?.Boolean("include_usage") is true, inner?.Boolean("continuous_usage_stats") is true, reasoning);
    }

    /// <summary>The reply with its reasoning where the caller wants it.</summary>
    public ChatReply Place(ChatReply reply)
    {
        if (reply.Thinking.Length == 0 || Reasoning.Place == ReasoningPlace.Apart)
            return reply;
        return Reasoning.Place == ReasoningPlace.Nowhere
            ? reply with { Thinking = "" }
            : reply with { Text = $"<think>\n{reply.Thinking}\n</think>\n\n{reply.Text}", Thinking = "", Pieces = null };
    }

    private static void CheckSampling(RequestFields body, OpenAIDialect dialect)
    {
        body.Number("temperature", 0, dialect.MaximumTemperature);
        body.Number("top_p", 0, 1);
        body.Number("frequency_penalty", -2, 2);
        body.Number("presence_penalty", -2, 2);
        body.Integer("n", 1, 1);
        body.Text("prompt_cache_key");
    }

    private static int? ReadLimit(RequestFields body, OpenAIDialect dialect)
        => (int?)dialect.LimitFields.Select(field => body.Integer(field, 1, int.MaxValue)).FirstOrDefault(limit => limit is not null);

    private static IReadOnlyList<string> ReadStop(RequestFields body)
        => body.Any("stop") is { ValueKind: JsonValueKind.String } stop ? [stop.GetString()!] : body.Texts("stop");
}
