using System.Net;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Tests.Embeddings;

public sealed class BulkEmbeddingTests
{
    [Theory]
    [InlineData(1, 4)]
    [InlineData(7, 3)]
    [InlineData(100, 1)]
    public async Task Bulk_ManyTexts_KeepOrderAndUseTheProvidersBatches(int perCall, int parallel)
    {
        var handler = new StubHandler { Otherwise = static sent => Answer(sent) };
        using var generator = Over(handler, perCall, parallel);
        var index = 0L;
        await foreach (var result in generator.GenerateBulkAsync(Texts(250)))
        {
            Assert.Equal((index, 1f + (index % 50), null), (result.Index, result.Embedding!.Vector.Span[0], result.Error));
            index++;
        }

        Assert.Equal(250, index);
        Assert.Equal((250 + perCall - 1) / perCall, handler.Requests.Count);
    }

    [Fact]
    public async Task Bulk_AHundredThousandTexts_AreReadOnlyAsFastAsTheyAreEmbedded()
    {
        var read = 0;
        async IAsyncEnumerable<string> Source()
        {
            for (var i = 0; i < 100_000; i++)
            {
                read++;
                if (i % 1000 == 0)
                {
                    await Task.Yield();
                }

                yield return "가";
            }
        }

        var handed = 0;
        var ahead = 0;
        using var generator = new InstantGenerator();
        await foreach (var result in generator.GenerateBulkAsync(Source(), new BulkEmbeddingOptions { BatchSize = 100, Parallelism = 4 }))
        {
            ahead = Math.Max(ahead, read - handed);
            handed++;
        }

        Assert.Equal(100_000, handed);
        Assert.True(ahead <= 900, $"{ahead} texts were read ahead.");
    }

    [Fact]
    public async Task Bulk_OneTextIsRefused_OnlyItFails()
    {
        var handler = new StubHandler { Otherwise = static sent => Lengths(sent).Contains(13) ? StubHandler.Json("{}", HttpStatusCode.BadRequest) : Answer(sent) };
        using var generator = Over(handler, 20, 2);
        var results = await generator.GenerateBulkAsync(Texts(50)).ToListAsync();
        var failed = Assert.Single(results, result => result.Error is not null);
        Assert.Equal((12L, true), (failed.Index, failed.Error is HyperscaleRequestException));
        Assert.Equal(Enumerable.Range(0, 50).Select(i => (long)i), results.Select(result => result.Index));
        Assert.Equal(49, results.Count(result => result.Embedding is not null));
    }

    [Theory]
    [InlineData(503)]
    [InlineData(200)]
    public async Task Bulk_OneBatchFails_ItsTextsFailAndTheRestGoesOn(int status)
    {
        var handler = new StubHandler { Otherwise = sent => Lengths(sent).Contains(13) ? StubHandler.Json("""{"vectors":[]}""", (HttpStatusCode)status) : Answer(sent) };
        using var generator = Over(handler, 10, 2);
        var results = await generator.GenerateBulkAsync(Texts(50)).ToListAsync();
        Assert.Equal(Enumerable.Range(10, 10).Select(i => (long)i), results.Where(result => result.Error is not null).Select(result => result.Index));
    }

    [Fact]
    public async Task Bulk_KeyIsRefused_ThrowsAfterWhatWasDone()
    {
        var handler = new StubHandler { Otherwise = static sent => Lengths(sent).Contains(13) ? StubHandler.Json("{}", HttpStatusCode.Unauthorized) : Answer(sent) };
        using var generator = Over(handler, 10, 1);
        var done = 0;
        await Assert.ThrowsAsync<HyperscaleAuthenticationException>(async () =>
        {
            await foreach (var result in generator.GenerateBulkAsync(Texts(50)))
            {
                done++;
            }
        });
        Assert.Equal(10, done);
    }

    [Fact]
    public async Task Bulk_ProviderIsDown_StopsAfterSomeFailuresInARow()
    {
        var handler = new StubHandler { Otherwise = static _ => StubHandler.Json("{}", HttpStatusCode.ServiceUnavailable) };
        using var generator = Over(handler, 10, 2);
        var failed = 0;
        await Assert.ThrowsAsync<HyperscaleServerException>(async () =>
        {
            await foreach (var result in generator.GenerateBulkAsync(Texts(10_000), new BulkEmbeddingOptions { MaxConsecutiveFailures = 25 }))
            {
                failed++;
            }
        });
        Assert.Equal(25, failed);
        Assert.True(handler.Requests.Count <= 8, $"{handler.Requests.Count} calls");
    }

    [Fact]
    public async Task Bulk_ProviderAsksToWait_WaitsAndGoesOn()
    {
        var time = new FakeTime();
        var handler = new StubHandler { Otherwise = static sent => Answer(sent) };
        handler.Answer(StubHandler.Json("{}", HttpStatusCode.TooManyRequests, ("Retry-After", "120")));
        using var generator = Over(handler, 10, 1);
        var all = generator.GenerateBulkAsync(Texts(20), new BulkEmbeddingOptions { TimeProvider = time }).ToListAsync().AsTask();
        await Wait.Until(() => time.Waiting == 1);
        time.Advance(TimeSpan.FromSeconds(120));
        Assert.All(await all, static result => Assert.Null(result.Error));
        Assert.Equal(3, handler.Requests.Count);
    }

    [Fact]
    public async Task Bulk_AskedToWaitTooLong_FailsTheTexts()
    {
        var handler = new StubHandler { Otherwise = static sent => Answer(sent) };
        handler.Answer(StubHandler.Json("{}", HttpStatusCode.TooManyRequests, ("Retry-After", "3600")));
        using var generator = Over(handler, 10, 1);
        var results = await generator.GenerateBulkAsync(Texts(20)).ToListAsync();
        Assert.Equal((10, 10), (results.Count(result => result.Error is HyperscaleRateLimitException), results.Count(result => result.Error is null)));
    }

    [Fact]
    public async Task Bulk_ReaderStops_CancelsWhatIsUnderWay()
    {
        var handler = new StubHandler().Answer(Answer([1])).Hang().Hang();
        using var generator = Over(handler, 1, 2);
        await foreach (var result in generator.GenerateBulkAsync(Texts(10), new BulkEmbeddingOptions { Parallelism = 2 }))
        {
            Assert.Equal(0, result.Index);
            break;
        }

        Assert.True(handler.Requests.Count <= 3);
    }

    [Fact]
    public void Bulk_WrongOptions_AreRefusedAtTheCall()
    {
        using var generator = new InstantGenerator();
        Assert.Throws<ArgumentException>(() => { _ = generator.GenerateBulkAsync(Texts(1), new BulkEmbeddingOptions { BatchSize = 0 }); });
        Assert.Throws<ArgumentNullException>(() => { _ = generator.GenerateBulkAsync(null!); });
    }

    private static StandInEmbeddingGenerator Over(StubHandler handler, int perCall, int parallel) => new(StandIn.Transport(handler, StandIn.Options(maxRetries: 0)), perCall, parallel);

    private static IAsyncEnumerable<string> Texts(int count) => Enumerable.Range(0, count).Select(i => new string('가', 1 + (i % 50))).ToAsyncEnumerable();

    private static int[] Lengths(SentRequest sent) => [.. JsonElement.Parse(sent.Body).GetProperty("texts").EnumerateArray().Select(text => text.GetString()!.Length)];

    private static HttpResponseMessage Answer(SentRequest sent) => Answer(Lengths(sent));

    private static HttpResponseMessage Answer(int[] lengths)
        => StubHandler.Json($$"""{"vectors":[{{string.Join(',', lengths.Select(length => $$"""{"values":[{{length}}]}"""))}}],"in":{{lengths.Sum()}}}""");

    private sealed class InstantGenerator : IEmbeddingGenerator<string, Embedding<float>>
    {
        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
            => Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(static text => new Embedding<float>(new[] { (float)text.Length }))));

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
