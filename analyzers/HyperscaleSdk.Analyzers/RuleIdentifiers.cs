namespace HyperscaleSdk.Analyzers;

/// <summary>Every rule id, once. A rule's page is <c>docs/rules/&lt;id&gt;.md</c>.</summary>
public static class RuleIdentifiers
{
    /// <summary>Resident registration number sent to an AI API.</summary>
    public const string ResidentRegistrationNumberToAi = "HSAI0001";

    /// <summary>AI call bypasses the usage ledger.</summary>
    public const string CallBypassesUsageLedger = "HSAI0003";

    internal static string HelpLink(string id) => $"https://github.com/hyperscale-sdk/hyperscale-sdk/blob/main/docs/rules/{id}.md";
}
