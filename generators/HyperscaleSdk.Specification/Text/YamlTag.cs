namespace HyperscaleSdk.Specification.Text;

/// <summary>What a tag says about a scalar.</summary>
internal enum YamlTag
{
    /// <summary>There is no tag, or one that says nothing here.</summary>
    None,

    /// <summary><c>!!str</c> or the non-specific <c>!</c>.</summary>
    String,

    /// <summary><c>!!int</c> or <c>!!float</c>.</summary>
    Number,

    /// <summary><c>!!bool</c>.</summary>
    Boolean,

    /// <summary><c>!!null</c>.</summary>
    Null,
}
