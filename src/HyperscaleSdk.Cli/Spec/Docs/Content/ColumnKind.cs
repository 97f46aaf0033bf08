namespace HyperscaleSdk.Cli.Spec.Docs.Content;

/// <summary>What a column holds; it decides how wide it is and where its lines may break.</summary>
internal enum ColumnKind
{
    /// <summary>Running text.</summary>
    Text,

    /// <summary>Names, which break only where they must.</summary>
    Name,

    /// <summary>A word or a date.</summary>
    Short,
    Number,
}
