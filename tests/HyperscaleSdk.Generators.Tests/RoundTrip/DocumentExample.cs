using HyperscaleSdk.Specification.OpenApi;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Generators.Tests.RoundTrip;

/// <summary>A value that a document gives for one of its schemas.</summary>
/// <param name="Schema">The schema; null when nothing of the client uses it.</param>
/// <param name="Value">The value.</param>
/// <param name="Keyword"><c>example</c>, <c>examples</c> or <c>default</c>.</param>
/// <param name="Place">Where it stands, for people.</param>
internal sealed record DocumentExample(ApiSchema? Schema, SpecNode Value, string Keyword, string Place);
