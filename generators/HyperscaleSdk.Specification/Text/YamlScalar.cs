using System.Runtime.InteropServices;

namespace HyperscaleSdk.Specification.Text;

/// <summary>A scalar that was read and is not a node yet, because it may be a key.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct YamlScalar
{
    /// <summary>The scalar as written, quotes included.</summary>
    public SourceSpan Span;

    /// <summary>Its content in the text, where it reads as it is written.</summary>
    public SourceSpan Content;

    /// <summary>Whether the content stands in the buffer instead.</summary>
    public bool IsBuffered;

    /// <summary>Whether it was written without quotes, so that it may be a number and the like.</summary>
    public bool IsPlain;
}
