using System;
using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Policies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HyperscaleSdk.Analyzers.Policies;

/// <summary>Which of the additional files is the policy.</summary>
internal static class PolicyFiles
{
    private const string ItemType = "build_metadata.AdditionalFiles.SourceItemType";

    /// <summary>The policies of a project: those listed as <c>HyperscalePolicy</c>, else those named as a policy is. The first one counts.</summary>
    public static IReadOnlyList<AdditionalText> Find(AnalyzerOptions options)
    {
        var listed = options.AdditionalFiles.Where(file => IsListed(file, options)).ToList();
        var found = listed.Count > 0 ? listed : options.AdditionalFiles.Where(file => IsNamed(file.Path)).ToList();

        // An item that is listed twice is one file. The order of items is the project's own.
        return found.GroupBy(file => file.Path, StringComparer.Ordinal).Select(file => file.First()).ToList();
    }

    public static bool IsNamed(string path) =>
        path.EndsWith(Policy.FileName, StringComparison.OrdinalIgnoreCase)
        && (path.Length == Policy.FileName.Length || path[path.Length - Policy.FileName.Length - 1] is '/' or '\\');

    private static bool IsListed(AdditionalText file, AnalyzerOptions options) =>
        options.AnalyzerConfigOptionsProvider.GetOptions(file).TryGetValue(ItemType, out var type)
        && string.Equals(type, "HyperscalePolicy", StringComparison.OrdinalIgnoreCase);
}
