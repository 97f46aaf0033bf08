using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using HyperscaleSdk.Policies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HyperscaleSdk.Analyzers.Policies;

/// <summary>The rules that the build switches off: <c>NoWarn</c> for a project, <c>.editorconfig</c> and <c>.globalconfig</c> for files.</summary>
internal sealed class SwitchedOffRules(Compilation compilation, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
{
    private readonly CompilationOptions _options = compilation.Options;
    private readonly AnalyzerConfigOptionsProvider _files = options;
    private readonly CancellationToken _cancellationToken = cancellationToken;
    private readonly List<SyntaxTree> _trees = [.. compilation.SyntaxTrees.Where(IsWritten).OrderBy(tree => tree.FilePath, StringComparer.Ordinal)];

    /// <summary>The files in which nobody answers in the policy for what the project switches off; empty when it does not, or somebody does.</summary>
    public IReadOnlyList<SyntaxTree> ByProject(string id, ProjectPolicy policy) =>
        _options.SpecificDiagnosticOptions.TryGetValue(id, out var report) && IsOff(report) ? Unanswered(_trees, id, policy) : [];

    /// <summary>The same for what a configuration file switches off. The project's own word goes before it.</summary>
    public IReadOnlyList<SyntaxTree> ByFile(string id, ProjectPolicy policy) =>
        _options.SpecificDiagnosticOptions.ContainsKey(id) ? [] : Unanswered(_trees.Where(tree => IsOff(tree, id)), id, policy);

    private static List<SyntaxTree> Unanswered(IEnumerable<SyntaxTree> trees, string id, ProjectPolicy policy) =>
        [.. trees.Where(tree => !policy.IsSuppressed(id, tree.FilePath) && !policy.IsSuppressed(RuleIdentifiers.UnjustifiedSuppression, tree.FilePath))];

    private bool IsOff(SyntaxTree tree, string id)
    {
        if (_options.SyntaxTreeOptionsProvider is { } provider
            && (provider.TryGetDiagnosticValue(tree, id, _cancellationToken, out var report) || provider.TryGetGlobalDiagnosticValue(id, _cancellationToken, out report)))
        {
            return IsOff(report);
        }

        // All analyzers at once.
        return _files.GetOptions(tree).TryGetValue("dotnet_analyzer_diagnostic.severity", out var severity) && severity is "none" or "silent";
    }

    private static bool IsOff(ReportDiagnostic report) => report is ReportDiagnostic.Suppress or ReportDiagnostic.Hidden;

    private static bool IsWritten(SyntaxTree tree)
    {
        var path = tree.FilePath.Replace('\\', '/');
        return path.Length > 0 && path.IndexOf("/obj/", StringComparison.Ordinal) < 0
            && !path.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase) && !path.EndsWith(".generated.cs", StringComparison.OrdinalIgnoreCase)
            && !path.EndsWith(".Designer.cs", StringComparison.OrdinalIgnoreCase);
    }
}
