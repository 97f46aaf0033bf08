using HyperscaleSdk.Localization;

namespace HyperscaleSdk.CodeFixes;

/// <summary>The names of the fixes.</summary>
internal static class FixTexts
{
    public static readonly BilingualText Redact = new("Redact with PersonalDataRedactor", "PersonalDataRedactor로 가리기");
    public static readonly BilingualText AddPolicyEntry = new("Add the entry to the policy, to be filled in", "정책에 채워 넣을 항목 추가");
    public static readonly BilingualText UseUsageLedger = new("Add UseUsageLedger", "UseUsageLedger 추가");
}
