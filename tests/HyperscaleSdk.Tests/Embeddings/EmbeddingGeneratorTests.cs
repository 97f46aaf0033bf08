using System.Net;
using System.Text.Json;
using HyperscaleSdk.Runtime;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Tests.Embeddings;

public sealed class EmbeddingGeneratorTests
{
    [Theory]
    [InlineData(1, 4, 7)]
    [InlineData(3, 2, 3)]
    [InlineData(100, 4, 1)]
    public async Task Generate_Batches_KeepOrderAndSumUsage(int perCall, int parallel, int calls)
    {
        var handler = new StubHandler { Otherwise = Echo };
        using var generator = Over(handler, perCall, parallel);
        var texts = Enumerable.Range(1, 7).Select(length => new string('가', length)).ToArray();
        var result = await generator.GenerateAsync(texts);
        Assert.Equal(Enumerable.Range(1, 7).Select(length => (float)length), result.Select(embedding => embedding.Vector.Span[0]));
        Assert.Equal(calls, handler.Requests.Count);
        Assert.Equal((28L, 28L), (result.Usage!.InputTokenCount, result.Usage.TotalTokenCount));
        Assert.All(result, embedding => Assert.Equal("embed-1", embedding.ModelId));
        Assert.All(result, embedding => Assert.NotNull(embedding.CreatedAt));
    }

    [Fact]
    public async Task Generate_Nothing_MakesNoCall()
    {
        var handler = new StubHandler();
        using var generator = Over(handler, 1, 1);
        var result = await generator.GenerateAsync([]);
        Assert.Empty(result);
        Assert.Equal(0, result.Usage!.InputTokenCount);
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task Generate_NullValues_AreRefused()
    {
        using var generator = Over(new StubHandler(), 1, 1);
        Assert.Throws<ArgumentNullException>(() => { _ = generator.GenerateAsync(null!); });
        await Assert.ThrowsAsync<ArgumentException>(() => generator.GenerateAsync([null!]));
    }

    [Fact]
    public async Task Generate_VectorsWithIndexes_ArePutInPlace()
    {
        var handler = new StubHandler().Answer(StubHandler.Json("""{"vectors":[{"index":1,"values":[2]},{"index":0,"values":[1]}],"in":2,"total":3,"model":"served"}"""));
        using var generator = Over(handler, 10, 1);
        var recorder = new Recorder();
        using var scope = WireCallScope.Enter(recorder);
        var result = await generator.GenerateAsync(["a", "b"]);
        Assert.Equal([1f, 2f], result.Select(embedding => embedding.Vector.Span[0]));
        Assert.Equal((2L, 3L), (result.Usage!.InputTokenCount, result.Usage.TotalTokenCount));
        Assert.Equal((WireCallOutcome.Completed, 2L, "served"), (recorder.Only.Outcome, recorder.Only.InputTokens, recorder.Only.ServedModel));
        Assert.Equal("embeddings", recorder.Started[0].Operation);
    }

    [Theory]
    [InlineData("""{"vectors":[{"values":[1]}]}""", "1 vectors for 2 texts")]
    [InlineData("""{"vectors":[{"values":[1]},{"values":[1]},{"values":[1]}]}""", "3 vectors for 2 texts")]
    [InlineData("""{"vectors":[{"index":0,"values":[1]},{"index":0,"values":[1]}]}""", "comes twice")]
    [InlineData("""{"vectors":[{"index":0,"values":[1]},{"index":2,"values":[1]}]}""", "out of range")]
    [InlineData("""{"vectors":[{"values":[1]},{}]}""", "a vector is missing")]
    public async Task Generate_VectorsThatDoNotFit_AreAResponseException(string body, string problem)
    {
        var recorder = new Recorder();
        using var generator = Over(new StubHandler().Answer(StubHandler.Json(body)), 10, 1);
        using var scope = WireCallScope.Enter(recorder);
        Assert.Contains(problem, (await Assert.ThrowsAsync<HyperscaleResponseException>(() => generator.GenerateAsync(["a", "b"]))).Message, StringComparison.Ordinal);
        Assert.Equal(WireCallOutcome.Incomplete, recorder.Only.Outcome);
    }

    [Fact]
    public async Task Generate_UsageMissingInOneCall_IsUnknownForAll()
    {
        var handler = new StubHandler().Answer(StubHandler.Json("""{"vectors":[{"values":[1]}],"in":4}""")).Answer(StubHandler.Json("""{"vectors":[{"values":[1]}]}"""));
        using var generator = Over(handler, 1, 1);
        Assert.Null((await generator.GenerateAsync(["a", "b"])).Usage!.InputTokenCount);
    }

    [Fact]
    public async Task Generate_OneBatchFails_StopsTheRestWithItsFailure()
    {
        var handler = new StubHandler().Answer(StubHandler.Json("{}", HttpStatusCode.BadRequest));
        using var generator = Over(handler, 1, 1);
        await Assert.ThrowsAsync<HyperscaleRequestException>(() => generator.GenerateAsync(["a", "b", "c"]));
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task Generate_OneOfManyAtOnceFails_TheOthersAreCancelled()
    {
        var recorder = new Recorder();
        var handler = new StubHandler().Hang().Answer(StubHandler.Json("""{"failed":"401"}"""));
        using var generator = Over(handler, 1, 2);
        using var scope = WireCallScope.Enter(recorder);
        await Assert.ThrowsAsync<HyperscaleAuthenticationException>(() => generator.GenerateAsync(["a", "b", "c", "d"]));
        Assert.Equal(2, handler.Requests.Count);
        Assert.Equal([WireCallOutcome.Failed, WireCallOutcome.Cancelled], recorder.Ended.Select(end => end.Result.Outcome));
    }

    [Fact]
    public async Task Generate_CallerCancels_CarriesTheCallersToken()
    {
        using var source = new CancellationTokenSource();
        var handler = new StubHandler().Hang().Hang();
        using var generator = Over(handler, 1, 2);
        var call = generator.GenerateAsync(["a", "b", "c"], cancellationToken: source.Token);
        await source.CancelAsync();
        Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call)).CancellationToken);
    }

    [Fact]
    public async Task Generate_Dimensions_OptionThenDefault()
    {
        var handler = new StubHandler { Otherwise = Echo };
        using var generator = new StandInEmbeddingGenerator(StandIn.Transport(handler), 10, 1, dimensions: 512);
        await generator.GenerateAsync(["a"]);
        Assert.Equal(512, generator.LastCall!.Dimensions);
        await generator.GenerateAsync(["a"], new EmbeddingGenerationOptions { Dimensions = 256, ModelId = "embed-2", AdditionalProperties = new() { ["k"] = 1 } });
        Assert.Equal((256, "embed-2", true), (generator.LastCall.Dimensions, generator.LastCall.Model, generator.LastCall.TryGetExtra("k", out _)));
        await generator.GenerateAsync(["a"], new EmbeddingGenerationOptions { ModelId = "embed-2" });
        Assert.Null(generator.LastCall.Dimensions);
    }

    [Fact]
    public void Construct_DimensionsBelowOne_AreRefused()
        => Assert.Throws<ArgumentOutOfRangeException>(() => new StandInEmbeddingGenerator(StandIn.Transport(new StubHandler()), 1, 1, dimensions: 0));

    [Fact]
    public void GetService_FollowsTheContract()
    {
        using var generator = Over(new StubHandler(), 1, 1);
        Assert.Throws<ArgumentNullException>(() => generator.GetService(null!));
        Assert.Null(generator.GetService(typeof(EmbeddingGeneratorMetadata), "key"));
        var metadata = Assert.IsType<EmbeddingGeneratorMetadata>(generator.GetService(typeof(EmbeddingGeneratorMetadata)));
        Assert.Same(metadata, generator.GetService(typeof(EmbeddingGeneratorMetadata)));
        Assert.Equal(("stand_in", "embed-1"), (metadata.ProviderName, metadata.DefaultModelId));
        Assert.Same(generator, generator.GetService(typeof(IEmbeddingGenerator<string, Embedding<float>>)));
        Assert.IsAssignableFrom<IWireCallSource>(generator.GetService(typeof(IWireCallSource)));
    }

    private static StandInEmbeddingGenerator Over(StubHandler handler, int perCall, int parallel) => new(StandIn.Transport(handler), perCall, parallel);

    private static HttpResponseMessage Echo(SentRequest sent)
    {
        var lengths = JsonElement.Parse(sent.Body).GetProperty("texts").EnumerateArray().Select(text => text.GetString()!.Length).ToArray();
        return StubHandler.Json($$"""{"vectors":[{{string.Join(',', lengths.Select(length => $$"""{"values":[{{length}}]}"""))}}],"in":{{lengths.Sum()}}}""");
    }
}
