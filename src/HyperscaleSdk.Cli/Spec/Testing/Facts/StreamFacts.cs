using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Cli.Spec.Testing.Facts;

/// <summary>An answer in pieces.</summary>
internal static class StreamFacts
{
    public static IReadOnlyList<EndpointFact> All { get; } =
    [
        new("stream.answer", ModelKind.Chat, new("an answer comes in pieces, as server-sent events", "답이 서버 전송 이벤트로 나뉘어 온다"), AnswerAsync),
        new("stream.korean", ModelKind.Chat, new("Korean in pieces is whole, as UTF-8", "나뉘어 온 한국어가 UTF-8로 온전하다"), KoreanAsync),
        new("stream.end", ModelKind.Chat, new("a stream says that it has ended, and why", "스트림이 끝났음과 그 이유를 알린다"), EndAsync),
        new("stream.usage", ModelKind.Chat, new("a stream counts its tokens once", "스트림이 토큰 수를 한 번 알린다"), UsageAsync),
        new("stream.cancel", ModelKind.Chat, new("a stream can be left, and the next call is answered", "스트림을 도중에 끊어도 다음 호출에 답한다"), CancelAsync),
    ];

    /// <summary>Reads a stream to its end.</summary>
    /// <exception cref="FactException">The binding has no streams.</exception>
    public static async Task<List<ChatResponseUpdate>> ReadAsync(FactCall call, string question, ChatOptions? options, CancellationToken cancellationToken)
    {
        Supported(call);
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in call.Chat().GetStreamingResponseAsync(question, options, cancellationToken))
        {
            updates.Add(update);
        }

        return updates;
    }

    private static void Supported(FactCall call) => Expect.Supported(call.Endpoint.Chat.Streams, new("The binding has no streams.", "바인딩에 스트림이 없습니다."));

    private static async Task AnswerAsync(FactCall call, CancellationToken cancellationToken)
    {
        var updates = await ReadAsync(call, ChatFacts.Question, options: null, cancellationToken);
        Expect.HasText(call, updates.ToChatResponse());
        Expect.Holds(
            string.Equals(call.Last.ContentType?.MediaType, "text/event-stream", StringComparison.OrdinalIgnoreCase),
            call,
            "header content-type",
            new($"The media type is '{call.Last.ContentType?.MediaType ?? "none"}'.", $"미디어 형식이 '{call.Last.ContentType?.MediaType ?? "없음"}'입니다."),
            new("Send `content-type: text/event-stream`.", "`content-type: text/event-stream`을 보내십시오."));
        Expect.Holds(
            updates.Count(update => update.Text.Length > 0) > 1,
            call,
            "events",
            new("The whole text came in one event.", "글 전체가 이벤트 하나로 왔습니다."),
            new("Send the text as it is made.", "글을 만드는 대로 나누어 보내십시오."));
    }

    private static async Task KoreanAsync(FactCall call, CancellationToken cancellationToken)
        => Expect.IsUtf8(call, (await ReadAsync(call, "한국어로 한 문장만 답해 주세요: 한글날은 언제인가요?", options: null, cancellationToken)).ToChatResponse().Text);

    private static async Task EndAsync(FactCall call, CancellationToken cancellationToken)
    {
        // The client itself refuses a stream that breaks off.
        var updates = await ReadAsync(call, ChatFacts.Question, options: null, cancellationToken);
        Expect.Holds(
            !IsOpenAI(call) || call.Last.Received.Contains("[DONE]", StringComparison.Ordinal),
            call,
            "last event",
            new("The stream ended without `data: [DONE]`.", "스트림이 `data: [DONE]` 없이 끝났습니다."),
            new("Send it last: without it a client cannot tell an end from a break.", "마지막에 보내십시오. 없으면 클라이언트가 끝과 끊김을 구별할 수 없습니다."));
        var reasons = updates.Where(update => update.FinishReason is not null).Select(update => update.FinishReason!.Value.Value).ToList();
        Expect.Holds(
            !call.Endpoint.Chat.FinishReasons || reasons is ["stop"],
            call,
            "finish",
            new($"The finish reasons of the stream are [{string.Join(", ", reasons)}], not one 'stop'.", $"스트림의 종료 이유가 'stop' 하나가 아니라 [{string.Join(", ", reasons)}]입니다."),
            new("Send the reason once, in the last event with text or behind it.", "종료 이유를 마지막 이벤트에 한 번 보내십시오."));
    }

    private static async Task UsageAsync(FactCall call, CancellationToken cancellationToken)
    {
        Supported(call);
        Expect.Supported(call.Endpoint.Chat.StreamUsage, new("The binding maps no usage of streams.", "바인딩에 스트림의 사용량(usage)이 없습니다."));
        var usages = (await ReadAsync(call, ChatFacts.Question, options: null, cancellationToken)).SelectMany(update => update.Contents).OfType<UsageContent>().ToList();

        // An API of OpenAI's form counts when it is asked to: without the question the binding says that it cannot be asked.
        Expect.Supported(
            usages.Count > 0 || !IsOpenAI(call) || call.Last.Sent.Contains("include_usage", StringComparison.Ordinal),
            new("The API has no way to ask for usage in a stream, and sends none by itself.", "스트림에서 사용량을 요청하는 방법이 API에 없고 스스로 보내지도 않습니다."));
        Expect.Sums(call, usages.Count == 0 ? null : usages[^1].Details);
    }

    private static async Task CancelAsync(FactCall call, CancellationToken cancellationToken)
    {
        Supported(call);
        using var client = call.Chat();
        var pieces = 0;
        await foreach (var _ in client.GetStreamingResponseAsync(ChatFacts.Question, cancellationToken: cancellationToken))
        {
            pieces++;
            break;
        }

        Expect.Holds(
            pieces == 1,
            call,
            "events",
            new("The stream had no event to leave it at.", "도중에 끊을 이벤트가 없었습니다."),
            new("Send the text as it is made.", "글을 만드는 대로 나누어 보내십시오."));
        Expect.HasText(call, await client.GetResponseAsync(ChatFacts.Question, cancellationToken: cancellationToken));
    }

    private static bool IsOpenAI(FactCall call) => call.Last.Received.Contains("\"choices\"", StringComparison.Ordinal);
}
