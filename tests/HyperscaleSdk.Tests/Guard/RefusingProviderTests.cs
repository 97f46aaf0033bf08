using HyperscaleSdk.Runtime;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Tests.Guard;

/// <summary>A provider that refuses personal data gets none: with a guard whatever it is told, and without one.</summary>
public sealed class RefusingProviderTests
{
    private const string Phone = "연락처는 010-2345-6789 입니다";

    private static readonly ProviderDescriptor Refusing = StandIn.Provider("refusing") is var plain ? new ProviderDescriptor
    {
        Id = plain.Id,
        EnglishName = "Refusing service",
        KoreanName = "거부하는 서비스",
        TelemetryName = plain.TelemetryName,
        DefaultBaseAddress = plain.DefaultBaseAddress,
        KeyVariable = plain.KeyVariable,
        Hosts = plain.Hosts,
        AllowsInsecureHttp = true,
        Data = plain.Data with { RefusesPersonalData = true },
        Models = [],
    } : plain;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(PersonalDataAction.Block)]
    [InlineData(PersonalDataAction.Mask)]
    [InlineData(PersonalDataAction.Placeholder)]
    [InlineData(PersonalDataAction.Allow)]
    public async Task Guard_WhateverItsAction_BlocksAndSaysWhomAndWhatToDo(PersonalDataAction action)
    {
        var inner = new ScriptedChatClient();
        var options = new PersonalDataGuardOptions { Actions = { [PersonalDataKind.Phone] = action }, MinimumConfidences = { [PersonalDataKind.Phone] = PersonalDataConfidence.Strong } };
        using var client = new Described(inner, Refusing).UsePersonalDataGuard(options);

        var refused = await Assert.ThrowsAsync<PersonalDataBlockedException>(() => client.GetResponseAsync(Phone, cancellationToken: Cancellation));
        var streamed = await Assert.ThrowsAsync<PersonalDataBlockedException>(() => client.GetStreamingResponseAsync(Phone, cancellationToken: Cancellation).ToChatResponseAsync(Cancellation));

        Assert.Equal(refused.Message, streamed.Message);
        Assert.Equal(("refusing", "personal_data_blocked", PersonalDataKind.Phone), (refused.Provider, refused.ErrorCode, Assert.Single(refused.Findings).Kind));
        Assert.Contains("no personal data may go to Refusing service (refusing) (nothing is encrypted on the way to it)", refused.Message, StringComparison.Ordinal);
        Assert.Contains("거부하는 서비스(refusing)에는 개인정보를 보낼 수 없습니다", refused.Message, StringComparison.Ordinal);
        Assert.Contains("PersonalDataRedactor.Redact", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("2345", refused.Message, StringComparison.Ordinal);
        Assert.Empty(inner.Requests);
    }

    [Fact]
    public async Task Guard_WithoutPersonalDataOrAroundAnotherProvider_LetsTheCallThrough()
    {
        var inner = new ScriptedChatClient();
        var options = new PersonalDataGuardOptions { Actions = { [PersonalDataKind.Phone] = PersonalDataAction.Allow } };
        using var refusing = new Described(inner, Refusing).UsePersonalDataGuard(options);
        using var other = new Described(inner, StandIn.Provider()).UsePersonalDataGuard(options);

        await refusing.GetResponseAsync("경복궁은 언제 세워졌나요?", cancellationToken: Cancellation);
        await other.GetResponseAsync(Phone, cancellationToken: Cancellation);

        Assert.Equal(2, inner.Requests.Count);
    }

    [Fact]
    public async Task Guard_UnreadableContent_IsNotSentThoughTheOptionsAllowIt()
    {
        var inner = new ScriptedChatClient();
        using var client = new Described(inner, Refusing).UsePersonalDataGuard(new PersonalDataGuardOptions { AllowUnreadable = true });

        var failure = await Assert.ThrowsAsync<HyperscaleRequestException>(
            () => client.GetResponseAsync([new(ChatRole.User, [new UnknownContent()])], cancellationToken: Cancellation));

        Assert.Equal("personal_data_unreadable", failure.ErrorCode);
    }

    [Fact]
    public async Task Generator_UnderTheGuard_BlocksAsWell()
    {
        using var generator = new SilentGenerator(Refusing).UsePersonalDataGuard();

        var refused = await Assert.ThrowsAsync<PersonalDataBlockedException>(() => generator.GenerateAsync(["안녕", Phone], cancellationToken: Cancellation));

        Assert.Contains("in input 1", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Refusing service (refusing)", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Etri_TaskWithPersonalData_SendsNothingWithoutAnyGuard()
    {
        var handler = new StubHandler();
        using var client = new EtriClient(new EtriOptions { ApiKey = "test-key" }, new HttpClient(handler));

        var refused = await Assert.ThrowsAsync<PersonalDataBlockedException>(
            () => client.ReadPassageAsync(new Etri.ReadingRequest { Argument = new() { Passage = Phone, Question = "번호가 뭐지?" } }, Cancellation));

        Assert.Equal("etri", refused.Provider);
        Assert.Contains("ETRI AI Open API (etri)", refused.Message, StringComparison.Ordinal);
        Assert.Contains("in body", refused.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task Etri_RedactedText_IsSent()
    {
        var handler = new StubHandler().Answer(StubHandler.Json("""{"request_id":"r","result":0,"return_object":{"MRCInfo":{"answer":"-"}}}"""));
        using var client = new EtriClient(new EtriOptions { ApiKey = "test-key" }, new HttpClient(handler));

        await client.ReadPassageAsync(new Etri.ReadingRequest { Argument = new() { Passage = PersonalDataRedactor.Redact(Phone), Question = "번호가 뭐지?" } }, Cancellation);

        Assert.DoesNotContain("2345", Assert.Single(handler.Requests).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/people?phone=010-2345-6789", "{}", "address")]
    [InlineData("/people/010-2345-6789", "{}", "address")]
    [InlineData("/people", """{"note":{"to":["010-2345-6789"]}}""", "body")]
    [InlineData("/people", """{"juminNo":9001011234567}""", "body")]
    public async Task Transport_OfARefusingProvider_ReadsAddressAndBody(string path, string body, string part)
    {
        var handler = new StubHandler();
        using var transport = new HyperscaleTransport(Refusing, StandIn.Protocol, StandIn.Options(), new HttpClient(handler));

        var refused = await Assert.ThrowsAsync<PersonalDataBlockedException>(() => transport.SendAsync(StandIn.Request(path, body), Cancellation));

        Assert.All(refused.Findings, finding => Assert.Equal(part, finding.Part));
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task Fallback_WithPersonalData_PassesARefusingProviderBy()
    {
        var refusing = new ScriptedChatClient();
        var other = new ScriptedChatClient();
        using var client = new FallbackChatClient([new FallbackTarget(new Described(refusing, Refusing)), new FallbackTarget(new Described(other, StandIn.Provider()))], new FallbackOptions());

        var answer = await client.GetResponseAsync(Phone, cancellationToken: Cancellation);
        using var guarded = client.UsePersonalDataGuard();
        await guarded.GetResponseAsync(Phone, cancellationToken: Cancellation);
        await client.GetResponseAsync("안녕하세요", cancellationToken: Cancellation);

        Assert.Equal("stand-in", answer.AdditionalProperties![FallbackChatClient.ProviderPropertyName]);
        Assert.Equal((1, 2), (refusing.Requests.Count, other.Requests.Count));
    }

    private sealed class SilentGenerator(ProviderDescriptor provider) : IEmbeddingGenerator<string, Embedding<float>>
    {
        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
            => throw new InvalidOperationException("It was asked.");

        public object? GetService(Type serviceType, object? serviceKey = null) => serviceType == typeof(ProviderDescriptor) ? provider : null;

        public void Dispose()
        {
        }
    }

    private sealed class UnknownContent : AIContent;

    private sealed class Described(IChatClient inner, ProviderDescriptor provider) : DelegatingChatClient(inner)
    {
        public override object? GetService(Type serviceType, object? serviceKey = null) => serviceType == typeof(ProviderDescriptor) ? provider : base.GetService(serviceType, serviceKey);
    }
}
