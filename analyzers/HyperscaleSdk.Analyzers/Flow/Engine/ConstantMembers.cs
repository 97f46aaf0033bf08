using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Fields that hold their first value for ever, and methods that return one constant: conditions on them have one outcome.</summary>
internal sealed class ConstantMembers(Compilation compilation)
{
    // What a file assigns depends on its text only, so that an edit of one file costs that file.
    private static readonly ConditionalWeakTable<SyntaxTree, HashSet<string>> AssignedNames = new();

    private readonly Compilation _compilation = compilation;

    public object? ValueOf(IFieldSymbol field)
    {
        if (field.HasConstantValue)
        {
            return field.ConstantValue;
        }

        if (field.DeclaringSyntaxReferences.Length != 1
            || field.DeclaringSyntaxReferences[0].GetSyntax() is not VariableDeclaratorSyntax { Initializer.Value: LiteralExpressionSyntax literal }
            || IsAssigned(field.Name))
        {
            return null;
        }

        return literal.Token.Value;
    }

    public static object? ValueOf(IMethodSymbol method)
    {
        if (method.DeclaringSyntaxReferences.Length != 1 || method.IsVirtual || method.IsOverride
            || method.DeclaringSyntaxReferences[0].GetSyntax() is not MethodDeclarationSyntax declaration)
        {
            return null;
        }

        var result = declaration.ExpressionBody?.Expression
            ?? (declaration.Body is { Statements.Count: 1 } body && body.Statements[0] is ReturnStatementSyntax only ? only.Expression : null);
        return (result as LiteralExpressionSyntax)?.Token.Value;
    }

    private bool IsAssigned(string name)
    {
        foreach (var tree in _compilation.SyntaxTrees)
        {
            if (AssignedNames.GetValue(tree, Collect).Contains(name))
            {
                return true;
            }
        }

        return false;
    }

    private static HashSet<string> Collect(SyntaxTree tree)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in tree.GetRoot().DescendantNodes())
        {
            var target = node switch
            {
                AssignmentExpressionSyntax assignment => assignment.Left,
                PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression or (int)SyntaxKind.AddressOfExpression } prefix => prefix.Operand,
                PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } postfix => postfix.Operand,
                ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword } argument => argument.Expression,
                RefExpressionSyntax reference => reference.Expression,
                _ => null,
            };
            Add(names, target);
        }

        return names;
    }

    private static void Add(HashSet<string> names, ExpressionSyntax? target)
    {
        switch (target)
        {
            case IdentifierNameSyntax name:
                names.Add(name.Identifier.ValueText);
                break;
            case MemberAccessExpressionSyntax member:
                names.Add(member.Name.Identifier.ValueText);
                break;
            case TupleExpressionSyntax tuple:
                foreach (var element in tuple.Arguments)
                {
                    Add(names, element.Expression);
                }

                break;
        }
    }
}
