using System.Net;
using HyperscaleSdk.Runtime;

namespace HyperscaleSdk.Tests.Transport;

public sealed class TransportRetryTests
{
    private const string Good = """{"name":"a"}""";

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Send_TransientStatus_IsRepeatedWithTheSameBody(int status)
    {
        var handler = new StubHandler().Answer(StubHandler.Json("{}", (HttpStatusCode)status)).Answer(StubHandler.Json(Good));
        using var transport = StandIn.Transport(handler);
        Assert.Equal("a", (await transport.SendAsync<Thing>(StandIn.Request(body: """{"name":"b"}"""), default)).Name);
        Assert.Equal(2, handler.Requests.Count);
        Assert.Equal(handler.Requests[0].Body, handler.Requests[1].Body);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(422)]
    [InlineData(501)]
    public async Task Send_LastingStatus_IsSentOnce(int status)
    {
        var handler = new StubHandler().Answer(StubHandler.Json("{}", (HttpStatusCode)status));
        using var transport = StandIn.Transport(handler);
        await Assert.ThrowsAnyAsync<HyperscaleException>(() => transport.SendAsync<Thing>(StandIn.Request(), default));
        Assert.Single(handler.Requests);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(3, 4)]
    public async Task Send_AlwaysFailing_IsSentOncePlusRetries(int retries, int sent)
    {
        var handler = new StubHandler { Otherwise = static _ => StubHandler.Json("{}", HttpStatusCode.ServiceUnavailable) };
        using var transport = StandIn.Transport(handler, StandIn.Options(retries));
        await Assert.ThrowsAsync<HyperscaleServerException>(() => transport.SendAsync<Thing>(StandIn.Request(), default));
        Assert.Equal(sent, handler.Requests.Count);
    }

    [Fact]
    public async Task Send_TransientCodeOfTheProvider_IsRepeated()
    {
        var handler = new StubHandler().Answer(StubHandler.Json("""{"error":{"code":"busy"}}""", HttpStatusCode.FailedDependency)).Answer(StubHandler.Json(Good));
        using var transport = StandIn.Transport(handler);
        await transport.SendAsync<Thing>(StandIn.Request(), default);
        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public async Task Send_PermanentCodeOfTheProvider_IsSentOnce()
    {
        var handler = new StubHandler().Answer(StubHandler.Json("""{"error":{"code":"quota_gone"}}""", HttpStatusCode.TooManyRequests));
        using var transport = StandIn.Transport(handler);
        var failure = await Assert.ThrowsAsync<HyperscaleRateLimitException>(() => transport.SendAsync<Thing>(StandIn.Request(), default));
        Assert.False(failure.IsTransient);
        Assert.Single(handler.Requests);
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.SecureConnectionError)]
    public async Task Send_NothingWasSent_IsRepeated(HttpRequestError error)
    {
        var handler = new StubHandler().Throw(new HttpRequestException(error)).Answer(StubHandler.Json(Good));
        using var transport = StandIn.Transport(handler);
        await transport.SendAsync<Thing>(StandIn.Request(), default);
        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public async Task Send_ConnectionBrokeAfterSending_IsNotRepeatedAndIncomplete()
    {
        var recorder = new Recorder();
        var handler = new StubHandler().Throw(new HttpRequestException(HttpRequestError.ResponseEnded));
        using var transport = StandIn.Transport(handler);
        using (WireCallScope.Enter(recorder))
        {
            var failure = await Assert.ThrowsAsync<HyperscaleConnectionException>(() => transport.SendAsync<Thing>(StandIn.Request(), default));
            Assert.True(failure.IsTransient);
        }

        Assert.Single(handler.Requests);
        Assert.Equal(WireCallOutcome.Incomplete, recorder.Only.Outcome);
    }

    [Fact]
    public async Task Send_ConnectionRefused_IsFailedAndTyped()
    {
        var recorder = new Recorder();
        var options = StandIn.Options(maxRetries: 1);
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        options.BaseAddress = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        listener.Stop();
        using var transport = new HyperscaleTransport(StandIn.Provider(), StandIn.Protocol, options);
        using (WireCallScope.Enter(recorder))
        {
            var failure = await Assert.ThrowsAsync<HyperscaleConnectionException>(() => transport.SendAsync<Thing>(StandIn.Request(), default));
            Assert.Contains("cannot be reached", failure.Message, StringComparison.Ordinal);
            Assert.Null(failure.StatusCode);
        }

        Assert.Equal(["start 1", "end 1 Failed", "start 2", "end 2 Failed"], recorder.Log);
    }

    [Fact]
    public async Task Send_RetryAfter_IsWaitedFor()
    {
        var time = new FakeTime();
        var options = StandIn.Options();
        options.TimeProvider = time;
        var handler = new StubHandler().Answer(StubHandler.Json("{}", HttpStatusCode.TooManyRequests, ("Retry-After", "20"))).Answer(StubHandler.Json(Good));
        using var transport = StandIn.Transport(handler, options);
        var call = transport.SendAsync<Thing>(StandIn.Request(), default);
        await Wait.Until(() => time.Waiting == 2);
        time.Advance(TimeSpan.FromSeconds(19));
        Assert.Single(handler.Requests);
        time.Advance(TimeSpan.FromSeconds(1));
        await call;
        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public async Task Send_RetryAfterLongerThanTheCallMayLast_GivesUpAtOnce()
    {
        var handler = new StubHandler().Answer(StubHandler.Json("{}", HttpStatusCode.TooManyRequests, ("Retry-After", "101")));
        using var transport = StandIn.Transport(handler);
        var failure = await Assert.ThrowsAsync<HyperscaleRateLimitException>(() => transport.SendAsync<Thing>(StandIn.Request(), default));
        Assert.Equal(TimeSpan.FromSeconds(101), failure.RetryAfter);
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task Send_PreparedContent_IsNotRepeatedOnceSent()
    {
        var handler = new StubHandler().Answer(StubHandler.Json("{}", HttpStatusCode.ServiceUnavailable));
        using var transport = StandIn.Transport(handler);
        using var content = new StringContent("file");
        await Assert.ThrowsAsync<HyperscaleServerException>(() => transport.SendAsync<Thing>(new ApiRequest(HttpMethod.Post, "/f") { Operation = "f", Content = content }, default));
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task Send_MalformedBody_IsNotRepeated()
    {
        var handler = new StubHandler().Answer(StubHandler.Json("{"));
        using var transport = StandIn.Transport(handler);
        await Assert.ThrowsAsync<HyperscaleResponseException>(() => transport.SendAsync<Thing>(StandIn.Request(), default));
        Assert.Single(handler.Requests);
    }
}
