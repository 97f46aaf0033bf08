using System.Globalization;
using System.Text.Json;
using HyperscaleSdk.Emulator.Hosting;
using HyperscaleSdk.Emulator.Http;
using HyperscaleSdk.Emulator.Text;
using HyperscaleSdk.Emulator.Tools;

namespace HyperscaleSdk.Emulator.ClovaStudio;

/// <summary><c>POST /v1/api-tools/reranker</c>: an answer that cites the documents it is taken from; no scores.</summary>
internal static class RerankerEndpoint
{
    private const int Cited = 2;

    public static async Task HandleAsync(EmulatedCall call)
    {
        var body = new RequestFields(await ClovaGate.ReadBodyAsync(call).ConfigureAwait(false), ClovaErrors.InvalidParameter);
        var query = body.Text("query");
        if (string.IsNullOrWhiteSpace(query))
            throw ClovaErrors.InvalidParameter("query", "query is required.");
        body.Integer("maxTokens", 1, 4095);
        var documents = ReadDocuments(body);
        var asked = ToolWords.Of(query);
        var best = documents
            .Select((document, index) => (document.Id, document.Text, Number: index + 1, Shared: ToolWords.Of(document.Text).Intersect(asked, StringComparer.Ordinal).Count()))
            .Where(document => document.Shared > 0)
            .OrderByDescending(document => document.Shared)
            .Take(Cited)
            .ToList();
        var answer = best.Count == 0
            ? "제공된 문서에서 답을 찾지 못했습니다."
            : string.Join(' ', best.Select(document => string.Create(CultureInfo.InvariantCulture, $"<doc{document.Number}>{Quotation.Of(document.Text)}</doc{document.Number}>")));

        call.Model = "reranker";
        call.Operation = Operations.Rerank;
        call.InputTokens = TokenEstimator.Count(query) + documents.Sum(document => TokenEstimator.Count(document.Text));
        call.OutputTokens = TokenEstimator.Count(answer);
        await JsonReply.WriteAsync(call, ClovaEnvelope.Success(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("result", answer);
            writer.WriteStartArray("citedDocuments");
            foreach (var document in best)
            {
                writer.WriteStartObject();
                writer.WriteString("id", document.Id);
                writer.WriteString("doc", document.Text);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteStartArray("suggestedQueries");
            foreach (var topic in Words.Topics(query, 2))
                writer.WriteStringValue($"{topic}에 대해 더 알려 주세요.");
            writer.WriteEndArray();
            ClovaUsage.Write(writer, call);
            writer.WriteEndObject();
        }), hasUsage: true).ConfigureAwait(false);
    }

    private static List<(string Id, string Text)> ReadDocuments(RequestFields body)
    {
        List<(string, string)> documents = [];
        foreach (var element in body.Array("documents") ?? [])
        {
            var fields = element.ValueKind == JsonValueKind.Object ? body.Inner(element) : null;
            if (fields?.Text("id") is not { } id || fields.Text("doc") is not { } text)
                throw ClovaErrors.InvalidParameter("documents", "a document needs id and doc.");
            documents.Add((id, text));
        }

        return documents.Count == 0 ? throw ClovaErrors.InvalidParameter("documents", "documents is required.") : documents;
    }
}
