using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.Analyzers.Usage;

/// <summary>How the variables of a member are written, by their names.</summary>
internal sealed class MemberWrites
{
    // Asked for each of a member's functions, and of every local that a long method uses.
    private static readonly ConditionalWeakTable<SyntaxNode, MemberWrites> Known = new();

    private readonly Dictionary<string, int> _assignments = new(StringComparer.Ordinal);
    private readonly HashSet<string> _others = new(StringComparer.Ordinal);

    private MemberWrites(SyntaxNode member)
    {
        foreach (var name in member.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            var text = name.Identifier.ValueText;
            switch (name.Parent)
            {
                case AssignmentExpressionSyntax assignment when assignment.Left == name && assignment.IsKind(SyntaxKind.SimpleAssignmentExpression):
                    _assignments[text] = AssignmentsOf(text) + 1;
                    break;
                case AssignmentExpressionSyntax assignment when assignment.Left == name:
                case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression or (int)SyntaxKind.AddressOfExpression }
                    or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression }
                    or RefExpressionSyntax or ArgumentSyntax { RefKindKeyword.RawKind: not (int)SyntaxKind.None } or ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax } }:
                    _others.Add(text);
                    break;
            }
        }
    }

    /// <summary>The member that a place lies in; of top-level statements, the file.</summary>
    public static MemberWrites Around(SyntaxNode place) => Known.GetValue(
        place.FirstAncestorOrSelf<MemberDeclarationSyntax>(member => member is not GlobalStatementSyntax) ?? place.SyntaxTree.GetRoot(),
        member => new MemberWrites(member));

    /// <summary>How many assignments set the variable, its declaration not counted.</summary>
    public int AssignmentsOf(string name) => _assignments.TryGetValue(name, out var count) ? count : 0;

    /// <summary>Not by an assignment: counted, given by reference, taken apart.</summary>
    public bool IsSetOtherwise(string name) => _others.Contains(name);
}
