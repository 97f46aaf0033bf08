using HyperscaleSdk.Runtime;

namespace HyperscaleSdk.Tests;

internal sealed class StandInEmbeddingGenerator(HyperscaleTransport transport, int perCall, int parallel, string? model = "embed-1", int? dimensions = null)
    : HyperscaleEmbeddingGenerator(transport, model, dimensions)
{
    private readonly Route _route = new(perCall, parallel);

    public EmbeddingCall? LastCall => _route.LastCall;

    protected override EmbeddingRoute SelectRoute(string model) => _route;

    /// <summary>Sends the texts as <c>texts</c>; reads <c>vectors[]</c> of <c>index, values</c>, and <c>in</c>, <c>model</c>, <c>failed</c>.</summary>
    private sealed class Route(int perCall, int parallel) : EmbeddingRoute<EmbeddingBody, Raw>
    {
        public EmbeddingCall? LastCall { get; private set; }

        protected override int MaxInputsPerCall => perCall;

        protected override int MaxParallelCalls => parallel;

        protected override EmbeddingBody ToRequest(EmbeddingCall call, IReadOnlyList<string> inputs)
        {
            LastCall = call;
            return new EmbeddingBody { Texts = inputs };
        }

        protected override ApiRequest ToApiRequest(EmbeddingBody body, EmbeddingCall call)
            => new(HttpMethod.Post, "/embed") { Operation = "createEmbedding", WireOperation = "embeddings", Model = call.Model, Body = body };

        protected override void FromResponse(Raw response, EmbeddingAnswer answer)
        {
            if (response.Text("failed") is { } code)
            {
                answer.Fail(code, null);
                return;
            }

            answer.Identity(response.Text("model"));
            answer.Usage(response.Number("in"), response.Number("total"));
            foreach (var vector in response.Value.GetProperty("vectors").EnumerateArray())
            {
                answer.Vector(
                    vector.TryGetProperty("index", out var index) ? index.GetInt64() : null,
                    vector.TryGetProperty("values", out var values) ? [.. values.EnumerateArray().Select(value => value.GetSingle())] : null);
            }
        }
    }
}
