using System.Diagnostics;
using HyperscaleSdk.Policies;
using HyperscaleSdk.Runtime;
using HyperscaleSdk.Tests.Guard;
using HyperscaleSdk.Tests.Vouchers;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Tests.Fallback;

public sealed class FallbackChatClientTests
{
    private const string Phone = "연락처는 010-2345-6789";

    // "one" gets phones for support; "two" is abroad with nothing to base it on; "three" serves another purpose; "four" is not approved.
    private static readonly Policy Policy = VoucherTestBed.Read("""
        {
          "version": 1,
          "processors": [
            { "id": "one", "role": "processor", "countries": ["KR"] },
            { "id": "two", "role": "processor", "countries": ["US"] },
            { "id": "three", "role": "processor", "countries": ["KR"] },
            { "id": "four", "role": "processor", "countries": ["KR"], "approved": false },
            { "id": "five", "role": "processor", "countries": ["KR"], "trainsOnInput": true }
          ],
          "purposes": [
            { "id": "support", "basis": "contract", "kinds": ["phone"], "processors": ["one", "two", "four", "five"] },
            { "id": "search", "basis": "contract", "kinds": [], "processors": ["three", "one"] }
          ]
        }
        """);

    [Theory]
    [InlineData("안녕하세요", "support", "one", true)]
    [InlineData(Phone, "support", "one", true)]
    [InlineData(Phone, null, "one", true)]
    [InlineData(Phone, "search", "one", false)]
    [InlineData("안녕하세요", "search", "one", true)]
    [InlineData("안녕하세요", "support", "two", true)]
    [InlineData(Phone, "support", "two", false)]
    [InlineData("안녕하세요", "support", "three", false)]
    [InlineData("안녕하세요", "support", "four", false)]
    [InlineData("안녕하세요", "support", "five", true)]
    [InlineData(Phone, "support", "five", false)]
    [InlineData("안녕하세요", null, "six", false)]
    [InlineData("주민등록번호는 900101-1234568", "support", "one", false)]
    public async Task Ask_Policy_DecidesWhoMayGetTheData(string prompt, string? purpose, string provider, bool permitted)
    {
        var inner = new ScriptedChatClient();
        using var client = new FallbackChatClient([new FallbackTarget(inner, providerId: provider)], new FallbackOptions { Policy = Policy, Purpose = purpose });
        if (permitted)
        {
            await client.GetResponseAsync(prompt);
            Assert.Single(inner.Requests);
            return;
        }

        var failure = await Assert.ThrowsAsync<HyperscaleFallbackException>(() => client.GetResponseAsync(prompt));
        Assert.Equal(FallbackReason.NotPermitted, Assert.Single(failure.Attempts).Reason);
        Assert.Empty(inner.Requests);
    }

    [Theory]
    [InlineData("instructions")]
    [InlineData("tool result")]
    [InlineData("earlier message")]
    public async Task Ask_PersonalDataElsewhereInTheCall_IsFound(string place)
    {
        var inner = new ScriptedChatClient();
        using var client = new FallbackChatClient([new FallbackTarget(inner, providerId: "two")], new FallbackOptions { Policy = Policy, Purpose = "support" });
        List<ChatMessage> messages = [new(ChatRole.User, "안녕하세요")];
        ChatOptions? options = null;
        switch (place)
        {
            case "instructions":
                options = new ChatOptions { Instructions = Phone };
                break;
            case "tool result":
                messages.Add(new ChatMessage(ChatRole.Tool, [new FunctionResultContent("1", Phone)]));
                break;
            default:
                messages.Insert(0, new ChatMessage(ChatRole.Assistant, Phone));
                break;
        }

        await Assert.ThrowsAsync<HyperscaleFallbackException>(() => client.GetResponseAsync(messages, options));
        Assert.Empty(inner.Requests);
    }

    [Fact]
    public async Task Ask_GuardOfTheSupplierReplacesTheData_IsPermitted()
    {
        var inner = new ScriptedChatClient();
        using var guarded = inner.UsePersonalDataGuard();
        using var client = new FallbackChatClient([new FallbackTarget(guarded, providerId: "two")], new FallbackOptions { Policy = Policy, Purpose = "support" });
        await client.GetResponseAsync(Phone);
        Assert.DoesNotContain("2345", inner.Only.Messages[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Make_PurposeIsNotInThePolicy_IsRefused()
        => Assert.Throws<ArgumentException>(() => new FallbackChatClient([new FallbackTarget(new ScriptedChatClient())], new FallbackOptions { Policy = Policy, Purpose = "none" }));

    [Theory]
    [InlineData(null, "own-1", "own-2")]
    [InlineData("own-2", "own-1", "own-2")]
    [InlineData("unknown", "unknown", "own-2")]
    public async Task Ask_Model_GoesOnlyToTheSupplierThatHasIt(string? asked, string first, string second)
    {
        var one = new ScriptedChatClient(static (_, _) => throw new HttpRequestException("down"));
        var two = new ScriptedChatClient();
        using var client = new FallbackChatClient([new FallbackTarget(one, "own-1", "one"), new FallbackTarget(two, "own-2", "two")]);
        var options = new ChatOptions { ModelId = asked, Temperature = 0.5f, RawRepresentationFactory = static _ => new object() };
        await client.GetResponseAsync("안녕하세요", options);
        Assert.Equal((first, second), (one.Only.Options!.ModelId, two.Only.Options!.ModelId));
        Assert.NotNull(one.Only.Options.RawRepresentationFactory);
        Assert.Null(two.Only.Options.RawRepresentationFactory);
        Assert.Equal(0.5f, two.Only.Options.Temperature);
        Assert.Equal(asked, options.ModelId);
        Assert.NotNull(options.RawRepresentationFactory);
    }

    [Fact]
    public async Task Ask_ConversationKeptByTheFirst_GoesNoFurther()
    {
        var two = new ScriptedChatClient();
        using var client = new FallbackChatClient(
            [new FallbackTarget(new ScriptedChatClient(static (_, _) => throw new HttpRequestException("down")), providerId: "one"), new FallbackTarget(two, providerId: "two")]);
        await Assert.ThrowsAsync<HyperscaleFallbackException>(() => client.GetResponseAsync("안녕하세요", new ChatOptions { ConversationId = "c-1" }));
        Assert.Empty(two.Requests);
    }

    [Fact]
    public async Task Ask_OtherVendorsTextHoldsThePrompt_IsNotInTheException()
    {
        using var client = new FallbackChatClient([new FallbackTarget(new ScriptedChatClient(static (_, _) => throw new HttpRequestException("secret prompt")), providerId: "one")]);
        var failure = await Assert.ThrowsAsync<HyperscaleFallbackException>(() => client.GetResponseAsync("secret prompt"));
        Assert.DoesNotContain("secret", failure.ToString(), StringComparison.Ordinal);
        Assert.IsType<HttpRequestException>(Assert.Single(failure.Attempts).Failure);
    }

    [Fact]
    public async Task Ask_Timeout_GoesOnUnlessSwitchedOff()
    {
        static FallbackChatClient Make(FallbackOptions? options) => new(
            [new FallbackTarget(new ScriptedChatClient(static (_, _) => throw new TimeoutException()), providerId: "one"), new FallbackTarget(new ScriptedChatClient(), providerId: "two")], options);
        using var eager = Make(options: null);
        using var careful = Make(new FallbackOptions { AfterTimeout = false });
        Assert.Equal("two", (await eager.GetResponseAsync("안녕하세요")).AdditionalProperties![FallbackChatClient.ProviderPropertyName]);
        await Assert.ThrowsAsync<TimeoutException>(() => careful.GetResponseAsync("안녕하세요"));
    }

    [Fact]
    public async Task Ask_CallerCancels_GoesNoFurther()
    {
        using var source = new CancellationTokenSource();
        var two = new ScriptedChatClient();
        var one = new ScriptedChatClient((_, _) =>
        {
            source.Cancel();
            throw new TimeoutException();
        });
        using var client = new FallbackChatClient([new FallbackTarget(one, providerId: "one"), new FallbackTarget(two, providerId: "two")]);
        await Assert.ThrowsAsync<TimeoutException>(() => client.GetResponseAsync("안녕하세요", cancellationToken: source.Token));
        Assert.Empty(two.Requests);
    }

    [Fact]
    public async Task Ask_Activity_SaysWhoAnswered()
    {
        using var activity = new Activity("test").Start();
        var told = new List<FallbackAttempt>();
        using var client = new FallbackChatClient(
            [new FallbackTarget(new ScriptedChatClient(static (_, _) => throw new HttpRequestException("down")), providerId: "one"), new FallbackTarget(new ScriptedChatClient(), providerId: "two")],
            new FallbackOptions { OnFallback = told.Add });
        await client.GetStreamingResponseAsync("안녕하세요").ToChatResponseAsync();
        Assert.Equal("two", activity.GetTagItem("hyperscale.fallback.provider"));
        Assert.Equal(1, activity.GetTagItem("hyperscale.fallback.attempts"));
        Assert.Equal("one", Assert.Single(told).Provider);
    }

    [Fact]
    public void Services_OfAFallback_AreThoseOfAllSuppliers()
    {
        var handler = new StubHandler();
        using var plain = new FallbackChatClient([new FallbackTarget(StandInChatClient.Over(handler)), new FallbackTarget(new ScriptedChatClient())]);
        using var ours = new FallbackChatClient([new FallbackTarget(StandInChatClient.Over(handler)), new FallbackTarget(StandInChatClient.Over(handler))]);
        Assert.Null(plain.GetService(typeof(IWireCallSource)));
        Assert.NotNull(ours.GetService(typeof(IWireCallSource)));
        Assert.Null(ours.GetService(typeof(ProviderDescriptor)));
        Assert.Same(ours, ours.GetService(typeof(IChatClient)));
        Assert.Same(ours.GetService(typeof(ChatClientMetadata)), ours.GetService(typeof(ChatClientMetadata)));
        Assert.Null(ours.GetService(typeof(ChatClientMetadata), "key"));
        Assert.Throws<ArgumentNullException>(() => ours.GetService(null!));
        Assert.Throws<ArgumentNullException>(() => { _ = ours.GetStreamingResponseAsync((IEnumerable<ChatMessage>)null!); });
    }
}
