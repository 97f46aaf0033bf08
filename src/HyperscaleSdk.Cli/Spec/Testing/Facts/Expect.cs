using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Cli.Spec.Testing.Facts;

/// <summary>What the checks share.</summary>
internal static class Expect
{
    public static void Holds(bool holds, FactCall call, string? at, Phrase message, Phrase fix)
    {
        if (!holds)
        {
            throw FactException.Failed(call.Place(at), message, fix);
        }
    }

    public static void Supported(bool isSupported, Phrase reason)
    {
        if (!isSupported)
        {
            throw FactException.NotSupported(reason);
        }
    }

    /// <summary>What the binding lists as an ability of the model. Of a model that it does not list nothing is known, and it is asked.</summary>
    public static void Can(FactCall call, ModelCapabilities ability, string word)
    {
        if (call.Endpoint.ChatModel is { } model && !model.Capabilities.HasFlag(ability))
        {
            throw FactException.NotSupported(new(
                $"The binding does not list '{word}' among what '{model.Id}' can.",
                $"바인딩이 '{model.Id}' 모델의 can에 '{word}'을(를) 적지 않았습니다."));
        }
    }

    public static void HasText(FactCall call, ChatResponse response) => Holds(
        !string.IsNullOrWhiteSpace(response.Text),
        call,
        at: null,
        new("The answer has no text.", "답에 글이 없습니다."),
        new("Send the text where the binding's `response.text` points, or correct the pointer.", "바인딩의 `response.text`가 가리키는 곳에 글을 보내거나 포인터를 고치십시오."));

    public static void IsUtf8(FactCall call, string text)
    {
        Holds(
            call.Last.ContentType?.CharSet is null || call.Last.ContentType.CharSet.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase),
            call,
            "header content-type",
            new($"The charset is '{call.Last.ContentType?.CharSet}'.", $"문자 집합이 '{call.Last.ContentType?.CharSet}'입니다."),
            new("Send UTF-8, and no other charset.", "UTF-8로만 보내십시오."));
        Holds(
            call.Last.IsUtf8 && !text.Contains('\uFFFD'),
            call,
            "body",
            new("The body is not valid UTF-8.", "본문이 올바른 UTF-8이 아닙니다."),
            new("Encode the whole text at once; cut a stream between characters, not between bytes.", "글 전체를 한 번에 인코딩하고, 스트림은 바이트가 아니라 글자 사이에서 나누십시오."));
        Holds(
            text.Any(letter => letter is >= '가' and <= '힣'),
            call,
            "text",
            new("A Korean question got an answer without a Korean letter.", "한국어 질문에 한글이 없는 답이 왔습니다."),
            new("Check how the endpoint reads and writes Korean.", "엔드포인트가 한국어를 읽고 쓰는 과정을 확인하십시오."));
    }

    public static void Sums(FactCall call, UsageDetails? usage)
    {
        Holds(
            usage is { InputTokenCount: > 0, OutputTokenCount: > 0 },
            call,
            "usage",
            new("Input and output tokens are missing, or zero.", "입력·출력 토큰 수가 없거나 0입니다."),
            new("Report both, where the binding's `usage` points.", "바인딩의 `usage`가 가리키는 곳에 둘 다 보내십시오."));
        Holds(
            usage!.TotalTokenCount == usage.InputTokenCount + usage.OutputTokenCount,
            call,
            "usage",
            new($"The total is {usage.TotalTokenCount}, not {usage.InputTokenCount} + {usage.OutputTokenCount}.", $"합계가 {usage.InputTokenCount} + {usage.OutputTokenCount}이(가) 아니라 {usage.TotalTokenCount}입니다."),
            new("Let the total be the sum of both.", "합계를 둘의 합으로 보내십시오."));
    }
}
