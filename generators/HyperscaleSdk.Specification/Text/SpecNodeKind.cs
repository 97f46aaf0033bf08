namespace HyperscaleSdk.Specification.Text;

/// <summary>What a <see cref="SpecNode"/> holds, in terms that JSON and YAML share.</summary>
#if HYPERSCALE_SHARED_TEXT
internal
#else
public
#endif
    enum SpecNodeKind
{
    /// <summary>JSON <c>null</c>, YAML <c>null</c>, <c>~</c> or an absent value.</summary>
    Null,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A number, kept as it was written.</summary>
    Number,

    /// <summary>Text.</summary>
    String,

    /// <summary>A JSON array or YAML sequence.</summary>
    Sequence,

    /// <summary>A JSON object or YAML mapping.</summary>
    Mapping,
}
