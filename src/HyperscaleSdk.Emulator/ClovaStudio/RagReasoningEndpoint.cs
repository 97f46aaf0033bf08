using System.Text.Json;
using HyperscaleSdk.Emulator.Conversation;
using HyperscaleSdk.Emulator.Hosting;
using HyperscaleSdk.Emulator.Http;

namespace HyperscaleSdk.Emulator.ClovaStudio;

/// <summary>
/// <c>POST /v1/api-tools/rag-reasoning</c>: first asks to search, then answers from what was found. The results come as JSON
/// text in a message of the role <c>tool</c>.
/// </summary>
internal static class RagReasoningEndpoint
{
    private const int MinimumTokens = 1024;

    public static async Task HandleAsync(EmulatedCall call)
    {
        var json = await ClovaGate.ReadBodyAsync(call).ConfigureAwait(false);
        call.Model = "rag-reasoning";
        var prompt = ReadPrompt(new RequestFields(json, ClovaErrors.InvalidParameter));
        var reply = call.Answer(prompt);
        if (reply.Refusal is { } refusal)
            throw ClovaErrors.OutputUnavailable(refusal);
        await JsonReply.WriteAsync(call, ClovaEnvelope.Success(writer =>
        {
            writer.WriteStartObject();
            ChatV3Answer.WriteMessage(writer, reply);
            ClovaUsage.Write(writer, call);
            writer.WriteEndObject();
        }), hasUsage: true).ConfigureAwait(false);
    }

    private static ChatPrompt ReadPrompt(RequestFields body)
    {
        var model = ClovaModel.Find("HCX-005")!;
        var turns = ClovaMessages.Read(body, model);
        var tools = ClovaTools.ReadOffers(body);
        if (tools.Count == 0)
            throw ClovaErrors.InvalidParameter("tools", "tools is required.");
        var (demand, demandedTool) = ClovaTools.ReadChoice(body, tools);
        body.Number("topP", 0, 1, aboveMinimum: true);
        body.Integer("topK", 0, 128);
        body.Number("temperature", 0, 1, aboveMinimum: true);
        body.Number("repetitionPenalty", 0, 2, aboveMinimum: true);
        var answered = turns[^1].Role is "tool";
        return new ChatPrompt
        {
            Model = model.Name,
            Turns = answered ? [.. turns.SkipLast(1), turns[^1] with { Text = FoundText(turns[^1].Text) }] : turns,
            Tools = tools,
            // What is not found in the question is searched for all the same: that is what the first step is for.
            Demand = demand == ToolDemand.Auto && !answered ? ToolDemand.Required : answered ? ToolDemand.None : demand,
            DemandedTool = demandedTool,
            TokenLimit = (int)(body.Integer("maxTokens", MinimumTokens, 4095) ?? MinimumTokens),
            ThinkingDepth = 1,
            Definitions = body.Any("tools")?.GetRawText() ?? "",
        };
    }

    // {"search_result":[{"id":"…","doc":"…"}]}
    private static string FoundText(string content)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            return string.Join(' ', document.RootElement.GetProperty("search_result").EnumerateArray()
                .Select(found => $"<{found.GetProperty("id").GetString()}>{found.GetProperty("doc").GetString()}</{found.GetProperty("id").GetString()}>"));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw ClovaErrors.InvalidParameter("content", "a tool message is JSON with search_result.");
        }
    }
}
