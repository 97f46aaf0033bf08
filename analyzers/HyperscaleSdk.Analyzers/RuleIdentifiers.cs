namespace HyperscaleSdk.Analyzers;

/// <summary>Every rule id, once. A rule's page is <c>docs/rules/&lt;id&gt;.md</c>.</summary>
public static class RuleIdentifiers
{
    /// <summary>Resident registration number sent to an AI API.</summary>
    public const string ResidentRegistrationNumberToAi = "HSAI0001";

    /// <summary>Another unique identifier (passport, licence, foreigner number) sent to an AI API.</summary>
    public const string UniqueIdentifierToAi = "HSAI0002";

    /// <summary>AI call bypasses the usage ledger.</summary>
    public const string CallBypassesUsageLedger = "HSAI0003";

    /// <summary>Sensitive information sent to an AI API.</summary>
    public const string SensitiveInformationToAi = "HSAI0004";

    /// <summary>Personal data leaves Korea without a transfer basis.</summary>
    public const string TransferAbroadWithoutBasis = "HSAI0005";

    /// <summary>API key in source.</summary>
    public const string ApiKeyInSource = "HSAI0006";

    /// <summary>Unredacted personal data in a prompt.</summary>
    public const string PersonalDataToAi = "HSAI0007";

    /// <summary>Whole entity or record serialised into a prompt.</summary>
    public const string EntityInPrompt = "HSAI0008";

    /// <summary>Provider not in the processor register.</summary>
    public const string ProviderNotRegistered = "HSAI0009";

    /// <summary>Prompt or response written to logs or telemetry.</summary>
    public const string PromptInLog = "HSAI0010";

    /// <summary>AI output returned without a label.</summary>
    public const string UnlabelledOutput = "HSAI0011";

    /// <summary>No prior AI notice registered.</summary>
    public const string MissingAiNotice = "HSAI0012";

    /// <summary>Synthetic image, voice or video without a perceivable mark.</summary>
    public const string UnmarkedSyntheticMedia = "HSAI0013";

    /// <summary>Plain HTTP or disabled certificate check.</summary>
    public const string InsecureTransport = "HSAI0014";

    /// <summary>Voucher call without a budget guard.</summary>
    public const string VoucherWithoutBudget = "HSAI0015";

    /// <summary>A provider's training or retention terms are unknown.</summary>
    public const string ProviderTermsUnknown = "HSAI0016";

    /// <summary>Automated decision without a human path.</summary>
    public const string DecisionWithoutHuman = "HSAI0017";

    /// <summary>High-impact use not reviewed.</summary>
    public const string HighImpactNotReviewed = "HSAI0018";

    /// <summary>Usage not settled on failure, cancellation or stream end.</summary>
    public const string UsageNotSettled = "HSAI0019";

    /// <summary>Child data without guardian consent.</summary>
    public const string ChildDataToAi = "HSAI0020";

    /// <summary>A retry can be charged twice.</summary>
    public const string RetryDoubleCharge = "HSAI0021";

    /// <summary>Price or model not pinned.</summary>
    public const string ModelNotPinned = "HSAI0022";

    /// <summary>Money as floating point, or an undated exchange rate.</summary>
    public const string MoneyAsFloat = "HSAI0023";

    /// <summary>A pseudonym map travels with the prompt.</summary>
    public const string PseudonymMapToAi = "HSAI0024";

    /// <summary>Evidence kept too briefly.</summary>
    public const string EvidenceRetention = "HSAI0025";

    /// <summary>Model output executed or trusted.</summary>
    public const string OutputExecuted = "HSAI0026";

    /// <summary>Destination not allowed by the institution's profile.</summary>
    public const string DestinationNotAllowed = "HSAI0027";

    /// <summary>Suppression without a reason, or an outdated rule pack.</summary>
    public const string UnjustifiedSuppression = "HSAI0028";

    /// <summary>Record of the personal-data analysis.</summary>
    public const string AnalysisRan = "HSAI3001";

    /// <summary>The analysis of a method was cut short.</summary>
    public const string AnalysisTruncated = "HSAI3002";

    internal static string HelpLink(string id) => $"https://github.com/hyperscale-sdk/hyperscale-sdk/blob/main/docs/rules/{id}.md";
}
