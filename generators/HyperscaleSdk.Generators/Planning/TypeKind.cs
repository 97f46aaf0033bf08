namespace HyperscaleSdk.Generators.Planning;

/// <summary>What a JSON value becomes in C#.</summary>
internal enum TypeKind
{
    /// <summary>Anything: <c>JsonElement</c>.</summary>
    Any,
    String,
    Int32,
    Int64,
    Double,
    Single,
    Decimal,
    Boolean,
    Guid,
    DateTimeOffset,
    DateOnly,
    Bytes,
    Uri,

    /// <summary>A generated class.</summary>
    Model,

    /// <summary>A generated open enum: a struct over a string.</summary>
    Enum,

    /// <summary>A generated union class.</summary>
    Union,
    List,
    Map,

    /// <summary>A vector of floats.</summary>
    Singles,
}
