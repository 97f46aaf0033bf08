using System;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>What a service container is asked for.</summary>
internal sealed class ServiceKey(ITypeSymbol type, string? key) : IEquatable<ServiceKey>
{
    /// <summary>A key that is not a constant: it fits every registration.</summary>
    public const string AnyKey = "*";

    public ITypeSymbol Type { get; } = type;

    /// <summary>The constant key; null without one, <see cref="AnyKey"/> when it is known at run time only.</summary>
    public string? Key { get; } = key;

    public bool Fits(ServiceKey registered) =>
        SymbolEqualityComparer.Default.Equals(Type, registered.Type)
        && (Key is AnyKey || registered.Key is AnyKey || string.Equals(Key, registered.Key, StringComparison.Ordinal));

    public bool Equals(ServiceKey? other) =>
        other is not null && SymbolEqualityComparer.Default.Equals(Type, other.Type) && string.Equals(Key, other.Key, StringComparison.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as ServiceKey);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Type);
}
