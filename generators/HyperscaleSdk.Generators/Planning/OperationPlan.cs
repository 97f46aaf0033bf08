#pragma warning disable MA0048 // an operation and its parameters stand together
using HyperscaleSdk.Generators.Infrastructure;

namespace HyperscaleSdk.Generators.Planning;

/// <summary>What an operation answers with.</summary>
internal enum AnswerKind
{
    None,
    Json,
    Text,
    Binary,
}

/// <summary>An operation to emit.</summary>
internal sealed record OperationPlan(
    string Id,
    string MethodName,
    string HttpMethod,
    string Path,
    string Summary,
    string Remarks,
    bool Deprecated,
    EquatableArray<ParameterPlan> Parameters,
    BodyPlan? Body,
    AnswerKind Answer,
    TypePlan? AnswerType,
    bool Streams,
    TypePlan? EventType);

/// <summary>A parameter of an operation.</summary>
/// <param name="JsonName">The name on the wire.</param>
/// <param name="Name">The C# name.</param>
/// <param name="Location"><c>path</c>, <c>query</c>, <c>header</c> or <c>cookie</c>.</param>
/// <param name="Type">The type without nullability.</param>
/// <param name="Required">Whether it has to be given.</param>
/// <param name="Doc">Documentation, escaped.</param>
internal sealed record ParameterPlan(string JsonName, string Name, string Location, TypePlan Type, bool Required, string Doc)
{
    /// <summary>The local that holds an optional parameter once it is known to be given.</summary>
    public static string Given(int index) => "given" + index.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>The body of an operation.</summary>
/// <param name="Type">The type of a JSON body; null when the caller hands over the content.</param>
/// <param name="Name">The C# parameter name.</param>
/// <param name="MediaType">The media type.</param>
/// <param name="Required">Whether it has to be given.</param>
/// <param name="Doc">Documentation, escaped.</param>
internal sealed record BodyPlan(TypePlan? Type, string Name, string MediaType, bool Required, string Doc);
