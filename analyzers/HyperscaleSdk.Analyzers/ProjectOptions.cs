using System;
using HyperscaleSdk.Policies;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HyperscaleSdk.Analyzers;

/// <summary>What the project file tells the analyzers.</summary>
internal sealed class ProjectOptions(AnalyzerConfigOptions options)
{
    private readonly AnalyzerConfigOptions _options = options;

    /// <summary>Voucher money pays for the calls: the ledger rules are errors.</summary>
    public bool IsVoucher => Is("HyperscaleVoucher", "true");

    public bool IsTestProject => Is("IsTestProject", "true");

    /// <summary><c>HyperscaleRole=Service</c>: people outside the organisation use what the project makes.</summary>
    public bool IsService => Is("HyperscaleRole", "Service");

    /// <summary><c>HyperscaleRole</c> is set and not <c>None</c>: an AI business operator of some kind.</summary>
    public bool HasRole => IsService || Is("HyperscaleRole", "Internal");

    /// <summary><c>HyperscaleRole=None</c>: the project says that none of the duties apply to it.</summary>
    public bool IsExempt => Is("HyperscaleRole", "None");

    /// <summary><c>HyperscaleProfile=public</c>: a public institution's rules apply.</summary>
    public bool IsPublicSector => Is("HyperscaleProfile", "public");

    /// <summary><c>HyperscaleProfile</c> is set: it counts, whatever the policy says.</summary>
    public bool HasProfile => Value("HyperscaleProfile") is not null;

    /// <summary>
    /// <c>HyperscaleDate</c>: the day of the build in Korea, which the build hands in so that a compilation depends on its inputs
    /// only. Null when it does not, and then nothing has expired.
    /// </summary>
    public PolicyDate? Today => PolicyDate.TryParse(Value("HyperscaleDate"), out var day) ? day : null;

    /// <summary><c>HyperscaleAnalysisRecord=true</c>: the analysis says what it has seen.</summary>
    public bool WantsAnalysisRecord => Is("HyperscaleAnalysisRecord", "true");

    /// <summary>What a library's methods do with personal data is written into it; <c>HyperscaleFlowSummaries=false</c> leaves it out.</summary>
    public bool WantsFlowSummaries => !Is("HyperscaleFlowSummaries", "false");

    public string? Value(string property) =>
        _options.TryGetValue("build_property." + property, out var value) && value.Trim().Length > 0 ? value.Trim() : null;

    private bool Is(string property, string wanted) => string.Equals(Value(property), wanted, StringComparison.OrdinalIgnoreCase);
}
