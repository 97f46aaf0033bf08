using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Cli.Spec.Testing.Facts;

/// <summary>What is wrong is refused as the binding says, and calls can be followed.</summary>
internal static class ErrorFacts
{
    // No key of anybody. The emulator refuses exactly this one.
    private const string WrongKey = "invalid";

    private const string NoModel = "no-such-model";

    public static IReadOnlyList<EndpointFact> All { get; } =
    [
        new("error.key", ModelKind.Chat, new("a wrong key is refused with 401", "틀린 키를 401로 거절한다"), KeyAsync),
        new("error.model", ModelKind.Chat, new("a model that does not exist is refused", "없는 모델을 거절한다"), ModelAsync),
        new("error.body", ModelKind.Chat, new("a body that is no JSON is refused with 400", "JSON이 아닌 본문을 400으로 거절한다"), BodyAsync),
        new("header.request-id", ModelKind.Chat, new("answers and refusals carry a request id", "답과 거절에 요청 ID가 있다"), RequestIdAsync),
        new("header.rate-limits", ModelKind.Chat, new("headers tell what is left of the limits", "헤더가 남은 한도를 알린다"), RateLimitsAsync),
    ];

    private static async Task KeyAsync(FactCall call, CancellationToken cancellationToken)
    {
        Expect.Supported(call.Endpoint.Provider.Key.IsUsed, new("The binding names no key.", "바인딩에 키가 없습니다."));
        var failure = await RefusedAsync(call, call.Chat(WrongKey), options: null, cancellationToken);
        Expect.Supported(failure is not null || call.Endpoint.Provider.KeyRequired, new("The endpoint takes any key; the binding says that none is needed.", "엔드포인트가 아무 키나 받습니다. 바인딩에 따르면 키가 필요하지 않습니다."));
        Expect.Holds(
            failure is HyperscaleAuthenticationException { StatusCode: System.Net.HttpStatusCode.Unauthorized },
            call,
            at: null,
            new("A wrong key is not refused with 401.", "틀린 키를 401로 거절하지 않습니다."),
            new("Answer 401, with the error's body.", "오류 본문과 함께 401로 답하십시오."));
        HasShape(call, failure!);
    }

    private static async Task ModelAsync(FactCall call, CancellationToken cancellationToken)
    {
        var failure = await RefusedAsync(call, call.Chat(), new ChatOptions { ModelId = NoModel }, cancellationToken);
        Expect.Supported(
            call.Last.Sent.Contains(NoModel, StringComparison.Ordinal) || call.Last.Path.Contains(NoModel, StringComparison.Ordinal),
            new("The request names no model.", "요청에 모델 이름이 없습니다."));
        IsRefusal(call, failure, new("A model that does not exist is answered, or fails as if the server were at fault.", "없는 모델에 답하거나 서버 오류로 답합니다."));
    }

    private static async Task BodyAsync(FactCall call, CancellationToken cancellationToken)
    {
        call.Wire.Body = "{\"model\": ";
        var failure = await RefusedAsync(call, call.Chat(), options: null, cancellationToken);
        IsRefusal(call, failure, new("A body that is cut in the middle is answered, or fails as if the server were at fault.", "중간에 잘린 본문에 답하거나 서버 오류로 답합니다."));
    }

    private static async Task RequestIdAsync(FactCall call, CancellationToken cancellationToken)
    {
        var named = call.Endpoint.Provider.Errors.RequestIdHeaders;
        IReadOnlyList<string> headers = named.Count > 0 ? [.. named] : ["x-request-id"];
        await call.Chat().GetResponseAsync(ChatFacts.Question, cancellationToken: cancellationToken);
        var isThere = Has();
        call.Wire.Body = "{";
        await RefusedAsync(call, call.Chat(), options: null, cancellationToken);
        Expect.Supported(isThere || Has() || named.Count > 0, new($"The binding names no header for it, and there is no '{headers[0]}'.", $"바인딩에 그 헤더가 없고 '{headers[0]}'도 오지 않았습니다."));
        Expect.Holds(
            isThere && Has(),
            call,
            "headers",
            new(isThere ? $"The refusal has no '{headers[0]}'." : $"The answer has no '{headers[0]}'.", isThere ? $"거절에 '{headers[0]}'가 없습니다." : $"답에 '{headers[0]}'가 없습니다."),
            new("Send the header with every answer: users name it when they ask for help.", "모든 응답에 헤더를 보내십시오. 사용자가 문의할 때 이 값을 댑니다."));

        bool Has() => headers.Any(header => call.Last.Headers.TryGetValue(header, out var value) && value.Length > 0);
    }

    private static async Task RateLimitsAsync(FactCall call, CancellationToken cancellationToken)
    {
        await call.Chat().GetResponseAsync(ChatFacts.Question, cancellationToken: cancellationToken);
        var headers = call.Last.Headers.Where(header => header.Key.Contains("ratelimit-", StringComparison.OrdinalIgnoreCase)).ToList();
        Expect.Supported(headers.Count > 0, new("A good answer carries no '*ratelimit-*' header.", "정상 응답에 '*ratelimit-*' 헤더가 없습니다."));
        var wrong = headers.Find(header => (header.Key.Contains("-limit-", StringComparison.OrdinalIgnoreCase) || header.Key.Contains("-remaining", StringComparison.OrdinalIgnoreCase))
            && !long.TryParse(header.Value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out _));
        Expect.Holds(
            wrong.Key is null,
            call,
            "header " + wrong.Key,
            new($"'{wrong.Value}' is not a whole number.", $"'{wrong.Value}'은(는) 정수가 아닙니다."),
            new("Send a whole number.", "정수를 보내십시오."));
    }

    // Null when it was answered.
    private static async Task<HyperscaleException?> RefusedAsync(FactCall call, IChatClient client, ChatOptions? options, CancellationToken cancellationToken)
    {
        try
        {
            await client.GetResponseAsync(ChatFacts.Question, options, cancellationToken);
            return null;
        }
        catch (HyperscaleException failure) when (call.Wire.Exchanges.Count > 0)
        {
            return failure;
        }
    }

    private static void IsRefusal(FactCall call, HyperscaleException? failure, Phrase message)
    {
        Expect.Holds(
            failure is HyperscaleRequestException { StatusCode: not null },
            call,
            at: null,
            message,
            new("Answer 400, 404 or 422, with the error's body.", "오류 본문과 함께 400, 404 또는 422로 답하십시오."));
        HasShape(call, failure!);
    }

    private static void HasShape(FactCall call, HyperscaleException failure)
    {
        var errors = call.Endpoint.Provider.Errors;

        // Many servers have no codes; where the binding reads something out of them they have to be there.
        var usesCodes = errors.StatusFromCode || errors.Advice.Count + errors.Transient.Count + errors.Permanent.Count > 0;
        Expect.Holds(
            !string.IsNullOrWhiteSpace(failure.ProviderMessage),
            call,
            errors.Message.Count > 0 ? string.Join(" or ", errors.Message) : "error message",
            new("The refusal says nothing where the binding's `errors.message` points.", "바인딩의 `errors.message`가 가리키는 곳에 설명이 없습니다."),
            new("Send the error in the form that the binding describes, or correct the pointer.", "바인딩이 적은 형태로 오류를 보내거나 포인터를 고치십시오."));
        Expect.Holds(
            !usesCodes || !string.IsNullOrWhiteSpace(failure.ErrorCode),
            call,
            errors.Code.Count > 0 ? string.Join(" or ", errors.Code) : "error code",
            new("The refusal has no code where the binding's `errors.code` points.", "바인딩의 `errors.code`가 가리키는 곳에 코드가 없습니다."),
            new("Send a code: programs cannot tell one text from another.", "코드를 보내십시오. 프로그램은 설명 글을 구별할 수 없습니다."));
    }
}
