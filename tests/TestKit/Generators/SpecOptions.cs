using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HyperscaleSdk.TestKit;

/// <summary>Build properties and item metadata as the compiler hands them to a generator.</summary>
public sealed class SpecOptions(IReadOnlyDictionary<string, string>? properties = null) : AnalyzerConfigOptionsProvider
{
    /// <inheritdoc/>
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Values("build_property.", properties ?? new Dictionary<string, string>(StringComparer.Ordinal));

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile)
        => new Values("build_metadata.AdditionalFiles.", textFile is SpecText spec ? spec.Metadata : new Dictionary<string, string>(StringComparer.Ordinal));

    private sealed class Values(string prefix, IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = null;
            return key.StartsWith(prefix, StringComparison.Ordinal) && values.TryGetValue(key[prefix.Length..], out value);
        }
    }
}
