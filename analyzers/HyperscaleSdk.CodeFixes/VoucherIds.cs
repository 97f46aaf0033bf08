using System;
using System.Linq;
using System.Threading;
using HyperscaleSdk.Analyzers;
using HyperscaleSdk.Analyzers.Policies;
using HyperscaleSdk.Policies;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.CodeFixes;

/// <summary>Which voucher a client's budget is taken from.</summary>
internal static class VoucherIds
{
    /// <summary>Stands where the policy has no voucher: such a budget is refused until the policy has it.</summary>
    public const string Placeholder = "voucher";

    /// <summary>The voucher of a supplier that pays today, else the first that pays today, else the first of the policy.</summary>
    /// <param name="document">A file of the project.</param>
    /// <param name="supplier">Provider id; null when it is not known.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static string Of(Document document, string? supplier, CancellationToken cancellationToken)
    {
        var options = document.Project.AnalyzerOptions;
        var text = PolicyFiles.Find(options).FirstOrDefault()?.GetText(cancellationToken);
        if (text is null || PolicyReader.Read(text.ToString()).Policy is not { Vouchers.Count: > 0 } policy)
        {
            return Placeholder;
        }

        var today = new ProjectOptions(options.AnalyzerConfigOptionsProvider.GlobalOptions).Today;
        var paying = policy.Vouchers.Where(voucher => today is not { } day || voucher.IsValidOn(day)).ToList();
        return (paying.Find(voucher => supplier is not null && string.Equals(voucher.Supplier, supplier, StringComparison.OrdinalIgnoreCase))
            ?? paying.FirstOrDefault() ?? policy.Vouchers[0]).Id;
    }
}
