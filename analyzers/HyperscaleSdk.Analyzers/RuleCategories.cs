namespace HyperscaleSdk.Analyzers;

internal static class RuleCategories
{
    public const string PersonalData = "PersonalData";
    public const string CrossBorder = "CrossBorder";
    public const string UsageReporting = "UsageReporting";
    public const string Transparency = "Transparency";
    public const string Credentials = "Credentials";
    public const string Reliability = "Reliability";
    public const string Policy = "Policy";
    public const string Analysis = "Analysis";
}
