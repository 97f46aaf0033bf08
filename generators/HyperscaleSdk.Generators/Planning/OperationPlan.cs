#pragma warning disable MA0048 // an operation and its parts stand together

using HyperscaleSdk.Generators.Infrastructure;

namespace HyperscaleSdk.Generators.Planning;

/// <summary>What an operation answers with, when it is not streamed.</summary>
internal enum AnswerKind
{
    None,
    Json,
    Text,
    Binary,
}

/// <summary>How an operation streams.</summary>
internal enum StreamKind
{
    None,

    /// <summary>Server-sent events.</summary>
    Events,

    /// <summary>One JSON value a line.</summary>
    Lines,
}

/// <summary>An operation to emit.</summary>
/// <param name="Server">Where it is served when that is not where the document says; null otherwise.</param>
/// <param name="AnswerOptional">A success answer may come without a body.</param>
/// <param name="Stream">How it streams.</param>
/// <param name="EventType">What one event or line holds; null when it does not stream.</param>
/// <param name="Paging">How all its pages are walked through; null when it has none.</param>
internal sealed record OperationPlan(
    string Id,
    string MethodName,
    string HttpMethod,
    string Path,
    string? Server,
    string Summary,
    string Remarks,
    bool Deprecated,
    EquatableArray<ParameterPlan> Parameters,
    BodyPlan? Body,
    AnswerKind Answer,
    TypePlan? AnswerType,
    bool AnswerOptional,
    StreamKind Stream,
    TypePlan? EventType,
    PagingPlan? Paging)
{
    /// <summary>The operation's first tag; null when it has none.</summary>
    public string? Tag { get; init; }

    /// <summary>The model of a JSON body; null when the body is something else.</summary>
    public TypePlan? JsonBody => Body is { Kind: BodyKind.Json, Type: { Kind: TypeKind.Model } model } ? model : null;
}

/// <summary>A parameter of an operation.</summary>
/// <param name="JsonName">The name on the wire.</param>
/// <param name="Name">The C# name.</param>
/// <param name="Location"><c>path</c>, <c>query</c>, <c>header</c> or <c>cookie</c>.</param>
/// <param name="Type">The type without nullability.</param>
/// <param name="Style">The member of <c>ApiParameterStyle</c> by which lists and objects are written.</param>
/// <param name="AllowReserved">Reserved characters are sent as they are.</param>
/// <param name="Required">Whether it has to be given.</param>
/// <param name="Doc">Documentation, escaped.</param>
internal sealed record ParameterPlan(string JsonName, string Name, string Location, TypePlan Type, string Style, bool AllowReserved, bool Required, string Doc)
{
    /// <summary>The value is one text.</summary>
    public bool IsPlain => Type.IsScalar && Style != "Json" && !AllowReserved && !Style.StartsWith("Label", System.StringComparison.Ordinal) && !Style.StartsWith("Matrix", System.StringComparison.Ordinal);

    /// <summary>The local that holds an optional parameter once it is known to be given.</summary>
    public static string Given(int index) => "given" + index.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>How all pages of an operation are walked through.</summary>
/// <param name="MethodName">The method.</param>
/// <param name="Token">The C# name of the parameter that takes the token of a page.</param>
/// <param name="Item">The type of an item.</param>
/// <param name="Items">An expression for the items of <c>page</c>.</param>
/// <param name="Next">An expression for the token of the page behind <c>page</c>.</param>
internal sealed record PagingPlan(string MethodName, string Token, TypePlan Item, string Items, string Next);
