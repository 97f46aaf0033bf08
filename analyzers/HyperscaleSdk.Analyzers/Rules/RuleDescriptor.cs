using HyperscaleSdk.Localization;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Rules;

/// <summary>Makes the descriptors of the rules, so that id, help link and languages are never forgotten.</summary>
internal static class RuleDescriptor
{
    /// <param name="id">From <see cref="RuleIdentifiers"/>.</param>
    /// <param name="category">From <see cref="RuleCategories"/>.</param>
    /// <param name="severity">
    /// Error or warning. A rule that is information in most projects is lowered when it reports: a command-line build does
    /// not run analyzers whose rules are all information by default.
    /// </param>
    /// <param name="title">What is wrong, without a full stop.</param>
    /// <param name="message">Names the place, the article and the way out.</param>
    /// <param name="description">Why the law or the programme asks for it.</param>
    /// <param name="tags">From <see cref="WellKnownDiagnosticTags"/>: what tools have to know of the rule.</param>
    public static DiagnosticDescriptor Create(
        string id, string category, DiagnosticSeverity severity, BilingualText title, BilingualText message, BilingualText description, params string[] tags) =>
        new(id, title, message, category, severity, isEnabledByDefault: true, description, RuleIdentifiers.HelpLink(id), tags);
}
