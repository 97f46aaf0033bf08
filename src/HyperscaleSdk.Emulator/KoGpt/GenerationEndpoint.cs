using System.Globalization;
using HyperscaleSdk.Emulator.Conversation;
using HyperscaleSdk.Emulator.Errors;
using HyperscaleSdk.Emulator.Faults;
using HyperscaleSdk.Emulator.Hosting;
using HyperscaleSdk.Emulator.Http;
using Microsoft.AspNetCore.Http;

namespace HyperscaleSdk.Emulator.KoGpt;

/// <summary><c>POST /v1/inference/kogpt/generation</c>.</summary>
internal static class GenerationEndpoint
{
    // Neither limit is documented any more.
    private const int ContextTokens = 2_048;
    private const int MaximumGenerations = 16;

    private const long MaximumBody = 1024 * 1024;

    public static async Task HandleAsync(EmulatedCall call)
    {
        var json = await JsonRequestBody.ReadAsync(call, MaximumBody, () => call.Provider.CreateRefusal(StatusCodes.Status413PayloadTooLarge), () => Invalid("The request body is not a JSON object.")).ConfigureAwait(false);
        var body = new RequestFields(json, (_, message) => Invalid(message));
        var text = body.Text("prompt");
        if (string.IsNullOrWhiteSpace(text))
            throw Invalid("prompt is required.");
        var limit = (int)(body.Integer("max_tokens", 1, ContextTokens) ?? throw Invalid("max_tokens is required."));
        body.Number("temperature", 0, double.MaxValue);
        body.Number("top_p", 0, 1);
        var count = (int)(body.Integer("n", 1, MaximumGenerations) ?? 1);
        var prompt = new ChatPrompt { Model = "kogpt", Turns = [new ChatTurn("user", text, [], [], null)], TokenLimit = limit };
        if (prompt.InputTokens + limit > ContextTokens)
            throw new RefusedException(400, ErrorCodes.ContextLength, "The prompt and max_tokens are too long.", "prompt");

        call.Model = prompt.Model;
        var reply = call.Answer(prompt);
        call.OutputTokens = (long)reply.OutputTokens * count;
        await JsonReply.WriteAsync(call, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("id", call.RequestId);
            writer.WriteStartArray("generations");
            for (var i = 0; i < count; i++)
            {
                writer.WriteStartObject();
                writer.WriteString("text", i == 0 ? reply.Text : string.Create(CultureInfo.InvariantCulture, $"{reply.Text} ({i + 1})"));
                writer.WriteNumber("tokens", reply.OutputTokens);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            if (!call.Faults.Has(FaultKinds.MissingUsage))
            {
                writer.WriteStartObject("usage");
                writer.WriteNumber("prompt_tokens", call.InputTokens);
                writer.WriteNumber("generated_tokens", call.OutputTokens);
                writer.WriteNumber("total_tokens", call.InputTokens + call.OutputTokens);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }, hasUsage: true).ConfigureAwait(false);
    }

    private static RefusedException Invalid(string message) => new(400, ErrorCodes.InvalidBody, message);
}
