using System.Collections.Generic;

namespace HyperscaleSdk.Generators.Emission.Refit;

/// <summary>The operations of one tag.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Tag">The tag; null for operations without one.</param>
/// <param name="Operations">Its operations in the order of the document.</param>
internal sealed record RefitInterface(string Name, string? Tag, IReadOnlyList<RefitOperation> Operations);
