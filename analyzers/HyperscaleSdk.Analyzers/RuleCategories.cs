namespace HyperscaleSdk.Analyzers;

internal static class RuleCategories
{
    public const string PersonalData = "PersonalData";
    public const string UsageReporting = "UsageReporting";
}
