using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Fields and variables that hold their first value for ever, and methods that return one constant: conditions on them have one outcome.</summary>
internal sealed class ConstantMembers(Compilation compilation)
{
    // What a file assigns depends on its text only, so that an edit of one file costs that file.
    private static readonly ConditionalWeakTable<SyntaxTree, Assigned> AssignedNames = new();

    private readonly Compilation _compilation = compilation;

    public object? ValueOf(IFieldSymbol field)
    {
        if (field.HasConstantValue)
        {
            return field.ConstantValue;
        }

        return FirstOf(field) is { } literal && !_compilation.SyntaxTrees.Any(tree => In(tree).Changes(field.Name)) ? Typed(literal, field.Type) : null;
    }

    public static object? ValueOf(ILocalSymbol local) =>
        local.HasConstantValue ? local.ConstantValue : FirstOf(local) is { } literal && !In(literal.SyntaxTree).Changes(local.Name) ? Typed(literal, local.Type) : null;

    /// <summary>The value that a variable begins with and never falls below: the counter of a loop.</summary>
    public static object? LeastOf(ILocalSymbol local) => FirstOf(local) is { } literal && !In(literal.SyntaxTree).Sets(local.Name) ? Typed(literal, local.Type) : null;

    private static LiteralExpressionSyntax? FirstOf(ISymbol variable) => variable.DeclaringSyntaxReferences.Length == 1
        && variable.DeclaringSyntaxReferences[0].GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: LiteralExpressionSyntax literal } ? literal : null;

    // The 1 of "long level = 1" is an int until it is converted, and equals no long.
    private static object? Typed(LiteralExpressionSyntax literal, ITypeSymbol type) => (literal.Token.Value, type.SpecialType) switch
    {
        (int value, SpecialType.System_Int32) => value,
        (bool value, SpecialType.System_Boolean) => value,
        (char value, SpecialType.System_Char) => value,
        (string value, SpecialType.System_String) => value,
        _ => null,
    };

    private static Assigned In(SyntaxTree tree) => AssignedNames.GetValue(tree, read => new Assigned(read));

    public static object? ValueOf(IMethodSymbol method)
    {
        if (method.DeclaringSyntaxReferences.Length != 1 || method.IsVirtual || method.IsOverride
            || method.DeclaringSyntaxReferences[0].GetSyntax() is not MethodDeclarationSyntax declaration)
        {
            return null;
        }

        var result = declaration.ExpressionBody?.Expression
            ?? (declaration.Body is { Statements.Count: 1 } body && body.Statements[0] is ReturnStatementSyntax only ? only.Expression : null);
        return result is LiteralExpressionSyntax literal ? Typed(literal, method.ReturnType) : null;
    }

    /// <summary>The names that a file assigns.</summary>
    private sealed class Assigned
    {
        private readonly HashSet<string> _set = new(StringComparer.Ordinal);
        private readonly HashSet<string> _counted = new(StringComparer.Ordinal);

        public Assigned(SyntaxTree tree)
        {
            foreach (var node in tree.GetRoot().DescendantNodes())
            {
                switch (node)
                {
                    case AssignmentExpressionSyntax assignment:
                        Add(_set, assignment.Left);
                        break;
                    case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreDecrementExpression or (int)SyntaxKind.AddressOfExpression } prefix:
                        Add(_set, prefix.Operand);
                        break;
                    case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostDecrementExpression } postfix:
                        Add(_set, postfix.Operand);
                        break;
                    case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression } prefix:
                        Add(_counted, prefix.Operand);
                        break;
                    case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression } postfix:
                        Add(_counted, postfix.Operand);
                        break;
                    case ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword } argument:
                        Add(_set, argument.Expression);
                        break;
                    case RefExpressionSyntax reference:
                        Add(_set, reference.Expression);
                        break;
                }
            }
        }

        /// <summary>The name gets another value somewhere, be it by counting.</summary>
        public bool Changes(string name) => Sets(name) || _counted.Contains(name);

        /// <summary>The name gets another value somewhere, not only by counting up.</summary>
        public bool Sets(string name) => _set.Contains(name);

        private static void Add(HashSet<string> names, ExpressionSyntax target)
        {
            switch (target)
            {
                case IdentifierNameSyntax name:
                    names.Add(name.Identifier.ValueText);
                    break;
                case MemberAccessExpressionSyntax member:
                    names.Add(member.Name.Identifier.ValueText);
                    break;
                case ParenthesizedExpressionSyntax inner:
                    Add(names, inner.Expression);
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
}
