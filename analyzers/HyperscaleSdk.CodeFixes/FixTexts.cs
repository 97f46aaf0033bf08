using HyperscaleSdk.Localization;

namespace HyperscaleSdk.CodeFixes;

/// <summary>The names of the fixes.</summary>
internal static class FixTexts
{
    public static readonly BilingualText Redact = new("Redact with PersonalDataRedactor", "PersonalDataRedactor로 가리기");
    public static readonly BilingualText AddPolicyEntry = new("Add the entry to the policy, to be filled in", "정책에 채워 넣을 항목 추가");
    public static readonly BilingualText UseGuard = new("Add UsePersonalDataGuard to the client", "클라이언트에 UsePersonalDataGuard 추가");
    public static readonly BilingualText MinimalRecord = new("Send only the members that are not classified", "분류되지 않은 멤버만 보내기");
    public static readonly BilingualText LogLength = new("Log the length", "길이만 기록");
    public static readonly BilingualText NoSensitiveTelemetry = new("Keep contents out of telemetry", "원격 측정에서 내용 제외");
    public static readonly BilingualText UseUsageLedger = new("Add UseUsageLedger", "UseUsageLedger 추가");
    public static readonly BilingualText UseVoucherBudget = new("Add UseVoucherBudget", "UseVoucherBudget 추가");
    public static readonly BilingualText GuardRegistration = new("Add UsePersonalDataGuard where the clients are registered", "클라이언트 등록에 UsePersonalDataGuard 추가");
    public static readonly BilingualText SettleByUsing = new("Settle or release by 'await using'", "'await using'으로 정산·해제");
    public static readonly BilingualText RetryUnbilled = new("Retry only what was refused or never sent", "거절되었거나 전송되지 않은 실패만 재시도");
    public static readonly BilingualText PinModel = new("Name the dated model", "날짜가 있는 모델 이름 지정");
    public static readonly BilingualText ReadKey = new("Read the key from configuration or the environment", "키를 구성이나 환경 변수에서 읽기");
    public static readonly BilingualText UseHttps = new("Use https", "https 사용");
    public static readonly BilingualText RemoveCallback = new("Remove the callback that accepts every certificate", "모든 인증서를 받아들이는 콜백 제거");
    public static readonly BilingualText EncodeHtml = new("Encode as HTML", "HTML로 인코딩");
    public static readonly BilingualText TakeFileName = new("Take the file name only", "파일 이름만 사용");
    public static readonly BilingualText AddAiLabel = new("Label as AI-generated", "AI 생성물 표시 추가");
    public static readonly BilingualText MarkSynthetic = new("Mark as synthetic (write the code that draws the mark)", "합성물 표시 추가(표시를 그리는 코드는 직접 작성)");
    public static readonly BilingualText AskHuman = new("Ask a person first", "먼저 사람의 검토를 받기");
    public static readonly BilingualText UseDecimal = new("Use decimal", "decimal 사용");
    public static readonly BilingualText KeepEvidence = new("Keep it for the minimum period", "최소 보존 기간 적용");
}
