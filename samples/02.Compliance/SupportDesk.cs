using HyperscaleSdk;
using Microsoft.Extensions.AI;

namespace Compliance;

/// <summary>상담 업무 / what the support team lets a model do.</summary>
internal sealed class SupportDesk(IChatClient chat, ILogger logger)
{
    // HSAI0001: 주민등록번호를 프롬프트에 / a resident registration number in the prompt
    public async Task<bool> IsAdultAsync(Member member)
    {
        var reply = await chat.GetResponseAsync($"주민등록번호가 {member.ResidentNumber}인 회원이 성인이면 '예', 아니면 '아니오'로만 답하세요.");
        return reply.Text.StartsWith('예');
    }

    // HSAI0007: 가리지 않은 전화번호를 프롬프트에 / an unredacted phone number in the prompt
    public async Task<AiGenerated<string>> DraftDelayNoticeAsync(Member member)
    {
        var reply = await chat.GetResponseAsync($"{member.Phone} 번호로 보낼 배송 지연 안내 문자를 써 주세요.");
        return reply.WithAiLabel();
    }

    // HSAI0010: 모델의 답을 로그에 / the answer in the log
    public async Task<bool> ClassifyAsync(string text)
    {
        var reply = await chat.GetResponseAsync($"다음 문의가 배송에 관한 것이면 '예', 아니면 '아니오'로만 답하세요: {text}");
        logger.LogInformation("분류 결과: {Answer}", reply.Text);
        return reply.Text.StartsWith('예');
    }

    // HSAI0026: 모델이 지은 이름을 그대로 파일 경로로 / a path that the model chose
    public async Task SaveNoteAsync(string text)
    {
        var reply = await chat.GetResponseAsync($"다음 메모에 어울리는 파일 이름을 하나만 지어 주세요: {text}");
        await File.WriteAllTextAsync(Path.Combine("notes", reply.Text), text);
    }
}
