using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>A member of a file, and the names that it mentions.</summary>
/// <param name="name">How other code names it; empty when it has no name.</param>
/// <param name="mentioned">The names in it.</param>
/// <param name="declaration">Where it stands.</param>
internal sealed class NamesInMember(string name, HashSet<string> mentioned, SyntaxNode declaration)
{
    public string Name { get; } = name;

    public HashSet<string> Mentioned { get; } = mentioned;

    public SyntaxNode Declaration { get; } = declaration;
}
