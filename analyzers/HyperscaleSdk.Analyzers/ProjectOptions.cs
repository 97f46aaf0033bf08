using System;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HyperscaleSdk.Analyzers;

/// <summary>What the project file tells the analyzers.</summary>
internal sealed class ProjectOptions(AnalyzerConfigOptions options)
{
    private readonly AnalyzerConfigOptions _options = options;

    /// <summary>Voucher money pays for the calls: the ledger rules are errors.</summary>
    public bool IsVoucher => IsTrue("HyperscaleVoucher");

    public bool IsTestProject => IsTrue("IsTestProject");

    private bool IsTrue(string property) =>
        _options.TryGetValue("build_property." + property, out var value) && string.Equals(value.Trim(), "true", StringComparison.OrdinalIgnoreCase);
}
