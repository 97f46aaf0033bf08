using HyperscaleSdk.Tests.Vouchers;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Tests.Fallback;

/// <summary>From CLOVA Studio to Upstage, over the emulator and with a ledger around each.</summary>
public sealed class FallbackWireTests : IAsyncLifetime
{
    private const string Prompt = "비밀 계획을 요약해 줘";

    private VoucherTestBed _bed = null!;

    public async ValueTask InitializeAsync() => _bed = await VoucherTestBed.OpenAsync();

    public ValueTask DisposeAsync() => _bed.DisposeAsync();

    [Theory]
    [InlineData("status-503", false, 3)]
    [InlineData("status-503", true, 3)]
    [InlineData("status-500", true, 3)]
    [InlineData("status-504", false, 3)]
    [InlineData("reset", false, 1)]
    [InlineData("reset", true, 1)]
    [InlineData("status-429;retry-after=600", false, 1)]
    [InlineData("status-429;retry-after=600", true, 1)]
    public async Task Ask_FirstSupplierDownOrFull_TheNextAnswersAndEachHasItsRows(string fault, bool streaming, int attempts)
    {
        using var client = Clova(fault).AddFallback(Upstage());

        var response = await AskAsync(client, streaming);

        Assert.NotEmpty(response.Text);
        Assert.Equal("upstage", Properties(response)[FallbackChatClient.ProviderPropertyName]);
        var attempt = Assert.Single(Attempts(response));
        Assert.Equal(("naver-clovastudio", fault.StartsWith("status-429", StringComparison.Ordinal) ? FallbackReason.OverQuota : FallbackReason.Down), (attempt.Provider, attempt.Reason));
        var rows = await _bed.RowsAsync();
        Assert.Equal([.. Enumerable.Repeat("naver-clovastudio", attempts), "upstage"], rows.Select(row => row.Provider), StringComparer.Ordinal);
        Assert.All(rows[..^1], row => Assert.NotEqual(WireCallOutcome.Completed, row.Outcome));
        Assert.Equal(WireCallOutcome.Completed, rows[^1].Outcome);
        Assert.Empty(await _bed.ReservationsAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ask_FirstSupplierWell_AnswersAlone(bool streaming)
    {
        using var client = Clova(fault: null).AddFallback(Upstage());
        var response = await AskAsync(client, streaming);
        Assert.Equal("naver-clovastudio", Properties(response)[FallbackChatClient.ProviderPropertyName]);
        Assert.False(Properties(response).ContainsKey(FallbackChatClient.AttemptsPropertyName));
        Assert.Equal("naver-clovastudio", Assert.Single(await _bed.RowsAsync()).Provider);
    }

    [Theory]
    [InlineData("status-400", false)]
    [InlineData("status-400", true)]
    [InlineData("status-404", false)]
    [InlineData("status-401", false)]
    [InlineData("status-403", true)]
    [InlineData("malformed-json", false)]
    public async Task Ask_RequestOrKeyRefused_GoesNoFurther(string fault, bool streaming)
    {
        using var client = Clova(fault).AddFallback(Upstage());
        var failure = await Assert.ThrowsAnyAsync<HyperscaleException>(() => AskAsync(client, streaming));
        Assert.IsNotType<HyperscaleFallbackException>(failure);
        Assert.Equal("naver-clovastudio", failure.Provider);
        Assert.DoesNotContain(await _bed.RowsAsync(), row => row.Provider == "upstage");
    }

    [Fact]
    public async Task Ask_KeyRefusedAndAsked_GoesOn()
    {
        using var client = Clova("status-401").AddFallback(new FallbackOptions { AfterAuthenticationFailure = true }, Upstage());
        var response = await AskAsync(client, streaming: false);
        Assert.Equal(FallbackReason.KeyRefused, Assert.Single(Attempts(response)).Reason);
    }

    [Theory]
    [InlineData("cut-stream")]
    [InlineData("error-mid-stream")]
    public async Task Stream_BreaksAfterTheFirstUpdate_IsNotBegunAgain(string fault)
    {
        using var client = Clova(fault).AddFallback(Upstage());
        var updates = new List<ChatResponseUpdate>();
        var failure = await Assert.ThrowsAnyAsync<HyperscaleException>(async () =>
        {
            await foreach (var update in client.GetStreamingResponseAsync(Prompt, cancellationToken: TestContext.Current.CancellationToken))
            {
                updates.Add(update);
            }
        });
        Assert.Equal("naver-clovastudio", failure.Provider);
        Assert.NotEmpty(updates);
        Assert.Single(await _bed.RowsAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ask_VoucherDoesNotPay_GoesToTheOneOnOwnMoney(bool streaming)
    {
        using var paid = _bed.Chat(VoucherTestBed.Policy(0.01m));
        using var client = paid.AddFallback(new FallbackOptions { Policy = VoucherTestBed.Read(Register("naver-clovastudio", "upstage")) }, Upstage());
        var response = await AskAsync(client, streaming, new ChatOptions { MaxOutputTokens = 100 });
        Assert.Equal(FallbackReason.OverBudget, Assert.Single(Attempts(response)).Reason);
        Assert.Equal("upstage", Assert.Single(await _bed.RowsAsync()).Provider);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ask_AllFail_TheExceptionNamesEachAndHoldsNoPrompt(bool streaming)
    {
        using var upstage = new UpstageChatClient(_bed.Configure(new UpstageOptions { Model = "solar-pro3" }, UpstageProvider.Id, "status-429;retry-after=600"));
        using var client = Clova("status-503").AddFallback(upstage);
        var failure = await Assert.ThrowsAsync<HyperscaleFallbackException>(() => AskAsync(client, streaming));
        Assert.Contains("naver-clovastudio: naver-clovastudio answered 503", failure.Message, StringComparison.Ordinal);
        Assert.Contains("upstage: upstage answered 429", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("비밀 계획", failure.ToString(), StringComparison.Ordinal);
        Assert.Equal([FallbackReason.Down, FallbackReason.OverQuota], failure.Attempts.Select(attempt => attempt.Reason));
        Assert.Equal((true, TimeSpan.FromSeconds(600)), (failure.IsTransient, failure.RetryAfter));
    }

    [Fact]
    public async Task Ask_CircuitOpen_GoesOnWithoutACall()
    {
        var options = _bed.ClovaStudio("status-503");
        options.MaxRetries = 0;
        options.CircuitBreaker = new CircuitBreaker { MinimumThroughput = 2, FailureRatio = 1 };
        using var client = new ClovaStudioChatClient(options).UseUsageLedger(_bed.Ledger).AddFallback(Upstage());
        var response = await AskAsync(client, streaming: false);
        response = await AskAsync(client, streaming: false);
        response = await AskAsync(client, streaming: false);
        Assert.Equal("circuit_open", Assert.IsType<HyperscaleConnectionException>(Assert.Single(Attempts(response)).Failure).ErrorCode);
        Assert.Equal(2, (await _bed.RowsAsync()).Count(row => row.Provider == "naver-clovastudio"));
    }

    [Theory]
    [InlineData("요약해 줘")]
    [InlineData("박지민 환자 연락처는 010-2345-6789")]
    public async Task Ask_NextSupplierIsNotInTheRegister_NeverGetsTheData(string prompt)
    {
        using var client = Clova("status-503").AddFallback(new FallbackOptions { Policy = VoucherTestBed.Read(Register("naver-clovastudio")) }, Upstage());
        var failure = await Assert.ThrowsAsync<HyperscaleFallbackException>(() => AskAsync(client, streaming: false, prompt: prompt));
        Assert.Equal(("upstage", FallbackReason.NotPermitted), (failure.Attempts[1].Provider, failure.Attempts[1].Reason));
        Assert.Null(failure.Attempts[1].Failure);
        Assert.DoesNotContain("010-2345-6789", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(_bed.Emulator.Requests, request => request.Provider == "upstage");
    }

    private static string Register(params string[] processors) => $$"""
        {
          "version": 1,
          "processors": [{{string.Join(", ", processors.Select(id => $$"""{ "id": "{{id}}", "role": "processor", "countries": ["KR"] }"""))}}],
          "purposes": [{ "id": "triage", "basis": "contract", "kinds": ["phone", "name"] }]
        }
        """;

    private static IReadOnlyList<FallbackAttempt> Attempts(ChatResponse response)
        => Assert.IsAssignableFrom<IReadOnlyList<FallbackAttempt>>(Properties(response)[FallbackChatClient.AttemptsPropertyName]);

    // Microsoft.Extensions.AI puts what stands on an update of a message on the message.
    private static AdditionalPropertiesDictionary Properties(ChatResponse response) => response.AdditionalProperties ?? response.Messages[0].AdditionalProperties!;

    private static Task<ChatResponse> AskAsync(IChatClient client, bool streaming, ChatOptions? options = null, string prompt = Prompt) => streaming
        ? client.GetStreamingResponseAsync(prompt, options, TestContext.Current.CancellationToken).ToChatResponseAsync(TestContext.Current.CancellationToken)
        : client.GetResponseAsync(prompt, options, TestContext.Current.CancellationToken);

    private IChatClient Clova(string? fault) => new ClovaStudioChatClient(_bed.ClovaStudio(fault)).UseUsageLedger(_bed.Ledger);

    private IChatClient Upstage() => new UpstageChatClient(_bed.Upstage()).UseUsageLedger(_bed.Ledger);
}
