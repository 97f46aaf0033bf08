namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>How a known method moves data.</summary>
internal enum CallModel
{
    /// <summary>No model: everything given may be in the result.</summary>
    Other,

    /// <summary>The result is, or enumerates, the subject itself.</summary>
    Identity,

    /// <summary>The result is an element of the subject.</summary>
    Element,

    /// <summary>The result is what the given function makes of the subject's elements.</summary>
    Map,

    /// <summary>The result's elements are pairs of elements, or pieces of the subject.</summary>
    Parts,

    /// <summary>The result holds the subject's elements by a key that a function makes of them.</summary>
    Group,

    /// <summary>The result is a tuple or pair of the arguments.</summary>
    Tuple,

    /// <summary>The result is the subject as text.</summary>
    ToText,

    /// <summary>The result is a text made of the arguments.</summary>
    Format,

    /// <summary>The result is a text of everything the arguments refer to.</summary>
    Serialize,

    /// <summary>The result is a part of the text.</summary>
    Substring,

    /// <summary>The result says how much or how many, and nothing about any one element.</summary>
    Measure,

    /// <summary>The result is the element or attribute of a name.</summary>
    XmlPart,

    /// <summary>The result is the text without what a regular expression replaces.</summary>
    RegexReplace,
}
