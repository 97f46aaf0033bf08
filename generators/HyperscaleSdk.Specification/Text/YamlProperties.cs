using System.Runtime.InteropServices;

namespace HyperscaleSdk.Specification.Text;

/// <summary>The anchor and tag before a node.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct YamlProperties
{
    /// <summary>The anchor's name without <c>&amp;</c>; null when there is none.</summary>
    public string? Anchor;

    /// <summary>What the tag says.</summary>
    public YamlTag Tag;

    /// <summary>Whether anything was written, an ignored tag included.</summary>
    public bool Any;
}
