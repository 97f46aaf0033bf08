using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Lint;

/// <summary>Something that the author of a document can improve. Text of the document in it is shortened and on one line, but not escaped for any output.</summary>
/// <param name="Id">Rule id, one of <see cref="LintIds"/>.</param>
/// <param name="Severity">How much it matters to a generated SDK.</param>
/// <param name="Span">The characters meant, as offsets in the document's text.</param>
/// <param name="Message">What is wrong, with the name of the thing.</param>
/// <param name="KoreanMessage">The same in Korean.</param>
/// <param name="Fix">What to write. What stands in backquotes is to be written as it is.</param>
/// <param name="KoreanFix">The same in Korean.</param>
public sealed record LintFinding(
    string Id,
    SpecSeverity Severity,
    SourceSpan Span,
    string Message,
    string KoreanMessage,
    string Fix,
    string KoreanFix);
