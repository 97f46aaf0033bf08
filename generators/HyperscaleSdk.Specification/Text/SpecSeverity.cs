namespace HyperscaleSdk.Specification.Text;

/// <summary>How much a <see cref="SpecDiagnostic"/> matters.</summary>
#if HYPERSCALE_SHARED_TEXT
internal
#else
public
#endif
    enum SpecSeverity
{
    /// <summary>Worth knowing; nothing is lost.</summary>
    Info,

    /// <summary>The document is usable, but a part of it is not what its author may expect.</summary>
    Warning,

    /// <summary>A part of the document cannot be used.</summary>
    Error,
}
