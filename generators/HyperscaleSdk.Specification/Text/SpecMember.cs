using System;

namespace HyperscaleSdk.Specification.Text;

/// <summary>One key with its value in a <see cref="SpecNodeKind.Mapping"/>.</summary>
#if HYPERSCALE_SHARED_TEXT
internal
#else
public
#endif
    readonly struct SpecMember : IEquatable<SpecMember>
{
    /// <summary>Makes a member.</summary>
    /// <param name="name">Decoded key.</param>
    /// <param name="nameSpan">The key as written, quotes included.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="value"/> is null.</exception>
    public SpecMember(string name, SourceSpan nameSpan, SpecNode value)
    {
        Name = name ?? throw new ArgumentNullException(nameof(name));
        Value = value ?? throw new ArgumentNullException(nameof(value));
        NameSpan = nameSpan;
    }

    /// <summary>The decoded key. A YAML key keeps its source text: the key <c>200</c> is named <c>"200"</c>.</summary>
    public string Name { get; }

    /// <summary>Where the key stands, quotes included.</summary>
    public SourceSpan NameSpan { get; }

    /// <summary>The value.</summary>
    public SpecNode Value { get; }

    /// <summary>Whether both are the same key at the same place with the same value node.</summary>
    /// <param name="left">One member.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when they are the same.</returns>
    public static bool operator ==(SpecMember left, SpecMember right) => left.Equals(right);

    /// <summary>The opposite of equality.</summary>
    /// <param name="left">One member.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when they differ.</returns>
    public static bool operator !=(SpecMember left, SpecMember right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(SpecMember other) =>
        string.Equals(Name, other.Name, StringComparison.Ordinal) && NameSpan == other.NameSpan && ReferenceEquals(Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SpecMember other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (StringComparer.Ordinal.GetHashCode(Name ?? string.Empty) * 397) ^ NameSpan.GetHashCode();
}
