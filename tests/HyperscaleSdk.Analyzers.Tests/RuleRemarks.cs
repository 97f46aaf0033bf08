namespace HyperscaleSdk.Analyzers.Tests;

/// <summary>What the table of rules says where the default severity, or the plain yes of a fix, is not the whole story.</summary>
/// <param name="Severity">In place of the descriptor's severity; null to keep it.</param>
/// <param name="Fix">In place of yes; null to keep it.</param>
internal sealed record RuleRemarks(string? Severity = null, string? Fix = null)
{
    public static IReadOnlyDictionary<string, RuleRemarks> All { get; } = new Dictionary<string, RuleRemarks>(StringComparer.Ordinal)
    {
        ["HSAI0003"] = new("error in voucher projects, otherwise information"),
        ["HSAI0004"] = new("error when declared, warning by name", "the guard only"),
        ["HSAI0007"] = new("warning; error when declared in the public profile"),
        ["HSAI0011"] = new("warning in services"),
        ["HSAI0013"] = new("error in services"),
        ["HSAI0017"] = new("warning with a role"),
        ["HSAI0019"] = new(Fix: "for what is disposed"),
        ["HSAI0021"] = new(Fix: "for clauses"),
        ["HSAI0022"] = new(Fix: "for known aliases"),
        ["HSAI0023"] = new("warning in voucher projects, otherwise information", "for amounts"),
        ["HSAI0026"] = new(Fix: "for HTML and paths"),
        ["HSAI0027"] = new("error in the public profile, otherwise warning"),
    };
}
