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
        ["HSAI0011"] = new("warning in services"),
        ["HSAI0013"] = new("error in services"),
        ["HSAI0017"] = new("warning with a role"),
        ["HSAI0026"] = new(Fix: "for HTML and paths"),
    };
}
