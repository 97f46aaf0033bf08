using HyperscaleSdk.Generators.Infrastructure;
using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Generators.Emission.Refit;

/// <summary>An operation as a method of an interface.</summary>
/// <param name="Plan">The operation.</param>
/// <param name="Verb">Refit's attribute for the HTTP method, for example <c>Get</c>.</param>
/// <param name="Path">The path with Refit's placeholders.</param>
/// <param name="Parameters">The parameters in their order, without the cancellation token.</param>
/// <param name="ContentType">The header that names the body's media type; null when Refit knows it.</param>
/// <param name="IsMultipart">The body has parts.</param>
/// <param name="FlatModels">Models whose properties Refit writes one by one into a query or a form.</param>
/// <param name="WritesValues">A value reaches the URL or a form that Refit itself writes in .NET's way: booleans, dates.</param>
internal sealed record RefitOperation(
    OperationPlan Plan,
    string Verb,
    string Path,
    EquatableArray<RefitParameter> Parameters,
    string? ContentType,
    bool IsMultipart,
    EquatableArray<RefitFlatModel> FlatModels,
    bool WritesValues);
