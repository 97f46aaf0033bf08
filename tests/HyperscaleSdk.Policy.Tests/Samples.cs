namespace HyperscaleSdk.Policies.Tests;

internal static class Samples
{
    public const string Full = """
        {
          "$schema": "https://example.com/policy.schema.json",
          "$comment": "한국어 주석",
          "version": 1,
          "organisation": {
            "name": "예시의원", "registrationNumber": "123-45-67890", "role": "service", "privacyPolicyUrl": "https://example.com/privacy"
          },
          "profile": "private",
          "processors": [
            {
              "id": "upstage",
              "name": "업스테이지",
              "role": "processor",
              "contract": "contracts/upstage-2026.pdf",
              "task": "환자 문의 요약",
              "subProcessors": ["Example Cloud"],
              "publishedUrl": "https://example.com/privacy#processors",
              "trainsOnInput": false,
              "retentionDays": 30,
              "deletion": "30일 뒤 자동 삭제",
              "humanReview": false,
              "countries": ["KR", "US"],
              "allowedGrades": ["O"],
              "approved": true,
              "transfer": {
                "basis": "contract",
                "items": ["문의 내용"],
                "method": "호출할 때마다 TLS로 전송",
                "recipient": "Upstage (privacy@example.com)",
                "purpose": "답변 생성",
                "period": "30일",
                "refusal": "설정 화면에서 거부, 요약 기능을 쓸 수 없음"
              }
            }
          ],
          "purposes": [
            {
              "id": "triage",
              "description": "발열 분류",
              "basis": "consent",
              "kinds": ["health", "name"],
              "separateConsent": true,
              "evidence": "consent/triage.md",
              "processors": ["upstage"],
              "grade": "O",
              "domain": "healthCare"
            },
            {
              "id": "eligibility",
              "basis": "statute",
              "statute": "국민건강보험법 제12조",
              "kinds": ["residentRegistrationNumber"]
            }
          ],
          "guard": { "default": "mask", "actions": { "phone": "placeholder", "residentRegistrationNumber": "block" } },
          "vouchers": [
            {
              "id": "v-2026-001",
              "programme": "AI 통합 바우처",
              "agency": "NIPA",
              "agreement": "2026-0001",
              "supplier": "upstage",
              "product": "Solar Pro",
              "budget": { "government": 10000000, "ownCash": 1500000, "ownInKind": 500000 },
              "validFrom": "2026-05-01",
              "validUntil": "2026-11-30"
            }
          ],
          "transparency": {
            "notice": { "text": "이 서비스는 생성형 AI로 답변합니다.", "evidence": "terms/ai.md" },
            "label": { "evidence": "web/Answer.razor" }
          },
          "highImpactReviews": [
            { "domain": "healthCare", "result": "notApplicable", "date": "2026-04-01", "reviewer": "개인정보 보호책임자", "evidence": "reviews/2026-04.md" }
          ],
          "prices": [
            { "provider": "upstage", "model": "solar-pro3-260323", "date": "2026-04-01", "inputPerMillion": 100.5, "outputPerMillion": 400, "source": "https://example.com/prices" }
          ],
          "suppressions": [
            { "rule": "HSAI0007", "place": "src/Legacy/**", "justification": "가명 처리된 시험 데이터", "approver": "개인정보 보호책임자", "expiry": "2026-12-31" }
          ],
          "rulePack": "2026-11-22"
        }
        """;
}
