namespace HyperscaleSdk.Fuzzing.Trees;

/// <summary>What a <see cref="Tree"/> is written as.</summary>
internal enum TreeKind
{
    Null,
    Boolean,

    /// <summary>A number, or whatever else stands without quotes: the text is written as it is.</summary>
    Number,
    Text,
    Sequence,
    Mapping,

    /// <summary>A YAML alias; the text is the anchor's name. JSON has none and gets null.</summary>
    Alias,
}
