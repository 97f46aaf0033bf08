using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Cli.Spec.Testing.Facts;

/// <summary>Texts become vectors.</summary>
internal static class EmbeddingFacts
{
    private const int Batch = 20;

    private const double Same = 0.999;

    public static IReadOnlyList<EndpointFact> All { get; } =
    [
        new("embedding.vector", ModelKind.Embedding, new("a text becomes a vector of the documented length", "글이 문서에 적힌 길이의 벡터가 된다"), VectorAsync),
        new("embedding.order", ModelKind.Embedding, new("several texts keep their order", "여러 글의 순서가 지켜진다"), OrderAsync),
        new("embedding.batch", ModelKind.Embedding, new("twenty texts are all answered", "글 스무 개에 모두 답한다"), BatchAsync),
        new("embedding.usage", ModelKind.Embedding, new("tokens are counted", "토큰 수를 알린다"), UsageAsync),
        new("embedding.model", ModelKind.Embedding, new("a model that does not exist is refused", "없는 모델을 거절한다"), ModelAsync),
    ];

    private static async Task VectorAsync(FactCall call, CancellationToken cancellationToken)
    {
        var vector = (await call.Generator().GenerateAsync(["환불 신청 방법"], cancellationToken: cancellationToken))[0].Vector;
        Expect.Holds(
            vector.Length > 0 && vector.ToArray().All(float.IsFinite) && vector.ToArray().Any(value => value != 0),
            call,
            "vector",
            new("The vector is empty, all zero, or not finite.", "벡터가 비었거나 모두 0이거나 유한하지 않습니다."),
            new("Send finite numbers.", "유한한 수를 보내십시오."));
        var documented = call.Endpoint.Clients.Descriptor.FindModel(call.Endpoint.EmbeddingModel)?.Dimensions;
        Expect.Holds(
            documented is null || documented == vector.Length,
            call,
            "vector",
            new($"The vector has {vector.Length} numbers, the binding says {documented}.", $"벡터의 길이는 {vector.Length}인데 바인딩에는 {documented}(으)로 적혀 있습니다."),
            new("Correct the model's `dimensions` in the binding, or the endpoint.", "바인딩의 `dimensions`나 엔드포인트를 고치십시오."));
    }

    private static async Task OrderAsync(FactCall call, CancellationToken cancellationToken)
    {
        string[] texts = ["배송이 늦어지고 있습니다", "오늘 점심은 김치찌개가 좋겠다", "환불 신청은 어디에서 하나요"];
        using var generator = call.Generator();
        var together = await generator.GenerateAsync(texts, cancellationToken: cancellationToken);
        Expect.Holds(
            together.Count == texts.Length,
            call,
            "vectors",
            new($"{texts.Length} texts got {together.Count} vectors.", $"글 {texts.Length}개에 벡터 {together.Count}개가 왔습니다."),
            new("Send a vector for each text.", "글마다 벡터를 하나씩 보내십시오."));
        for (var i = 0; i < texts.Length; i++)
        {
            var alone = (await generator.GenerateAsync([texts[i]], cancellationToken: cancellationToken))[0];
            Expect.Holds(
                Cosine(alone.Vector.Span, together[i].Vector.Span) >= Same,
                call,
                $"vector {i}",
                new($"Text {i} has another vector among others than alone.", $"{i}번째 글의 벡터가 따로 보낼 때와 다릅니다."),
                new("Keep the order of the texts, or send the right index with each vector.", "글의 순서를 지키거나 벡터마다 올바른 index를 보내십시오."));
        }
    }

    private static async Task BatchAsync(FactCall call, CancellationToken cancellationToken)
    {
        var vectors = await call.Generator().GenerateAsync(Enumerable.Range(1, Batch).Select(number => $"{number}번째 문장입니다"), cancellationToken: cancellationToken);
        Expect.Holds(
            vectors.Count == Batch && vectors.Select(vector => vector.Vector.Length).Distinct().Count() == 1,
            call,
            "vectors",
            new($"{Batch} texts got {vectors.Count} vectors, or vectors of several lengths.", $"글 {Batch}개에 벡터 {vectors.Count}개가 왔거나 길이가 서로 다릅니다."),
            new("Take as many texts as the binding's `input.perCall` says, or correct it.", "바인딩의 `input.perCall`만큼 받거나 그 값을 고치십시오."));
    }

    private static async Task UsageAsync(FactCall call, CancellationToken cancellationToken)
    {
        Expect.Supported(call.Endpoint.Embeddings.Usage, new("The binding maps no usage.", "바인딩에 사용량(usage)이 없습니다."));
        var usage = (await call.Generator().GenerateAsync(["환불 신청 방법"], cancellationToken: cancellationToken)).Usage;
        Expect.Holds(
            usage?.InputTokenCount > 0,
            call,
            "usage",
            new("The input tokens are missing, or zero.", "입력 토큰 수가 없거나 0입니다."),
            new("Report them where the binding's `usage` points.", "바인딩의 `usage`가 가리키는 곳에 보내십시오."));
    }

    private static async Task ModelAsync(FactCall call, CancellationToken cancellationToken)
    {
        HyperscaleException? failure = null;
        try
        {
            await call.Generator().GenerateAsync(["가"], new EmbeddingGenerationOptions { ModelId = "no-such-model" }, cancellationToken);
        }
        catch (HyperscaleException exception) when (call.Wire.Exchanges.Count > 0)
        {
            failure = exception;
        }

        Expect.Holds(
            failure is HyperscaleRequestException { StatusCode: not null },
            call,
            at: null,
            new("A model that does not exist is answered, or fails as if the server were at fault.", "없는 모델에 답하거나 서버 오류로 답합니다."),
            new("Answer 400, 404 or 422, with the error's body.", "오류 본문과 함께 400, 404 또는 422로 답하십시오."));
    }

    private static double Cosine(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        if (one.Length != other.Length)
        {
            return 0;
        }

        double dot = 0;
        double first = 0;
        double second = 0;
        for (var i = 0; i < one.Length; i++)
        {
            dot += one[i] * other[i];
            first += one[i] * one[i];
            second += other[i] * other[i];
        }

        return dot / Math.Sqrt(first * second);
    }
}
