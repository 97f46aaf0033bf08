using System.Globalization;

namespace HyperscaleSdk.Emulator.Text;

internal static class KoreanAnswer
{
    public static string Write(AnswerFacts facts) => string.Join(' ', Sentences(facts));

    private static IEnumerable<string> Sentences(AnswerFacts facts)
    {
        var greeting = facts.Question.StartsWith("안녕", StringComparison.Ordinal);
        if (greeting)
            yield return "안녕하세요!";
        if (facts.ToolResults.Count > 0)
        {
            yield return $"확인한 결과는 다음과 같습니다: {string.Join(" / ", facts.ToolResults)}.";
            yield return $"‘{facts.Question}’에 대한 답변이 되었기를 바랍니다.";
        }
        else if (greeting && facts.Keywords.Count == 0)
        {
            yield return "만나서 반갑습니다. 무엇을 도와드릴까요?";
            yield return $"‘{facts.Question}’라고 인사해 주셔서 고맙습니다.";
        }
        else
        {
            yield return facts.Variant switch
            {
                0 => $"‘{facts.Question}’에 대해 말씀드리겠습니다.",
                1 => $"문의하신 내용은 ‘{facts.Question}’입니다.",
                _ => $"‘{facts.Question}’라고 말씀해 주셨네요.",
            };
            if (facts.Keywords.Count > 0)
                yield return $"핵심은 {string.Join(", ", facts.Keywords)}이며, 하나씩 차근차근 살펴보시면 좋겠습니다.";
        }

        if (facts.Pictures.Count > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"함께 보내 주신 이미지 {facts.Pictures.Count}장({string.Join(", ", facts.Pictures)})도 확인했습니다.");
        if (facts.Instruction.Length > 0)
            yield return $"‘{facts.Instruction}’라는 안내에 맞추어 답변드렸습니다.";
        if (facts.Earlier.Length > 0)
            yield return $"앞서 ‘{facts.Earlier}’라고 하신 말씀도 함께 고려했습니다.";
        yield return facts.Variant switch
        {
            0 => "이 답변은 에뮬레이터가 만든 예시이니 참고만 해 주세요.",
            1 => "에뮬레이터의 예시 답변이므로 실제 모델의 답변과는 다릅니다.",
            _ => "더 궁금하신 점은 편하게 물어봐 주세요. 이 답변은 에뮬레이터의 예시입니다.",
        };
    }
}
