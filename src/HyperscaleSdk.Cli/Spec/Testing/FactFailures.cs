using HyperscaleSdk.Cli.Output;

namespace HyperscaleSdk.Cli.Spec.Testing;

/// <summary>What a failed call says about the endpoint.</summary>
internal static class FactFailures
{
    private const int LongestProviderMessage = 300;

    private static readonly Phrase NoAnswer = new("Answer in time, or give --timeout more seconds.", "제때 답하거나 --timeout의 초를 늘리십시오.");
    private static readonly Phrase Stream = new("End a stream with its end marker, and close the connection only behind it.", "스트림 끝에 종료 표시를 보내고 그 뒤에 연결을 닫으십시오.");
    private static readonly Phrase Shape = new("Send what the document describes; `spec lint` and `spec docs` show what that is.", "문서에 적힌 형태로 보내십시오. `spec lint`와 `spec docs`가 그 형태를 보여 줍니다.");
    private static readonly Phrase Key = new("Check the key: its variable is named by --key-env.", "키를 확인하십시오. --key-env로 환경 변수를 지정합니다.");
    private static readonly Phrase Later = new("Lift the limit for the test, or run it again later.", "테스트하는 동안 한도를 늘리거나 나중에 다시 실행하십시오.");
    private static readonly Phrase Server = new("A good request has to be answered: look into the server's log.", "올바른 요청에는 답해야 합니다. 서버 로그를 확인하십시오.");
    private static readonly Phrase Refused = new("Accept the request, or make the binding refuse what the API does not take (`refuse`, `can`).", "요청을 받아들이거나, API가 받지 않는 것을 바인딩에서 거절하십시오(`refuse`, `can`).");

    public static FactResult Of(EndpointFact fact, FactCall call, Exception exception)
    {
        var place = call.Wire.Exchanges.Count == 0 ? call.Endpoint.Settings.PublicAddress : call.Place();
        var text = Text(exception);
        return new FactResult(fact, FactOutcome.Failed, place, new(text, "호출이 실패했습니다: " + text), Fix(exception));
    }

    private static string Text(Exception exception)
        => exception is HyperscaleException { ProviderMessage: { Length: > 0 } said } ? $"{exception.Message} The endpoint says: {TerminalText.Shorten(said, LongestProviderMessage)}" : exception.Message;

    private static Phrase Fix(Exception exception) => exception switch
    {
        TimeoutException => NoAnswer,
        HyperscaleStreamException => Stream,
        HyperscaleResponseException => Shape,
        HyperscaleAuthenticationException => Key,
        HyperscaleRateLimitException => Later,
        HyperscaleRequestException => Refused,
        _ => Server,
    };
}
