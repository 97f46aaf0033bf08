using System.Net;
using System.Text.Json;
using HyperscaleSdk.Runtime;
using Microsoft.Extensions.Options;

namespace HyperscaleSdk.Tests.Transport;

public sealed class TransportRequestTests
{
    [Fact]
    public async Task Send_Request_HasAddressKeyTypeAndBody()
    {
        var handler = new StubHandler().Answer(StubHandler.Json("""{"name":"a"}"""));
        var options = StandIn.Options();
        options.Headers["x-team"] = "blue";
        using var transport = StandIn.Transport(handler, options);
        var request = new ApiRequest(HttpMethod.Post, "/things/" + ApiPath.Escape("a/b 가")) { Operation = "makeThing", Body = new Thing { Name = "한글 <b>" } };
        request.AddQuery("q", "a&b");
        request.AddQuery("none", null);
        request.AddQuery("n", ApiPath.Text(5L));
        request.AddHeader("x-one", "1");
        request.AddHeader("x-none", null);
        await transport.SendAsync<Thing>(request, default);

        var sent = Assert.Single(handler.Requests);
        Assert.Equal("POST", sent.Method);
        Assert.Equal("http://127.0.0.1:9/v1/things/a%2Fb%20%EA%B0%80?q=a%26b&n=5", sent.Url);
        Assert.Equal("Bearer " + StandIn.Key, sent.Headers["Authorization"]);
        Assert.Equal("application/json", sent.Headers["Content-Type"]);
        Assert.Equal("application/json", sent.Headers["Accept"]);
        Assert.Equal("blue", sent.Headers["x-team"]);
        Assert.Equal("1", sent.Headers["x-one"]);
        Assert.False(sent.Headers.ContainsKey("x-none"));
        Assert.Equal("""{"name":"한글 <b>"}""", sent.Body);
    }

    [Fact]
    public async Task Send_UserAgent_NamesTheAssemblysVersion()
    {
        var handler = new StubHandler().Answer(StubHandler.Json("""{"name":"a"}"""));
        using var transport = StandIn.Transport(handler);
        await transport.SendAsync<Thing>(StandIn.Request(), default);
        var version = typeof(HyperscaleTransport).Assembly.GetName().Version!;
        Assert.Equal($"HyperscaleSdk/{version.ToString(3)}", handler.Requests[0].Headers["User-Agent"]);
    }

    [Fact]
    public async Task Send_SharedClient_KeepsItsDefaultHeadersFreeOfTheKey()
    {
        using var http = new HttpClient(new StubHandler().Answer(StubHandler.Json("""{"name":"a"}""")));
        using var transport = new HyperscaleTransport(StandIn.Provider(), StandIn.Protocol, StandIn.Options(), http);
        await transport.SendAsync<Thing>(StandIn.Request(), default);
        Assert.Empty(http.DefaultRequestHeaders);
    }

    [Fact]
    public async Task Send_OtherKeyHeader_IsUsed()
    {
        var handler = new StubHandler().Answer(StubHandler.Json("""{"name":"a"}"""));
        using var transport = StandIn.Transport(handler, protocol: new ProviderProtocol { KeyHeader = "apikey", KeyPrefix = string.Empty });
        await transport.SendAsync<Thing>(StandIn.Request(), default);
        Assert.Equal(StandIn.Key, handler.Requests[0].Headers["apikey"]);
        Assert.False(handler.Requests[0].Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task Send_ProviderWithoutKey_SendsNone()
    {
        var handler = new StubHandler().Answer(StubHandler.Json("""{"name":"a"}"""));
        using var transport = StandIn.Transport(handler, new StandInOptions(), new ProviderProtocol { KeyHeader = null, KeyRequired = false });
        await transport.SendAsync<Thing>(StandIn.Request(), default);
        Assert.False(handler.Requests[0].Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public void Construct_NoKey_SaysWhereToPutIt()
    {
        var failure = Assert.Throws<HyperscaleAuthenticationException>(() => new HyperscaleTransport(StandIn.Provider(), StandIn.Protocol, new StandInOptions()));
        Assert.Contains("ApiKey", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Hyperscale:stand-in:ApiKey", failure.Message, StringComparison.Ordinal);
        Assert.Contains("HSAI_TEST_NO_SUCH_VARIABLE (or STAND_IN_API_KEY)", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://example.com/v1", "plain http")]
    [InlineData("ftp://127.0.0.1/", "absolute http or https")]
    [InlineData("https://user:pw@example.com/", "no user, query or fragment")]
    [InlineData("https://example.com/?a=1", "no user, query or fragment")]
    public void Construct_UnusableAddress_IsRefused(string address, string problem)
    {
        var options = StandIn.Options();
        options.BaseAddress = new Uri(address);
        var failure = Assert.Throws<OptionsValidationException>(() => new HyperscaleTransport(StandIn.Provider(), StandIn.Protocol, options));
        Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080/x", false)]
    [InlineData("http://localhost/", false)]
    [InlineData("http://[::1]:1/", false)]
    [InlineData("http://example.com/", true)]
    [InlineData("https://example.com/v1", false)]
    public void Construct_UsableAddress_IsTaken(string address, bool allowInsecure)
    {
        var options = StandIn.Options();
        options.BaseAddress = new Uri(address);
        options.AllowInsecureHttp = allowInsecure;
        using var transport = new HyperscaleTransport(StandIn.Provider(), StandIn.Protocol, options);
        Assert.Equal(address, transport.BaseAddress.AbsoluteUri);
    }

    [Fact]
    public void Construct_NoAddressAtAll_IsRefused()
        => Assert.Contains("set BaseAddress", Assert.Throws<OptionsValidationException>(() => new HyperscaleTransport(StandIn.Provider(address: null), StandIn.Protocol, StandIn.Options())).Message, StringComparison.Ordinal);

    [Fact]
    public void Validate_ManyProblems_AreAllInOneMessage()
    {
        var options = new StandInOptions { ApiKey = "a\nb", Timeout = TimeSpan.Zero, MaxRetries = 11, RetryDelay = TimeSpan.FromHours(1), MaxResponseBytes = 0 };
        options.Headers["Authorization"] = "x";
        options.Headers["bad name"] = "x";
        options.Headers["x-y"] = "a\r\nb";
        var failure = Assert.Throws<OptionsValidationException>(options.Validate);
        Assert.Equal(8, failure.Failures.Count());
        Assert.Contains("MaxRetries", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("a\nb", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_OptionsAndTransport_HideTheKey()
    {
        var options = StandIn.Options();
        using var transport = StandIn.Transport(new StubHandler(), options);
        Assert.DoesNotContain(StandIn.Key, options.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(StandIn.Key, transport.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("")]
    public void Escape_SegmentThatCouldClimb_IsRefused(string value) => Assert.Throws<ArgumentException>(() => ApiPath.Escape(value));

    [Fact]
    public void Escape_ClimbingText_StaysOneSegment()
        => Assert.Equal("/v1/..%2F..%2Fadmin", new Uri("http://h/v1/" + ApiPath.Escape("../../admin")).AbsolutePath);

    [Fact]
    public void AddHeader_LineBreak_IsRefused() => Assert.Throws<ArgumentException>(() => StandIn.Request().AddHeader("x", "a\r\nb: c"));

    [Fact]
    public void AddHeader_BeyondAscii_IsRefusedAndNotBlamedOnTheConnection()
        => Assert.Contains("ASCII", Assert.Throws<ArgumentException>(() => StandIn.Request().AddHeader("x", "값")).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Dispose_GivenClient_IsNotDisposedAndTwiceIsHarmless()
    {
        var handler = new StubHandler();
        var transport = StandIn.Transport(handler);
        transport.Dispose();
        transport.Dispose();
        Assert.False(handler.IsDisposed);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => transport.SendAsync<Thing>(StandIn.Request(), default));
    }

    [Fact]
    public async Task Send_NoBodyExpected_AcceptsNoContent()
    {
        var handler = new StubHandler().Answer(StubHandler.Text(string.Empty, null, HttpStatusCode.NoContent));
        using var transport = StandIn.Transport(handler);
        await transport.SendAsync(new ApiRequest(HttpMethod.Delete, "/things/1") { Operation = "deleteThing" }, default);
        Assert.Equal("DELETE", handler.Requests[0].Method);
        Assert.Empty(handler.Requests[0].Body);
    }

    [Fact]
    public async Task Send_ArrayAnswer_IsReadByItsFunction()
    {
        using var transport = StandIn.Transport(new StubHandler().Answer(StubHandler.Json("\uFEFF[1,2]")));
        var numbers = await transport.SendAsync(StandIn.Request(), static (ref Utf8JsonReader reader) => JsonRead.List(ref reader, JsonRead.Int32), default);
        Assert.Equal([1, 2], numbers);
    }

    [Fact]
    public async Task SendForStream_ReadToItsEnd_IsCompleted()
    {
        var recorder = new Recorder();
        using var transport = StandIn.Transport(new StubHandler().Answer(StubHandler.Text("bytes", "application/pdf")));
        using (WireCallScope.Enter(recorder))
        {
            await using var stream = await transport.SendForStreamAsync(StandIn.Request(), default);
            using var reader = new StreamReader(stream);
            Assert.Equal("bytes", await reader.ReadToEndAsync());
        }

        Assert.Equal(WireCallOutcome.Completed, recorder.Only.Outcome);
    }

    [Fact]
    public async Task SendForStream_ClosedBeforeItsEnd_IsCancelled()
    {
        var recorder = new Recorder();
        var body = new ScriptedStream().Send("abc");
        using var transport = StandIn.Transport(new StubHandler().Answer(StubHandler.Body(body, "application/pdf")));
        using (WireCallScope.Enter(recorder))
        {
            var stream = await transport.SendForStreamAsync(StandIn.Request(), default);
            await stream.DisposeAsync();
        }

        Assert.Equal(WireCallOutcome.Cancelled, recorder.Only.Outcome);
        Assert.True(body.IsDisposed);
    }

    [Fact]
    public async Task Send_ManyAtOnce_KeepTheirBodiesApart()
    {
        var handler = new StubHandler { Otherwise = sent => StubHandler.Json(sent.Body) };
        using var transport = StandIn.Transport(handler);
        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => transport.SendAsync<Thing>(StandIn.Request(body: $$"""{"name":"n{{i}}"}"""), default)));
        Assert.Equal(Enumerable.Range(0, 64).Select(i => $"n{i}"), answers.Select(answer => answer.Name), StringComparer.Ordinal);
    }
}
