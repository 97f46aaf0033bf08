using HyperscaleSdk.Localization;

namespace HyperscaleSdk.CodeFixes;

/// <summary>The names of the fixes.</summary>
internal static class FixTexts
{
    public static readonly BilingualText Redact = new("Redact with PersonalDataRedactor", "PersonalDataRedactor로 가리기");
    public static readonly BilingualText UseUsageLedger = new("Add UseUsageLedger", "UseUsageLedger 추가");
}
