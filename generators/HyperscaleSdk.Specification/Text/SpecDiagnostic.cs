namespace HyperscaleSdk.Specification.Text;

/// <summary>Something to tell about one place in a document. Equal by value, so that it can be cached.</summary>
/// <param name="Id">Rule id, such as <c>HSAI1001</c>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Path">Path of the document, as it was given to the reader.</param>
/// <param name="Span">The characters meant, as offsets.</param>
/// <param name="Start">Line and column of the first character.</param>
/// <param name="End">Line and column just behind the last character.</param>
/// <param name="Message">What is wrong, what was expected and what to change, in English.</param>
/// <param name="KoreanMessage">The same in Korean.</param>
#if HYPERSCALE_SHARED_TEXT
internal
#else
public
#endif
    sealed record SpecDiagnostic(
    string Id,
    SpecSeverity Severity,
    string Path,
    SourceSpan Span,
    SourcePosition Start,
    SourcePosition End,
    string Message,
    string KoreanMessage);
