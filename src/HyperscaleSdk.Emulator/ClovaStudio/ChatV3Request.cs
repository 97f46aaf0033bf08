using System.Text.Json;
using HyperscaleSdk.Emulator.Conversation;
using HyperscaleSdk.Emulator.Http;

namespace HyperscaleSdk.Emulator.ClovaStudio;

/// <summary>Reads and checks a v3 chat request.</summary>
internal static class ChatV3Request
{
    private const int MinimumTokensWithTools = 1024;

    public static ChatPrompt Read(JsonElement json, ClovaModel model)
    {
        var body = new RequestFields(json, ClovaErrors.InvalidParameter);
        var turns = ClovaMessages.Read(body, model);
        CheckSampling(body);
        var effort = ReadEffort(body, model);
        var limit = ReadLimit(body, model);
        var stop = body.Texts("stop");
        var tools = ClovaTools.ReadOffers(body, model);
        var (demand, demandedTool) = ClovaTools.ReadChoice(body, tools);
        var schema = ClovaResponseFormat.Read(body, model);

        CheckCombination(effort, limit, stop, tools, schema, turns);
        var prompt = new ChatPrompt
        {
            Model = model.Name,
            Turns = turns,
            Tools = tools,
            Demand = demand,
            DemandedTool = demandedTool,
            Shape = schema is null ? AnswerShape.Text : AnswerShape.JsonSchema,
            Schema = schema,
            TokenLimit = limit ?? DefaultLimit(model, effort, tools.Count > 0),
            Stop = stop,
            ThinkingDepth = effort,
            Definitions = (body.Any("tools")?.GetRawText() ?? "") + (schema?.GetRawText() ?? ""),
        };
        var input = prompt.InputTokens;
        return input > model.InputTokens || input + (limit ?? 0) > model.ContextTokens ? throw ClovaErrors.ContextLengthExceeded() : prompt;
    }

    private static void CheckSampling(RequestFields body)
    {
        body.Number("topP", 0, 1, aboveMinimum: true);
        body.Integer("topK", 0, 128);
        body.Number("temperature", 0, 1);
        body.Number("repetitionPenalty", 0, 2, aboveMinimum: true);
        body.Integer("seed", 0, uint.MaxValue);
        body.Boolean("includeAiFilters");
    }

    /// <summary>0 to 3; a thinking model thinks a little unless told not to.</summary>
    private static int ReadEffort(RequestFields body, ClovaModel model)
    {
        if (body.Object("thinking") is not { } thinking)
            return model.Thinks ? 1 : 0;
        if (!model.Thinks)
            throw ClovaErrors.InvalidParameter("thinking", "the model does not think.");
        return body.Inner(thinking).Text("effort") switch
        {
            "none" => 0,
            "low" or null => 1,
            "medium" => 2,
            "high" => 3,
            _ => throw ClovaErrors.InvalidParameter("effort", "effort is none, low, medium or high."),
        };
    }

    private static int? ReadLimit(RequestFields body, ClovaModel model)
    {
        var (taken, refused) = model.Thinks ? ("maxCompletionTokens", "maxTokens") : ("maxTokens", "maxCompletionTokens");
        if (body.Any(refused) is not null)
            throw ClovaErrors.InvalidParameter(refused, $"{model.Name} takes {taken}, not {refused}.");
        return (int?)body.Integer(taken, 1, model.OutputTokens);
    }

    private static int DefaultLimit(ClovaModel model, int effort, bool tools) => effort switch
    {
        1 => 5120,
        2 => 10240,
        3 => 20480,
        _ when tools => MinimumTokensWithTools,
        _ => Math.Min(512, model.OutputTokens),
    };

    private static void CheckCombination(int effort, int? limit, IReadOnlyList<string> stop, IReadOnlyList<ToolOffer> tools, JsonElement? schema, IReadOnlyList<ChatTurn> turns)
    {
        if (effort > 0 && stop.Count > 0)
            throw ClovaErrors.InvalidParameter("stop", "stop cannot be used with thinking.");
        if (effort > 0 && tools.Count > 0)
            throw ClovaErrors.InvalidParameter("tools", "tools need thinking.effort none.");
        if (effort > 0 && schema is not null)
            throw ClovaErrors.InvalidParameter("responseFormat", "responseFormat needs thinking.effort none.");
        if (tools.Count > 0 && limit < MinimumTokensWithTools)
            throw ClovaErrors.InvalidParameter("maxTokens", "tools need a token limit of at least 1024.");
        if (tools.Count > 0 && turns.Any(turn => turn.Images > 0))
            throw ClovaErrors.Unsupported("tools cannot be used with images.");
    }
}
