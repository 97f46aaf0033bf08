using System.Runtime.InteropServices;

namespace HyperscaleSdk.Runtime;

/// <summary>Marks the constructor with which a generated model makes itself before its members are read. For generated code.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct JsonInit : IEquatable<JsonInit>
{
    /// <inheritdoc/>
    public bool Equals(JsonInit other) => true;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is JsonInit;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;

    /// <summary>Two markers are always equal.</summary>
    public static bool operator ==(JsonInit left, JsonInit right) => left.Equals(right);

    /// <summary>Two markers are never different.</summary>
    public static bool operator !=(JsonInit left, JsonInit right) => !left.Equals(right);
}
