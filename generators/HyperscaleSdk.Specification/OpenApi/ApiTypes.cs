using System;

namespace HyperscaleSdk.Specification.OpenApi;

/// <summary>The JSON types that a schema allows; none means any.</summary>
[Flags]
public enum ApiTypes
{
    None = 0,
    String = 1,
    Number = 2,
    Integer = 4,
    Boolean = 8,
    Array = 16,
    Object = 32,
    Null = 64,
}
