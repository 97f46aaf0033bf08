namespace HyperscaleSdk.Specification.Lint;

/// <summary>How a schema stands in what contains it.</summary>
internal enum SchemaPlace
{
    /// <summary>Under its name among the components.</summary>
    Component,

    /// <summary>The body of a request.</summary>
    Request,

    /// <summary>The body of a success answer, or one event of its stream.</summary>
    Answer,

    /// <summary>A parameter.</summary>
    Parameter,

    /// <summary>A member of an object.</summary>
    Member,

    /// <summary>What an array holds.</summary>
    Item,

    /// <summary>What the members hold that are not named.</summary>
    Value,

    /// <summary>One of several alternatives.</summary>
    Variant,

    /// <summary>One of several parts that apply together.</summary>
    Part,
}
