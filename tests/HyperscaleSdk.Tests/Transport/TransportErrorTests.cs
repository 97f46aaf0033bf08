using System.Net;
using HyperscaleSdk.Runtime;

namespace HyperscaleSdk.Tests.Transport;

public sealed class TransportErrorTests
{
    [Theory]
    [InlineData(400, typeof(HyperscaleRequestException), false)]
    [InlineData(401, typeof(HyperscaleAuthenticationException), false)]
    [InlineData(403, typeof(HyperscaleAuthenticationException), false)]
    [InlineData(404, typeof(HyperscaleRequestException), false)]
    [InlineData(408, typeof(HyperscaleRequestException), true)]
    [InlineData(422, typeof(HyperscaleRequestException), false)]
    [InlineData(429, typeof(HyperscaleRateLimitException), true)]
    [InlineData(500, typeof(HyperscaleServerException), true)]
    [InlineData(501, typeof(HyperscaleServerException), false)]
    [InlineData(503, typeof(HyperscaleServerException), true)]
    [InlineData(302, typeof(HyperscaleRequestException), false)]
    public async Task Send_ErrorStatus_IsItsLeaf(int status, Type leaf, bool transient)
    {
        var handler = new StubHandler().Answer(StubHandler.Json("""{"error":{"code":"c1","message":"provider text"}}""", (HttpStatusCode)status, ("x-request-id", "req-7")));
        var failure = await Failure(handler, StandIn.Options(maxRetries: 0));
        Assert.IsType(leaf, failure);
        Assert.Equal(transient, failure.IsTransient);
        Assert.Equal("stand-in", failure.Provider);
        Assert.Equal((HttpStatusCode)status, failure.StatusCode);
        Assert.Equal("c1", failure.ErrorCode);
        Assert.Equal("req-7", failure.RequestId);
        Assert.Equal("provider text", failure.ProviderMessage);
    }

    [Fact]
    public async Task Send_ErrorBody_MessageHoldsCodeRequestIdAndAdviceButNoProviderText()
    {
        var handler = new StubHandler().Answer(StubHandler.Json($$$"""{"error":{"code":"bad_key","message":"the key {{{StandIn.Key}}} of 홍길동 is wrong"}}""", HttpStatusCode.Unauthorized, ("x-request-id", "req-9")));
        var failure = await Failure(handler);
        Assert.Equal("stand-in answered 401 (code bad_key), request id req-9. Make a new key in the console.", failure.Message);
        Assert.DoesNotContain(StandIn.Key, failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("홍길동", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_CodeThatIsText_StaysOutOfTheMessage()
    {
        var handler = new StubHandler().Answer(StubHandler.Json("""{"error":{"code":"no such person 홍길동"}}""", HttpStatusCode.BadRequest));
        var failure = await Failure(handler);
        Assert.DoesNotContain("홍길동", failure.Message, StringComparison.Ordinal);
        Assert.Equal("no such person 홍길동", failure.ErrorCode);
    }

    [Theory]
    [InlineData("<html>502 홍길동</html>", "text/html")]
    [InlineData("", null)]
    [InlineData("{\"error\":", "application/json")]
    [InlineData("[1,2]", "application/json")]
    [InlineData("{\"error\":\"text\"}", "application/json")]
    public async Task Send_ErrorBodyThatIsNotTheExpectedJson_IsTolerated(string body, string? type)
    {
        var failure = await Failure(new StubHandler().Answer(StubHandler.Text(body, type, HttpStatusCode.BadRequest)));
        Assert.IsType<HyperscaleRequestException>(failure);
        Assert.Null(failure.ErrorCode);
        Assert.DoesNotContain("홍길동", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_HugeErrorBody_IsReadToItsLimitOnly()
    {
        var body = new ScriptedStream();
        for (var i = 0; i < 100; i++)
        {
            body.Send(new string('x', 10_000));
        }

        // The stream never ends: only a limit lets the call return.
        var failure = await Failure(new StubHandler().Answer(StubHandler.Body(body, "text/plain", HttpStatusCode.BadRequest)));
        Assert.Equal(HttpStatusCode.BadRequest, failure.StatusCode);
    }

    [Fact]
    public async Task Send_NumericCodeAndDeepPointer_AreFound()
    {
        var protocol = new ProviderProtocol { Errors = new ProviderErrors { CodePointers = ["/a~1b/1/code"], MessagePointers = ["/none", "/text"] } };
        var handler = new StubHandler().Answer(StubHandler.Json("""{"a/b":[{},{"code":42}],"text":"t"}""", HttpStatusCode.BadRequest));
        using var transport = StandIn.Transport(handler, protocol: protocol);
        var failure = await Assert.ThrowsAsync<HyperscaleRequestException>(() => transport.SendAsync<Thing>(StandIn.Request(), default));
        Assert.Equal("42", failure.ErrorCode);
        Assert.Equal("t", failure.ProviderMessage);
    }

    [Theory]
    [InlineData("Retry-After", "7", 7)]
    [InlineData("Retry-After", "Sun, 22 Nov 2026 00:00:09 GMT", 9)]
    [InlineData("retry-after-ms", "2500", 2.5)]
    [InlineData("x-retry-at", "1795305611", 11)]
    [InlineData("Retry-After", "-5", 0)]
    public async Task Send_RetryHeaders_AreRead(string name, string value, double seconds)
    {
        var options = StandIn.Options(maxRetries: 0);
        options.TimeProvider = new FakeTime();
        var failure = await Failure(new StubHandler().Answer(StubHandler.Json("{}", HttpStatusCode.TooManyRequests, (name, value))), options);
        Assert.Equal(seconds, failure.RetryAfter!.Value.TotalSeconds, 3);
    }

    [Fact]
    public async Task Send_RetryAfterThatIsNonsense_IsIgnored()
        => Assert.Null((await Failure(new StubHandler().Answer(StubHandler.Json("{}", HttpStatusCode.TooManyRequests, ("Retry-After", "soon"))), StandIn.Options(0))).RetryAfter);

    [Theory]
    [InlineData("""{"count":1}""", "$", "the required member 'name' of Thing is missing")]
    [InlineData("""{"name":5}""", "$.name", "expected a string, found a number")]
    [InlineData("""{"name":"a","parts":[1,2,"홍길동"]}""", "$.parts[2]", "expected a number, found a string")]
    [InlineData("""[]""", "$", "expected an object, found an array")]
    public async Task Send_AnswerOfAnotherShape_NamesPathAndProblem(string body, string path, string problem)
    {
        var failure = Assert.IsType<HyperscaleResponseException>(await Failure(new StubHandler().Answer(StubHandler.Json(body))));
        Assert.Equal(path, failure.Path);
        Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("홍길동", failure.ToString(), StringComparison.Ordinal);
        Assert.NotNull(failure.ByteOffset);
    }

    [Theory]
    [InlineData("""{"name":"a","x":tru}""")]
    [InlineData("""{"name":"a" """)]
    [InlineData("""{"name":"a"} trailing""")]
    [InlineData("홍길동")]
    public async Task Send_InvalidJson_IsSaidWithoutQuotingIt(string body)
    {
        var failure = Assert.IsType<HyperscaleResponseException>(await Failure(new StubHandler().Answer(StubHandler.Json(body))));
        Assert.Contains("it is not valid JSON", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("홍길동", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_EmptyBody_IsSaid()
        => Assert.Contains("it is empty", (await Failure(new StubHandler().Answer(StubHandler.Json(string.Empty)))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Send_HtmlWithSuccessStatus_NamesTheType()
    {
        var failure = Assert.IsType<HyperscaleResponseException>(await Failure(new StubHandler().Answer(StubHandler.Text("<html/>", "text/html; charset=utf-8"))));
        Assert.Contains("'text/html'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_BodyOverTheLimit_IsRefused()
    {
        var options = StandIn.Options();
        options.MaxResponseBytes = 100;
        var failure = await Failure(new StubHandler().Answer(StubHandler.Json($$"""{"name":"{{new string('a', 200)}}"}""")), options);
        Assert.Contains("longer than 100 bytes", Assert.IsType<HyperscaleResponseException>(failure).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_ErrorInsideSuccessBody_IsReportedByItsCode()
    {
        var protocol = new ProviderProtocol { Errors = new ProviderErrors { CodePointers = ["/status/code"], MessagePointers = ["/status/message"], StatusFromCode = true } };
        using var transport = StandIn.Transport(new StubHandler().Answer(StubHandler.Json("""{"status":{"code":"42901","message":"m"}}""")), protocol: protocol);
        var failure = await Assert.ThrowsAsync<HyperscaleRateLimitException>(() => transport.SendAsync<Thing>(StandIn.Request(), default));
        Assert.Equal("42901", failure.ErrorCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, failure.StatusCode);
    }

    [Fact]
    public async Task Send_SuccessCodeInMalformedBody_IsNotTakenForAnError()
    {
        var protocol = new ProviderProtocol { Errors = new ProviderErrors { CodePointers = ["/status/code"], StatusFromCode = true } };
        using var transport = StandIn.Transport(new StubHandler().Answer(StubHandler.Json("""{"status":{"code":"20000"}}""")), protocol: protocol);
        await Assert.ThrowsAsync<HyperscaleResponseException>(() => transport.SendAsync<Thing>(StandIn.Request(), default));
    }

    private static async Task<HyperscaleException> Failure(StubHandler handler, StandInOptions? options = null)
    {
        using var transport = StandIn.Transport(handler, options);
        return await Assert.ThrowsAnyAsync<HyperscaleException>(() => transport.SendAsync<Thing>(StandIn.Request(), default));
    }
}
