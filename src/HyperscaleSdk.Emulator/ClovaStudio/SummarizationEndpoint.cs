using HyperscaleSdk.Emulator.Hosting;
using HyperscaleSdk.Emulator.Http;
using HyperscaleSdk.Emulator.Text;

namespace HyperscaleSdk.Emulator.ClovaStudio;

/// <summary><c>POST /v1/api-tools/summarization/v2</c>: the first sentence of each text, shortened.</summary>
internal static class SummarizationEndpoint
{
    private const int MaximumCharacters = 35_000;

    public static async Task HandleAsync(EmulatedCall call)
    {
        var body = new RequestFields(await ClovaGate.ReadBodyAsync(call).ConfigureAwait(false), ClovaErrors.InvalidParameter);
        var texts = body.Texts("texts");
        if (texts.Count == 0)
            throw ClovaErrors.InvalidParameter("texts", "texts is required.");
        if (texts.All(string.IsNullOrWhiteSpace))
            throw ClovaErrors.TextEmpty();
        if (texts.Sum(text => text.Length) > MaximumCharacters)
            throw ClovaErrors.InvalidParameter("texts", "texts must not be longer than 35000 characters.");
        body.Boolean("autoSentenceSplitter");
        body.Integer("segCount", -1, int.MaxValue);
        body.Integer("segMaxSize", 1, 3000);
        body.Integer("segMinSize", 0, 3000);
        var filters = body.Boolean("includeAiFilters") is true;

        var summary = string.Join('\n', texts.Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => $"- {Quotation.Of(Sentences.Of(text)[0])}"));
        call.Model = "summarization";
        call.Operation = Operations.Summarize;
        call.InputTokens = texts.Sum(TokenEstimator.Count);
        call.OutputTokens = TokenEstimator.Count(summary);
        await JsonReply.WriteAsync(call, ClovaEnvelope.Success(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("text", summary);
            ClovaUsage.WriteInputTokens(writer, call);
            if (filters)
                ClovaFilters.Write(writer);
            writer.WriteEndObject();
        }), hasUsage: true).ConfigureAwait(false);
    }
}
