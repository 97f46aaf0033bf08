using System.Text.Json;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Cli.Spec.Testing.Facts;

/// <summary>An answer in one piece.</summary>
internal static class ChatFacts
{
    public const string Question = "배송이 늦어지면 어떻게 하나요? 두 문장으로 답해 주세요.";

    private const int FewTokens = 8;

    public static IReadOnlyList<EndpointFact> All { get; } =
    [
        new("chat.answer", ModelKind.Chat, new("a question is answered with JSON", "질문에 JSON으로 답한다"), AnswerAsync),
        new("chat.korean", ModelKind.Chat, new("Korean comes back whole, as UTF-8", "한국어가 UTF-8로 온전히 돌아온다"), KoreanAsync),
        new("chat.finish", ModelKind.Chat, new("the answer says why it ended", "답이 끝난 이유를 알린다"), FinishAsync),
        new("chat.usage", ModelKind.Chat, new("tokens are counted, and add up", "토큰 수를 알리고 합이 맞는다"), UsageAsync),
        new("chat.limit", ModelKind.Chat, new("a limit of the output holds, and is named as the end", "출력 한도를 지키고 그 때문에 끝났음을 알린다"), LimitAsync),
        new("chat.schema", ModelKind.Chat, new("an answer follows a JSON Schema", "답이 JSON 스키마를 따른다"), SchemaAsync),
        new("chat.reasoning", ModelKind.Chat, new("thinking comes apart from the answer", "추론 과정이 답과 따로 온다"), ReasoningAsync),
    ];

    private static async Task AnswerAsync(FactCall call, CancellationToken cancellationToken)
    {
        var response = await call.Chat().GetResponseAsync(Question, cancellationToken: cancellationToken);
        Expect.HasText(call, response);
        Expect.Holds(
            call.Last.ContentType?.MediaType is { } type && (type.EndsWith("/json", StringComparison.OrdinalIgnoreCase) || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase)),
            call,
            "header content-type",
            new($"The media type is '{call.Last.ContentType?.MediaType ?? "none"}'.", $"미디어 형식이 '{call.Last.ContentType?.MediaType ?? "없음"}'입니다."),
            new("Send `content-type: application/json`.", "`content-type: application/json`을 보내십시오."));
    }

    private static async Task KoreanAsync(FactCall call, CancellationToken cancellationToken)
        => Expect.IsUtf8(call, (await call.Chat().GetResponseAsync("한국어로 한 문장만 답해 주세요: 훈민정음은 무엇인가요?", cancellationToken: cancellationToken)).Text);

    private static async Task FinishAsync(FactCall call, CancellationToken cancellationToken)
    {
        Expect.Supported(call.Endpoint.Chat.FinishReasons, new("The binding maps no finish reason.", "바인딩에 종료 이유(finish)가 없습니다."));
        var reason = (await call.Chat().GetResponseAsync(Question, cancellationToken: cancellationToken)).FinishReason;
        Expect.Holds(
            reason == ChatFinishReason.Stop,
            call,
            "finish",
            new($"The finish reason is '{reason?.Value ?? "none"}', not 'stop'.", $"종료 이유가 'stop'이 아니라 '{reason?.Value ?? "없음"}'입니다."),
            new("Send it, or add the provider's word to the binding's `finish.values`.", "종료 이유를 보내거나, 공급사의 값을 바인딩의 `finish.values`에 넣으십시오."));
    }

    private static async Task UsageAsync(FactCall call, CancellationToken cancellationToken)
    {
        Expect.Supported(call.Endpoint.Chat.Usage, new("The binding maps no usage.", "바인딩에 사용량(usage)이 없습니다."));
        Expect.Sums(call, (await call.Chat().GetResponseAsync(Question, cancellationToken: cancellationToken)).Usage);
    }

    private static async Task LimitAsync(FactCall call, CancellationToken cancellationToken)
    {
        Expect.Supported(call.Endpoint.Chat.LimitsOutput, new("The binding has no place for a limit of the output.", "바인딩에 출력 한도(maxOutputTokens)가 없습니다."));
        var response = await call.Chat().GetResponseAsync(
            "1부터 200까지 한국어로 하나씩 세어 주세요.",
            new ChatOptions { MaxOutputTokens = FewTokens },
            cancellationToken);
        Expect.Holds(
            response.Usage?.OutputTokenCount is null or <= FewTokens,
            call,
            "usage",
            new($"The limit was {FewTokens} tokens, and {response.Usage?.OutputTokenCount} came.", $"한도는 {FewTokens}토큰인데 {response.Usage?.OutputTokenCount}토큰이 왔습니다."),
            new("Honour the limit, or correct the binding's `maxOutputTokens`.", "한도를 지키거나 바인딩의 `maxOutputTokens`를 고치십시오."));
        Expect.Holds(
            !call.Endpoint.Chat.FinishReasons || response.FinishReason == ChatFinishReason.Length,
            call,
            "finish",
            new($"The finish reason of an answer that was cut is '{response.FinishReason?.Value ?? "none"}', not 'length'.", $"한도에서 끊긴 답의 종료 이유가 'length'가 아니라 '{response.FinishReason?.Value ?? "없음"}'입니다."),
            new("Say that the limit ended the answer; map the word in the binding's `finish.values`.", "한도 때문에 끝났음을 알리고, 그 값을 바인딩의 `finish.values`에 넣으십시오."));
    }

    private static async Task SchemaAsync(FactCall call, CancellationToken cancellationToken)
    {
        Expect.Can(call, ModelCapabilities.JsonSchema, "jsonSchema");
        var schema = JsonElement.Parse("""{"type":"object","properties":{"city":{"type":"string"},"degrees":{"type":"integer"}},"required":["city","degrees"],"additionalProperties":false}""");
        var response = await call.Chat().GetResponseAsync(
            "부산은 지금 21도입니다. 이 사실을 형식에 맞추어 적어 주세요.",
            new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema(schema, "weather") },
            cancellationToken);
        Expect.Holds(
            Follows(response.Text),
            call,
            "text",
            new("The text does not follow the schema: an object with 'city', a string, and 'degrees', a whole number.", "글이 스키마를 따르지 않습니다. 문자열 'city'와 정수 'degrees'가 있는 객체여야 합니다."),
            new("Hold the model to the schema, or take 'jsonSchema' out of the model's `can`.", "모델이 스키마를 지키게 하거나 모델의 `can`에서 'jsonSchema'를 빼십시오."));
    }

    private static async Task ReasoningAsync(FactCall call, CancellationToken cancellationToken)
    {
        Expect.Supported(call.Endpoint.Chat.Reasoning, new("The binding maps no reasoning text.", "바인딩에 추론(reasoning) 글이 없습니다."));
        Expect.Can(call, ModelCapabilities.Reasoning, "reasoning");
        var response = await call.Chat().GetResponseAsync(
            "사과 7개 중 3개를 먹고 5개를 더 샀습니다. 몇 개인가요?",
            new ChatOptions { Reasoning = new ReasoningOptions { Effort = ReasoningEffort.Medium } },
            cancellationToken);
        Expect.HasText(call, response);
        var hasReasoning = response.Messages.SelectMany(message => message.Contents).OfType<TextReasoningContent>().Any(content => !string.IsNullOrWhiteSpace(content.Text));
        Expect.Supported(
            hasReasoning || call.Endpoint.ChatModel is not null,
            new("No thinking came, and the binding does not say whether this model can think.", "추론 글이 오지 않았고, 이 모델이 추론할 수 있는지 바인딩에 없습니다."));
        Expect.Holds(
            hasReasoning,
            call,
            "reasoning",
            new("The model was told to think, and no thinking came apart from the answer.", "추론을 요청했으나 답과 따로 온 추론 글이 없습니다."),
            new("Send it where the binding's `response.reasoning` points, or take 'reasoning' out of the model's `can`.", "바인딩의 `response.reasoning`이 가리키는 곳에 보내거나 모델의 `can`에서 'reasoning'을 빼십시오."));
    }

    private static bool Follows(string text)
    {
        try
        {
            using var answer = JsonDocument.Parse(text);
            return answer.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("city", out var city) && city.ValueKind == JsonValueKind.String
                && root.TryGetProperty("degrees", out var degrees) && degrees.ValueKind == JsonValueKind.Number && degrees.TryGetInt64(out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
