using HyperscaleSdk.Emulator.Hosting;
using HyperscaleSdk.Emulator.Http;
using HyperscaleSdk.Emulator.Text;

namespace HyperscaleSdk.Emulator.ClovaStudio;

/// <summary><c>POST /v1/api-tools/segmentation</c>: paragraphs by subject.</summary>
internal static class SegmentationEndpoint
{
    private const int MaximumCharacters = 120_000;
    private const int SentencesPerSegment = 3;

    public static async Task HandleAsync(EmulatedCall call)
    {
        var body = new RequestFields(await ClovaGate.ReadBodyAsync(call).ConfigureAwait(false), ClovaErrors.InvalidParameter);
        var text = body.Text("text") ?? throw ClovaErrors.InvalidParameter("text", "text is required.");
        if (string.IsNullOrWhiteSpace(text))
            throw ClovaErrors.TextEmpty();
        if (text.Length > MaximumCharacters)
            throw ClovaErrors.InvalidParameter("text", "text must not be longer than 120000 characters.");
        if (body.Number("alpha", -100, 1.5) is { } alpha and > -100 and < -1.5)
            throw ClovaErrors.InvalidParameter("alpha", FormattableString.Invariant($"alpha is -100 or between -1.5 and 1.5, not {alpha}."));
        var wanted = body.Integer("segCnt", -1, int.MaxValue) ?? -1;
        body.Boolean("postProcess");
        body.Integer("postProcessMaxSize", 1, int.MaxValue);
        body.Integer("postProcessMinSize", 0, int.MaxValue);

        var sentences = Sentences.Of(text);
        var size = wanted > 0 ? (int)Math.Max(1, (sentences.Count + wanted - 1) / wanted) : SentencesPerSegment;
        call.Model = "segmentation";
        call.Operation = Operations.Segment;
        call.InputTokens = TokenEstimator.Count(text);
        await JsonReply.WriteAsync(call, ClovaEnvelope.Success(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("topicSeg");
            foreach (var segment in sentences.Chunk(size))
            {
                writer.WriteStartArray();
                foreach (var sentence in segment)
                    writer.WriteStringValue(sentence);
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
            writer.WriteStartArray("span");
            foreach (var segment in Enumerable.Range(0, sentences.Count).Chunk(size))
            {
                writer.WriteStartArray();
                foreach (var index in segment)
                    writer.WriteNumberValue(index);
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
            ClovaUsage.WriteInputTokens(writer, call);
            writer.WriteEndObject();
        }), hasUsage: true).ConfigureAwait(false);
    }
}
