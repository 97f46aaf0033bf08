using System.Runtime.InteropServices;

namespace HyperscaleSdk.Specification.Text;

/// <summary>What was counted when an anchored node began.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct YamlAnchorScope
{
    /// <summary>The anchor; null for a node without one.</summary>
    public string? Name;

    public long NodeCount;

    public int DeepestLevel;

    public int AliasLevel;
}
