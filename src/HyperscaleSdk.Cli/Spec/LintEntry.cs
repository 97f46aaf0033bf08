using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Cli.Spec;

/// <summary>One finding of <c>spec lint</c>, whether a build reports it as well or only the linter does.</summary>
/// <param name="Id">Rule id.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Path">The file, as it was given on the command line.</param>
/// <param name="Start">Line and column of the first character, from 0.</param>
/// <param name="End">Line and column just behind the last character, from 0.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="KoreanMessage">The same in Korean.</param>
/// <param name="Fix">What to write; null when the message says it already.</param>
/// <param name="KoreanFix">The same in Korean.</param>
internal sealed record LintEntry(
    string Id,
    SpecSeverity Severity,
    string Path,
    SourcePosition Start,
    SourcePosition End,
    string Message,
    string KoreanMessage,
    string? Fix,
    string? KoreanFix)
{
    /// <summary>The severity as a compiler writes it.</summary>
    public string Level => Severity switch
    {
        SpecSeverity.Error => "error",
        SpecSeverity.Warning => "warning",
        _ => "info",
    };
}
