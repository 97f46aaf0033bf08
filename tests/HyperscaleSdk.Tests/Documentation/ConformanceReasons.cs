namespace HyperscaleSdk.Tests.Documentation;

/// <summary>The reasons of the conformance table in Korean.</summary>
internal static class ConformanceReasons
{
    public static IReadOnlyDictionary<string, string> Korean { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["The provider has no word for the tool mode 'required'"] = "도구 모드 'required'에 해당하는 값이 없다",
        ["The API has no response format for a schema: the schema becomes an instruction in words"] = "스키마를 위한 응답 형식이 없어 스키마를 지시문으로 보낸다",
        ["The model is taken to be for text only: nothing says that it takes images, and the server of the emulator refuses them"] = "이미지를 받는다는 자료가 없어 텍스트 전용으로 보며, 에뮬레이터의 서버가 거부한다",
        ["The provider takes text only"] = "공급사가 텍스트만 받는다",
        ["The binding has no switch for thinking: none is documented"] = "추론을 켜는 방법이 문서에 없어 바인딩에도 없다",
        ["The provider does not count thinking tokens apart"] = "추론 토큰을 따로 세지 않는다",
        ["The provider does not call tools"] = "도구를 호출하지 않는다",
        ["The API has no stop sequences"] = "중단 문자열이 없다",
        ["Usage is not reported in streams; the ledger estimates it"] = "스트리밍에서는 사용량을 알려 주지 않아 원장이 추정한다",
        ["No header with a request id is known"] = "요청 ID를 담은 헤더가 알려져 있지 않다",
        ["The server asks for no key"] = "서버가 키를 요구하지 않는다",
        ["HCX-005 cannot think before it answers"] = "HCX-005는 추론하지 않는다",
        ["HCX-007 takes no images"] = "HCX-007은 이미지를 받지 않는다",
        ["HCX-003 takes no images"] = "HCX-003은 이미지를 받지 않는다",
        ["HCX-003 cannot think before it answers"] = "HCX-003은 추론하지 않는다",
        ["HCX-GOV takes no images"] = "HCX-GOV는 이미지를 받지 않는다",
        ["A server has one model and does not look at the name"] = "서버마다 모델이 하나이며 이름을 보지 않는다",
        ["The server has one model and does not look at the name"] = "서버에 모델이 하나이며 이름을 보지 않는다",
        ["A chat is a list of texts without roles, and a system text apart"] = "대화가 역할 없는 텍스트 목록이며 시스템 텍스트는 따로 보낸다",
        ["Whether a model thinks is the tenant's choice"] = "추론 여부는 고객사 설정에 달려 있다",
        ["Answers name no model: it is taken to be the one that was asked for"] = "응답에 모델 이름이 없어 요청한 모델로 본다",
        ["Usage is not reported; the ledger estimates it"] = "사용량을 알려 주지 않아 원장이 추정한다",
        ["No limit is documented"] = "상한이 문서에 없다",
        ["The chat becomes one text, each turn headed by its role"] = "대화를 역할 표시가 붙은 글 하나로 만든다",
        ["The API has no streams: the answer comes in one piece"] = "스트리밍이 없어 답이 한 번에 온다",
        ["Answers do not say why they ended"] = "응답이 끝난 이유를 알려 주지 않는다",
        ["The request names no model"] = "요청에 모델 이름이 없다",
        ["max_tokens must be given, so that there is no gap to fill"] = "max_tokens가 필수라서 채울 빈자리가 없다",
        ["The length of the vectors is the server's: the binding does not know it"] = "벡터 길이는 서버가 정하며 바인딩은 알지 못한다",
        ["There is one embedding model, bge-m3"] = "임베딩 모델은 bge-m3 하나뿐이다",
    };
}
