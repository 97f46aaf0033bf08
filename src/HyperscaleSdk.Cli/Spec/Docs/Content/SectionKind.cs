namespace HyperscaleSdk.Cli.Spec.Docs.Content;

/// <summary>What a section of the page is about; it decides how the section looks.</summary>
internal enum SectionKind
{
    /// <summary>A part of the page.</summary>
    Part,

    /// <summary>Operations that belong together.</summary>
    Group,

    Operation,

    /// <summary>A type of the generated code: folded away until somebody asks for it.</summary>
    Type,
}
