using System.Runtime.InteropServices;

namespace HyperscaleSdk.Specification.Text;

/// <summary>A key that was read, before its value is known.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct YamlKey
{
    public string Name;

    /// <summary>The name's number in the <see cref="StringTable"/>.</summary>
    public int NameId;

    public SourceSpan Span;

    /// <summary>Whether this is <c>&lt;&lt;</c> without quotes.</summary>
    public bool IsMerge;
}
