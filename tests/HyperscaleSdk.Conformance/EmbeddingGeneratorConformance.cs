using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Conformance;

/// <summary>The unified contract of an embedding generator, as facts over the emulator.</summary>
/// <param name="traits">What the generator is expected to be.</param>
public sealed class EmbeddingGeneratorConformance(EmbeddingGeneratorTraits traits)
{
    /// <summary>No fact may take longer, in milliseconds.</summary>
    public const int Limit = 60_000;

    /// <summary>All facts, in the order of the table.</summary>
    public static IReadOnlyList<ConformanceFact<EmbeddingGeneratorConformance>> Facts { get; } =
    [
        new("GetService_Metadata_IsConstantAndTrue", ConformanceNeed.None, facts =>
        {
            facts.GetService_Metadata_IsConstantAndTrue();
            return Task.CompletedTask;
        }),
        new("GetService_OtherTypes_AreSelfOrNothing", ConformanceNeed.None, facts =>
        {
            facts.GetService_OtherTypes_AreSelfOrNothing();
            return Task.CompletedTask;
        }),
        new("Values_NullOrWithNull_AreTheCallersMistake", ConformanceNeed.None, facts => facts.Values_NullOrWithNull_AreTheCallersMistake()),
        new("Dispose_Twice_IsHarmlessAndLeavesTheHttpClient", ConformanceNeed.None, facts => facts.Dispose_Twice_IsHarmlessAndLeavesTheHttpClient()),
        new("Values_Empty_NeedNoCall", ConformanceNeed.None, facts => facts.Values_Empty_NeedNoCall()),
        new("Values_Several_KeepOrderAndCountAndSumUsage", ConformanceNeed.None, facts => facts.Values_Several_KeepOrderAndCountAndSumUsage()) { EmulatorOnly = EmulatorOnly.Load },
        new("Vectors_OfSimilarTexts_AreNearer", ConformanceNeed.None, facts => facts.Vectors_OfSimilarTexts_AreNearer()) { EmulatorOnly = EmulatorOnly.Distance },
        new("ModelId_OverridesTheDefaultOfOneCall", ConformanceNeed.OtherModels, facts => facts.ModelId_OverridesTheDefaultOfOneCall()) { EmulatorOnly = EmulatorOnly.OtherModel },
        new("ModelId_Unknown_IsATypedRefusal", ConformanceNeed.UnknownModels, facts => facts.ModelId_Unknown_IsATypedRefusal()),
        new("Dimensions_OfTheModel_AreTakenAndOthersRefusedBeforeSending", ConformanceNeed.Dimensions, facts => facts.Dimensions_OfTheModel_AreTakenAndOthersRefusedBeforeSending()),
        new("RawRepresentationFactory_ServesAllWireCallsAndIsNotChanged", ConformanceNeed.None, facts => facts.RawRepresentationFactory_ServesAllWireCallsAndIsNotChanged()) { EmulatorOnly = EmulatorOnly.Load },
        new("Cancelled_BeforeAndDuringTheCall_CarriesTheCallersToken", ConformanceNeed.None, facts => facts.Cancelled_BeforeAndDuringTheCall_CarriesTheCallersToken()) { EmulatorOnly = EmulatorOnly.Fault },
        new("Generator_FiftyCallsAtOnce_EachGetsItsOwnVectors", ConformanceNeed.None, facts => facts.Generator_FiftyCallsAtOnce_EachGetsItsOwnVectors()) { EmulatorOnly = EmulatorOnly.Load },
    ];

    private EmbeddingGeneratorTraits Traits { get; } = traits;

    private void GetService_Metadata_IsConstantAndTrue()
    {
        using var http = new HttpClient(new WireLog());
        using var generator = Traits.CreateGenerator(http, null);
        var metadata = Assert.IsType<EmbeddingGeneratorMetadata>(generator.GetService(typeof(EmbeddingGeneratorMetadata)));
        Assert.Same(metadata, generator.GetService(typeof(EmbeddingGeneratorMetadata)));
        Assert.Equal(Traits.ProviderName, metadata.ProviderName);
        Assert.Equal(Traits.BaseAddress, metadata.ProviderUri);
        Assert.Equal(Traits.Model, metadata.DefaultModelId);
        Assert.Equal(Traits.Dimensions == 0 ? null : Traits.Dimensions, metadata.DefaultModelDimensions);
    }

    private void GetService_OtherTypes_AreSelfOrNothing()
    {
        using var http = new HttpClient(new WireLog());
        using var generator = Traits.CreateGenerator(http, null);
        Assert.Same(generator, generator.GetService(typeof(IEmbeddingGenerator<string, Embedding<float>>)));
        Assert.Same(generator, generator.GetService(generator.GetType()));
        Assert.Null(generator.GetService(typeof(EmbeddingGeneratorMetadata), "key"));
        Assert.Null(generator.GetService(typeof(string)));
        Assert.Throws<ArgumentNullException>(() => generator.GetService(null!));
    }

    private async Task Values_NullOrWithNull_AreTheCallersMistake()
    {
        using var http = new HttpClient(new WireLog());
        using var generator = Traits.CreateGenerator(http, null);
        Assert.Throws<ArgumentNullException>("values", () => { _ = generator.GenerateAsync((IEnumerable<string>)null!); });
        await Assert.ThrowsAsync<ArgumentException>(() => generator.GenerateAsync(["a", null!]));
    }

    private async Task Dispose_Twice_IsHarmlessAndLeavesTheHttpClient()
    {
        using var http = new HttpClient(new WireLog());
        var generator = Traits.CreateGenerator(http, null);
        generator.Dispose();
        generator.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => generator.GenerateAsync(["a"]));
        using var second = Traits.CreateGenerator(http, null);
        Assert.Single(await second.GenerateAsync(["a"]));
    }

    private async Task Values_Empty_NeedNoCall()
    {
        var wire = new WireLog();
        using var http = new HttpClient(wire);
        using var generator = Traits.CreateGenerator(http, null);
        var result = await generator.GenerateAsync([]);
        Assert.Empty(result);
        Assert.NotNull(result.Usage);
        Assert.Equal(0, wire.Count);
    }

    private async Task Values_Several_KeepOrderAndCountAndSumUsage()
    {
        var wire = new WireLog();
        using var http = new HttpClient(wire);
        using var generator = Traits.CreateGenerator(http, null);
        var texts = Enumerable.Range(0, (Traits.TextsPerCall * 2) + 3).Select(number => $"{number}번째 문장입니다").ToList();
        var all = await generator.GenerateAsync(texts);
        Assert.Equal(texts.Count, all.Count);
        Assert.Equal((texts.Count + Traits.TextsPerCall - 1) / Traits.TextsPerCall, wire.Count);

        long tokens = 0;
        for (var i = 0; i < texts.Count; i += Math.Max(1, texts.Count / 7))
        {
            var one = Assert.Single(await generator.GenerateAsync([texts[i]]));
            Assert.Equal(one.Vector.ToArray(), all[i].Vector.ToArray());
        }

        foreach (var text in texts)
        {
            tokens += (await generator.GenerateAsync([text])).Usage!.InputTokenCount!.Value;
        }

        Assert.Equal(tokens, all.Usage?.InputTokenCount);
        Assert.Equal(tokens, all.Usage?.TotalTokenCount);
        Assert.All(all, embedding =>
        {
            AssertLength(Traits.Dimensions, embedding);
            Assert.Equal(Traits.Model, embedding.ModelId);
            Assert.NotNull(embedding.CreatedAt);
        });
    }

    private async Task Vectors_OfSimilarTexts_AreNearer()
    {
        using var http = new HttpClient(new WireLog());
        using var generator = Traits.CreateGenerator(http, null);
        var vectors = await generator.GenerateAsync(["배송이 늦어지고 있습니다", "배송이 너무 늦어지고 있네요", "오늘 점심은 김치찌개가 좋겠다"]);
        Assert.True(Similarity(0, 1) > Similarity(0, 2) + 0.1);

        double Similarity(int one, int other) => Cosine(vectors[one].Vector.Span, vectors[other].Vector.Span);
    }

    private async Task ModelId_OverridesTheDefaultOfOneCall()
    {
        using var http = new HttpClient(new WireLog());
        using var generator = Traits.CreateGenerator(http, null);
        if (Traits.Lacks.ContainsKey(ConformanceNeed.OtherModels))
        {
            await Assert.ThrowsAsync<HyperscaleRequestException>(() => generator.GenerateAsync(["가나다"], new EmbeddingGenerationOptions { ModelId = Traits.OtherModel }));
            return;
        }

        var other = Assert.Single(await generator.GenerateAsync(["가나다"], new EmbeddingGenerationOptions { ModelId = Traits.OtherModel }));
        Assert.Equal(Traits.OtherModel, other.ModelId);
        AssertLength(Traits.OtherDimensions, other);
        AssertLength(Traits.Dimensions, Assert.Single(await generator.GenerateAsync(["가나다"])));
    }

    private async Task ModelId_Unknown_IsATypedRefusal()
    {
        using var http = new HttpClient(new WireLog());
        using var generator = Traits.CreateGenerator(http, null);
        var options = new EmbeddingGenerationOptions { ModelId = "no-such-model" };
        if (Traits.Lacks.ContainsKey(ConformanceNeed.UnknownModels))
        {
            Assert.Single(await generator.GenerateAsync(["a"], options));
            return;
        }

        var failure = await Assert.ThrowsAsync<HyperscaleRequestException>(() => generator.GenerateAsync(["a"], options));
        Assert.Equal(Traits.UnknownModelCode ?? failure.ErrorCode, failure.ErrorCode);
        Assert.Equal(Traits.ProviderId, failure.Provider);
        Assert.False(failure.IsTransient);
    }

    private async Task Dimensions_OfTheModel_AreTakenAndOthersRefusedBeforeSending()
    {
        var wire = new WireLog();
        using var http = new HttpClient(wire);
        using var generator = Traits.CreateGenerator(http, null);
        if (Traits.Lacks.TryGetValue(ConformanceNeed.Dimensions, out _))
        {
            Assert.NotEmpty(Assert.Single(await generator.GenerateAsync(["a"])).Vector.ToArray());
            return;
        }

        var failure = await Assert.ThrowsAsync<HyperscaleRequestException>(() => generator.GenerateAsync(["a"], new EmbeddingGenerationOptions { Dimensions = 7 }));
        Assert.Equal("unsupported", failure.ErrorCode);
        Assert.Equal(0, wire.Count);
        Assert.Equal(Traits.Dimensions, Assert.Single(await generator.GenerateAsync(["a"], new EmbeddingGenerationOptions { Dimensions = Traits.Dimensions })).Vector.Length);
    }

    private async Task RawRepresentationFactory_ServesAllWireCallsAndIsNotChanged()
    {
        var wire = new WireLog();
        using var http = new HttpClient(wire);
        using var generator = Traits.CreateGenerator(http, null);
        var asked = 0;
        var texts = Enumerable.Range(0, (Traits.TextsPerCall * 3) + 1).Select(number => $"문장 {number}").ToList();
        var result = await generator.GenerateAsync(texts, new EmbeddingGenerationOptions
        {
            RawRepresentationFactory = given =>
            {
                asked++;
                Assert.Same(generator, given);
                return Traits.CreateRawRequest();
            },
        });
        Assert.Equal(1, asked);
        Assert.Equal(texts.Count, result.Count);
        Assert.True(wire.Count > 1);
        Assert.All(wire.Bodies(), body => Assert.Contains("\"mark\"", body, StringComparison.Ordinal));
        Assert.Equal(wire.Count, wire.Bodies().Distinct(StringComparer.Ordinal).Count());
    }

    private async Task Cancelled_BeforeAndDuringTheCall_CarriesTheCallersToken()
    {
        var wire = new WireLog { Fault = "stall" };
        using var http = new HttpClient(wire);
        using var generator = Traits.CreateGenerator(http, null);
        var cancelled = new CancellationToken(canceled: true);
        Assert.Equal(cancelled, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => generator.GenerateAsync(["a", "b"], cancellationToken: cancelled))).CancellationToken);
        Assert.Equal(0, wire.Count);

        using var source = new CancellationTokenSource();
        var generating = generator.GenerateAsync(["a", "b", "c"], cancellationToken: source.Token);
        await wire.FirstSent;
        await source.CancelAsync();
        Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => generating)).CancellationToken);
    }

    private async Task Generator_FiftyCallsAtOnce_EachGetsItsOwnVectors()
    {
        using var http = new HttpClient(new WireLog());
        using var generator = Traits.CreateGenerator(http, null);
        var vectors = await Task.WhenAll(Enumerable.Range(0, 50).Select(async number => (await generator.GenerateAsync([$"{number % 5}번 상자", "공통"])).Select(embedding => embedding.Vector.ToArray()).ToList()));
        for (var i = 5; i < vectors.Length; i++)
        {
            Assert.Equal(vectors[i % 5][0], vectors[i][0]);
            Assert.Equal(vectors[0][1], vectors[i][1]);
        }

        Assert.NotEqual(vectors[0][0], vectors[1][0]);
    }

    private static void AssertLength(int dimensions, Embedding<float> embedding)
    {
        Assert.NotEmpty(embedding.Vector.ToArray());
        Assert.Equal(dimensions == 0 ? embedding.Vector.Length : dimensions, embedding.Vector.Length);
    }

    private static double Cosine(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
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
